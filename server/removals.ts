import { parse } from '../engine/query/parse.ts'
import type { Site } from './site.ts'
import { toCount } from './to-request.ts'
import type { ActiveFilter } from './view-models/chips.ts'
import { countedTotal } from './view-models/counting.ts'
import { searchLink } from './view-models/links.ts'

/** What taking one part away from a search would find. */
export interface Removal {
  readonly part: ActiveFilter
  /** '' when nothing would be found without it either. */
  readonly href: string
  readonly total: string
}

/** Each offer costs a search. */
const mostRemovals = 10

/** For a search that found nothing: what would be found without each part by itself, the most first. */
export async function offerRemovals(
  site: Site,
  parts: readonly ActiveFilter[],
): Promise<Removal[]> {
  const answers = await Promise.all(
    parts.slice(0, mostRemovals).map(async (part) => {
      const { query } = parse(part.without.q)
      const answer = await site.engine.search(toCount(part.without, query))
      return { part, answer }
    }),
  )
  return answers
    .toSorted((a, b) => b.answer.total - a.answer.total)
    .map(({ part, answer }) => ({
      part,
      href: answer.total === 0 ? '' : searchLink(part.without),
      total: answer.total === 0 ? 'Still nothing' : countedTotal(answer),
    }))
}
