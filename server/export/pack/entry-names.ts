/** Where an article's text stands in an evidence pack; numbers are as wide as the last, so that names sort in order. */
export function textName(number: number, total: number, id: string): string {
  return `texts/${nameOf(number, total, id)}.txt`
}

/** Where an article's original stands. Its ending tells its kind, as far as that is known. */
export function originalName(
  number: number,
  total: number,
  { id, mediaType }: { readonly id: string; readonly mediaType: string },
): string {
  const kind = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  return `originals/${nameOf(number, total, id)}.${endings[kind] ?? 'bin'}`
}

/** Ids are the archive's own, letters and digits; nothing else gets into a path. */
function nameOf(number: number, total: number, id: string): string {
  const width = String(total).length
  return `${String(number).padStart(width, '0')}-${id.replace(/[^a-z0-9]/g, '')}`
}

const endings: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/pdf': 'pdf',
  'application/xhtml+xml': 'html',
  'application/xml': 'xml',
  'message/rfc822': 'eml',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
  'text/xml': 'xml',
}
