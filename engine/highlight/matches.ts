import type { TextField } from '../article.ts'
import type { Query } from '../query/query.ts'
import { analyse } from '../text/analyse.ts'

/** A place where a query matches. UTF-16 units, end exclusive. */
export interface Match {
  readonly start: number
  readonly end: number
  /** Which of the query's words or phrases, counted from 0: passages prefer many different ones. */
  readonly needle: number
}

/** Words and phrases to mark, as terms at successive positions. */
export interface Needle {
  readonly terms: readonly string[]
  readonly field: TextField | undefined
}

/** What a query asks to be present: its words and phrases outside exclusions. */
export function needlesOf(query: Query): Needle[] {
  switch (query.kind) {
    case 'word':
    case 'phrase': {
      const { terms } = analyse(query.text)
      return terms.length > 0 ? [{ terms, field: query.field }] : []
    }
    case 'and':
      return query.operands.flatMap(needlesOf)
    case 'all':
    case 'facet':
    case 'dates':
    case 'not':
      return []
  }
}

/** Every place of a text where a needle stands, in reading order, longest first where two begin together; none overlap. */
export function findMatches(needles: readonly Needle[], field: TextField, text: string): Match[] {
  const wanted = byFirstTerm(needles, field)
  if (wanted.size === 0) return []
  const { terms, starts, ends } = analyse(text)
  const matches: Match[] = []
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]
    const candidates = term === undefined ? undefined : wanted.get(term)
    const found = candidates?.find(({ needle }) =>
      needle.terms.every((each, i) => terms[at + i] === each),
    )
    if (!found) continue
    const last = at + found.needle.terms.length - 1
    matches.push({ start: starts[at] ?? 0, end: ends[last] ?? 0, needle: found.number })
    at = last
  }
  return matches
}

interface Wanted {
  readonly needle: Needle
  readonly number: number
}

function byFirstTerm(needles: readonly Needle[], field: TextField): Map<string, Wanted[]> {
  const wanted = new Map<string, Wanted[]>()
  for (const [number, needle] of needles.entries()) {
    const [first] = needle.terms
    if (first === undefined || (needle.field !== undefined && needle.field !== field)) continue
    wanted.set(first, [...(wanted.get(first) ?? []), { needle, number }])
  }
  for (const list of wanted.values())
    list.sort((a, b) => b.needle.terms.length - a.needle.terms.length)
  return wanted
}
