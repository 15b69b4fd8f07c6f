import { bareText } from './bare-text.ts'

/** What a page calls its article, each as printed, the most trustworthy first. */
export interface Headlines {
  /** For machines: JSON-LD. */
  readonly linked: readonly string[]
  /** For others that link to it: Open Graph and the like. */
  readonly shared: readonly string[]
  /** The page's first-rank headings. */
  readonly headings: readonly string[]
  /** `<title>`, '' when there is none. */
  readonly page: string
  readonly outlets: readonly string[]
}

/** A headline that another one has whole, and at least so much of it, is the other one's without what was put to it. */
const leastShare = 0.6
/** What is longer is no headline. */
const longest = 500
/** Fewer words are the name of a section: "World", "Log in". */
const leastWords = 3

/**
 * The headline. Where two of what machines, others and readers are told say the same, it is that; where they differ by words that one
 * puts before, behind or into it (a kicker, a section, the outlet), it is the shorter. '' where the page names none.
 */
export function headlineOf(given: Headlines): string {
  const tidy = (titles: readonly string[]) =>
    titles
      .filter((title) => title.length <= longest)
      .map((title) => withoutOutlet(title.replace(/\s+/g, ' ').trim(), given.outlets))
      .filter((title) => title !== '' && !given.outlets.includes(title))
  const [page = ''] = tidy([given.page])
  const [shared = ''] = tidy(given.shared)
  const [linked = ''] = tidy(given.linked).filter((title) => !isCut(title))
  const heading = chooseHeading(tidy(given.headings), [linked, shared, page])
  return agreed(linked, shared, heading) ?? firstOf([linked, heading, shared, page])
}

function agreed(linked: string, shared: string, heading: string): string | undefined {
  const shorter = plainer(linked, shared) ?? (linked === '' ? plainer(shared, heading) : undefined)
  if (shorter !== undefined) return shorter
  const saysSame = (one: string, other: string) => bareText(one) === bareText(other)
  return shared !== '' && saysSame(shared, heading) && !saysSame(shared, linked)
    ? shared
    : undefined
}

/** Of two headlines that differ by one insertion, the one without it; undefined for others. */
function plainer(one: string, other: string): string | undefined {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const few = short.split(' ')
  if (short.length < leastShare * long.length || few.length <= leastWords) return undefined
  return isInsertion(few, long.split(' ')) ? short : undefined
}

function isInsertion(few: readonly string[], many: readonly string[]): boolean {
  const before = few.findIndex((word, index) => word !== many[index])
  const rest = before < 0 ? [] : few.slice(before)
  const end = many.length - rest.length
  return few.length < many.length && rest.every((word, index) => word === many[end + index])
}

/** Pages have headings for their logo and their log-in too: the one that others name as well, else the first of several words. */
function chooseHeading(headings: readonly string[], others: readonly string[]): string {
  const named = others.map(bareText).filter((title) => title !== '')
  const isNamed = (heading: string) =>
    named.some((title) => title.includes(bareText(heading)) || bareText(heading).includes(title))
  return (
    headings.find((heading) => wordsIn(heading) >= leastWords && isNamed(heading)) ??
    headings.find((heading) => wordsIn(heading) >= leastWords) ??
    firstOf(headings)
  )
}

function wordsIn(title: string): number {
  // Chinese and Japanese have no spaces: three characters are as good as a word.
  return Math.max(title.split(' ').length, title.replace(/[\x00-\u2fff]/g, '').length / 3)
}

function isCut(title: string): boolean {
  return /(?:\.\.\.|…)$/.test(title)
}

function firstOf(titles: readonly string[]): string {
  return titles.find((title) => title !== '') ?? ''
}

// "Talks resume - The Daily", "Talks resume | The Daily" and "The Daily: Talks resume"
function withoutOutlet(title: string, outlets: readonly string[]): string {
  for (const outlet of outlets) {
    if (outlet === '') continue
    if (title.endsWith(outlet)) {
      const bare = title.slice(0, -outlet.length).trimEnd()
      if (/(?:\s[-–—|·•:]+|[|ㅣ])$/.test(bare)) return bare.replace(/\s*[-–—|·•:ㅣ]+$/, '')
    }
    if (title.startsWith(outlet)) {
      const bare = title.slice(outlet.length).trimStart()
      if (/^[-–—|·•:]+\s/.test(bare)) return bare.replace(/^[-–—|·•:]+\s+/, '')
    }
  }
  return title
}
