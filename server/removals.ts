import { parse } from '../engine/query/parse.ts'
import { toRequest } from './search-state.ts'
import type { Site } from './site.ts'
import type { ActiveFilter } from './view-models/chips.ts'
import { countedTotal } from './view-models/counting.ts'
import { searchLink } from './view-models/links.ts'

/** What taking one part away from a search would find. */
export interface Removal {
  readonly part: ActiveFilter
  readonly href: string
  readonly total: string
}

/** Each offer costs a search. */
const mostRemovals = 10

/** For a search that found nothing: each part by itself, with the number of articles that would be found without it. */
export async function offerRemovals(
  site: Site,
  parts: readonly ActiveFilter[],
): Promise<Removal[]> {
  return Promise.all(
    parts.slice(0, mostRemovals).map(async (part) => {
      const { query } = parse(part.without.q)
      const answer = await site.engine.search({ ...toRequest(part.without, query), pageSize: 0 })
      return { part, href: searchLink(part.without), total: countedTotal(answer) }
    }),
  )
}
