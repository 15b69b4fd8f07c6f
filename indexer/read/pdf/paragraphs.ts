import type { PdfLine } from './pdf-lines.ts'

/** Lines that belong together. */
export interface PdfBlock {
  readonly text: string
  /** Height of its letters. */
  readonly size: number
}

/** Puts lines together to paragraphs, also across pages. */
export function paragraphs(pages: readonly (readonly PdfLine[])[]): PdfBlock[] {
  const blocks: PdfLine[][] = []
  for (const page of pages) {
    const distance = usualDistance(page)
    page.forEach((line, at) => {
      const above = page[at - 1] ?? blocks.at(-1)?.at(-1)
      const last = blocks.at(-1)
      const isNew = !above || startsBlock(above, line, { distance, isNewPage: at === 0 })
      if (last && !isNew) last.push(line)
      else blocks.push([line])
    })
  }
  return blocks.map((lines) => ({
    text: lines.reduce((text, line) => joined(text, line.text), ''),
    size: Math.max(...lines.map(({ size }) => size)),
  }))
}

interface Between {
  /** Usual distance of two lines of the page. */
  readonly distance: number
  readonly isNewPage: boolean
}

function startsBlock(above: PdfLine, line: PdfLine, { distance, isNewPage }: Between): boolean {
  if (Math.abs(above.size - line.size) > line.size * 0.12) return true
  // At the top of a page or column the sentence decides.
  const gap = above.y - line.y
  if (isNewPage || gap < 0) return endsSentence(above.text)
  return gap > distance * 1.4 || isIndented(above, line)
}

function isIndented(above: PdfLine, line: PdfLine): boolean {
  const indent = line.left - above.left
  return indent > line.size * 0.8 && indent < line.size * 6 && endsSentence(above.text)
}

function endsSentence(text: string): boolean {
  return /[.!?:;…]["'”’»)\]]*$/.test(text)
}

function usualDistance(page: readonly PdfLine[]): number {
  const distances = page
    .map((line, at) => (page[at - 1]?.y ?? line.y) - line.y)
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b)
  // Of a short page most distances may be those between paragraphs.
  return distances[distances.length >> 2] ?? 0
}

/** A hyphen at the end of a line divides a word where small letters stand on both sides; beside capitals and digits it belongs to it. */
function joined(text: string, line: string): string {
  if (text === '') return line
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + line
  if (/\p{Ll}[-‐]$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line
  return /[-‐–\/]$/.test(text) && /^\S/.test(line) ? text + line : `${text} ${line}`
}
