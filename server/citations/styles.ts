import { naturalName, type AuthorName } from './author-name.ts'
import type { Reference } from './reference.ts'

/** A way to cite an article in running text. */
export interface CitationStyle {
  /** In addresses. */
  readonly id: 'chicago' | 'apa' | 'mla' | 'plain'
  readonly label: string
  /** The citation as plain text on one line. */
  readonly cite: (reference: Reference) => string
}

/** The styles in the order in which they are offered. */
export const citationStyles: readonly CitationStyle[] = [
  { id: 'chicago', label: 'Chicago', cite: chicago },
  { id: 'apa', label: 'APA', cite: apa },
  { id: 'mla', label: 'MLA', cite: mla },
  { id: 'plain', label: 'Plain', cite: plain },
]

/** Chicago Manual of Style, 17th edition, bibliography: 14.191 to 14.206. The day of access is given where there is no date (14.12). */
function chicago({ authors, title, outlet, published, url, accessed }: Reference): string {
  const isDated = published.length > 0
  const where = [outlet, isDated ? monthFirst(published) : ''].filter(isGiven).join(', ')
  return sentences([
    listed(authors.map(invertedFirst), { last: 'and', most: 10, shown: 7 }),
    `“${ended(title)}”`,
    where,
    isDated ? '' : `Accessed ${monthFirst(accessed)}`,
    url,
  ])
}

/** APA, 7th edition, 10.1, example 16 and 10.16. */
function apa({ authors, title, outlet, published, url }: Reference): string {
  const [year, ...rest] = published
  const date =
    year === undefined ? 'n.d.' : [String(year), monthDay(rest)].filter(isGiven).join(', ')
  const by = apaAuthors(authors)
  const start = by === '' ? [title, `(${date})`] : [`${ended(by)} (${date})`, title]
  return sentences([...start, outlet, url])
}

/** MLA Handbook, 9th edition, 5.1 to 5.111, with the day of access. */
function mla({ authors, title, outlet, published, url, accessed }: Reference): string {
  const [first, second, ...more] = authors.map(invertedFirst)
  const by =
    more.length > 0 ? `${first ?? ''}, et al.` : [first, second].filter(isGiven).join(', and ')
  const address = url.replace(/^https?:\/\//, '')
  const where = [outlet, dayFirst(published, shortMonths), address].filter(isGiven).join(', ')
  return sentences([by, `“${ended(title)}”`, where, `Accessed ${dayFirst(accessed, shortMonths)}`])
}

/** Everything that is known, for notes and mail. */
function plain({ id, authors, title, outlet, published, url, accessed }: Reference): string {
  const by = listed(authors.map(naturalName), { last: 'and', most: 10, shown: 7 })
  const where = [outlet, dayFirst(published, months) || 'undated'].filter(isGiven).join(', ')
  const seen = `accessed ${dayFirst(accessed, months)}, Dateline ${id}`
  const head = by === '' ? title : `${by}: ${title}`
  return sentences([head, where, url === '' ? seen : `${url} (${seen})`])
}

/** The first author with the family first, the others as they are called. */
function invertedFirst(name: AuthorName, at: number): string {
  if ('literal' in name || at > 0) return naturalName(name)
  const { family, given, suffix } = name
  return [family, given, suffix].filter(isGiven).join(', ')
}

interface Listing {
  readonly last: string
  /** More than so many are cut to `shown`. */
  readonly most: number
  readonly shown: number
}

function listed(names: readonly string[], { last, most, shown }: Listing): string {
  if (names.length > most) return `${names.slice(0, shown).join(', ')}, et al.`
  const [final = '', ...before] = names.toReversed()
  const [first = ''] = before
  if (before.length === 0) return final
  // Of two names, a comma parts only those of which the first has one itself.
  const comma = before.length > 1 || first.includes(',') ? ',' : ''
  return `${before.toReversed().join(', ')}${comma} ${last} ${final}`
}

/** Up to twenty, then the first nineteen and the last. */
function apaAuthors(authors: readonly AuthorName[]): string {
  const names = authors.map(withInitials)
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${names.at(-1) ?? ''}`
  return listed(names, { last: '&', most: 20, shown: 19 })
}

/** `Miller, S. A.` */
function withInitials(name: AuthorName): string {
  if ('literal' in name) return name.literal
  const initials = name.given
    .split(/[\s.]+/)
    .filter(isGiven)
    .map((part) => part.split('-').map(initialOf).join('-'))
  return [name.family, initials.join(' '), name.suffix].filter(isGiven).join(', ')
}

const initialOf = (part: string) => `${Array.from(part)[0] ?? ''}.`

/** Joins what is given, each ended by one stop; an address by none. */
function sentences(parts: readonly string[]): string {
  return parts
    .filter(isGiven)
    .map((part) => (/^https?:\S+$/.test(part) ? part : ended(part)))
    .join(' ')
}

function ended(text: string): string {
  return /[.?!…]”?$/.test(text) ? text : `${text}.`
}

const isGiven = (part: string | undefined): part is string => part !== undefined && part !== ''

const months =
  'January February March April May June July August September October November December'.split(' ')
/** MLA, appendix 1. */
const shortMonths = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

/** `April 10, 2016` */
function monthFirst([year, ...rest]: readonly number[]): string {
  const before = monthDay(rest)
  const separator = rest.length > 1 ? ', ' : ' '
  return before === '' ? String(year) : `${before}${separator}${String(year)}`
}

/** `April 10` */
function monthDay([month, day]: readonly number[]): string {
  if (month === undefined) return ''
  const name = months[month - 1] ?? ''
  return day === undefined ? name : `${name} ${day}`
}

/** `10 Apr. 2016`; '' for an undated article. */
function dayFirst(parts: readonly number[], names: readonly string[]): string {
  const [year, month, day] = parts
  const name = month === undefined ? undefined : names[month - 1]
  return [day, name, year].filter((part) => part !== undefined).join(' ')
}
