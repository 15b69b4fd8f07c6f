/** A line of a page: where it stands, in points from the lower left corner, and how large it is. */
export interface PlacedText {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
}

/** Writes a PDF with a text layer, one array of lines for each page. Texts are ASCII without parentheses. */
export function pdfOf(
  pages: readonly (readonly PlacedText[])[],
  { info = '', trailer = '' }: { readonly info?: string; readonly trailer?: string } = {},
): Buffer {
  const font = 3 + 2 * pages.length
  const kids = pages.map((_, at) => `${3 + 2 * at} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${4 + 2 * at} 0 R /Resources << /Font << /F ${font} 0 R >> >> >>`,
      stream(lines),
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< ${info} >>`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = body.length
  const count = objects.length + 1
  body += `xref\n0 ${count}\n0000000000 65535 f \n${table}`
  body += `trailer\n<< /Size ${count} /Root 1 0 R /Info ${objects.length} 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

function stream(lines: readonly PlacedText[]): string {
  const shown = lines
    .map(({ x, y, size, text }) => `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`)
    .join('\n')
  return `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`
}
