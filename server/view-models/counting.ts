import type { Capability, SearchAnswer } from '../../engine/search-engine.ts'

/** Where a number stands to the truth. */
export type Bound = Capability['bound']

/** A number with its noun: `1,234 articles`, `1 article`, `at least 50 articles`. */
export function counted(
  n: number,
  singular: string,
  { plural = `${singular}s`, bound = 'exact' }: { plural?: string; bound?: Bound } = {},
): string {
  const exactly = `${number(n)} ${n === 1 ? singular : plural}`
  return isExact(n, bound) ? exactly : `${bound} ${exactly}`
}

/** With a capital: `At most 5 articles`. */
export function beginSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Made once: to find the language's rules again for each number takes longer than all else about it. */
const grouped = new Intl.NumberFormat('en-GB')

/** `1,234` */
export function number(n: number): string {
  return grouped.format(n)
}

const signs: Readonly<Record<Bound, string>> = { exact: '', 'at least': '≥ ', 'at most': '≤ ' }

/** The same where there is no room for words: `≤ 1,234`. */
export function boundedNumber(n: number, bound: Bound): string {
  return isExact(n, bound) ? number(n) : `${signs[bound]}${number(n)}`
}

/** At most none is none. */
function isExact(n: number, bound: Bound): boolean {
  return bound === 'exact' || (bound === 'at most' && n === 0)
}

/** A total as far as it is known: `1,234 articles`, `at least 50 articles`. */
export function countedTotal({
  total,
  capability,
}: Pick<SearchAnswer, 'total' | 'capability'>): string {
  return counted(total, 'article', { bound: capability.bound })
}
