import type { AuthorName } from './author-name.ts'
import type { Reference } from './reference.ts'

/** The media type of RIS, which Zotero, EndNote and Mendeley open. */
export const risType = 'application/x-research-info-systems'

/** A reference as a record of RIS (type NEWS), each line ended by CR LF. */
export function toRis(reference: Reference): string {
  const { id, title, authors, outlet, published, url, language, accessed } = reference
  const lines: (readonly [tag: string, value: string])[] = [
    ['TY', 'NEWS'],
    ...authors.map((name) => ['AU', invertedName(name)] as const),
    ['TI', title],
    ['T2', outlet],
    ['PY', published.length === 0 ? '' : String(published[0]).padStart(4, '0')],
    ['DA', risDate(published)],
    ['UR', url],
    ['Y2', risDate(accessed)],
    ['LA', language],
    ['DB', 'Dateline'],
    ['AN', id],
  ]
  const written = lines.filter(([, value]) => value !== '')
  return [...written, ['ER', ''] as const].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')
}

/** `Family, Given, Suffix` */
function invertedName(name: AuthorName): string {
  // A comma would make two parts of a name that has none.
  if ('literal' in name) return name.literal.replaceAll(',', '')
  const { family, given, suffix } = name
  return suffix === '' ? `${family}, ${given}` : `${family}, ${given}, ${suffix}`
}

/** `YYYY/MM/DD/`: the slashes stay where a part is unknown. */
function risDate(parts: readonly number[]): string {
  const [year, month, day] = parts
  if (year === undefined) return ''
  return `${[pad(year, 4), pad(month, 2), pad(day, 2)].join('/')}/`
}

function pad(part: number | undefined, width: number): string {
  return part === undefined ? '' : String(part).padStart(width, '0')
}
