import { parse } from '../engine/query/parse.ts'
import type { Site } from './site.ts'
import { toCount } from './to-request.ts'
import { beginSentence, countedTotal } from './view-models/counting.ts'
import { searchLink } from './view-models/links.ts'
import type { Removable } from './view-models/query-parts.ts'

/** What taking one part away from a search would find. */
export interface Removal {
  readonly lifting: string
  readonly href: string
  readonly total: string
}

/** Each costs a search. */
const mostTried = 10
const mostOffered = 5

/**
 * For a search that found nothing: what would be found without one of its parts, the most first. Empty where no part by itself is in
 * the way, or there is only one.
 */
export async function offerRemovals(site: Site, parts: readonly Removable[]): Promise<Removal[]> {
  if (parts.length < 2) return []
  const answers = await Promise.all(
    parts.slice(0, mostTried).map(async (part) => {
      const { query } = parse(part.without.q)
      const answer = await site.engine.search(toCount(part.without, query))
      return { part, answer }
    }),
  )
  return answers
    .filter(({ answer }) => answer.total > 0)
    .toSorted((a, b) => b.answer.total - a.answer.total)
    .slice(0, mostOffered)
    .map(({ part, answer }) => ({
      lifting: part.lifting,
      href: searchLink(part.without),
      total: beginSentence(countedTotal(answer)),
    }))
}
