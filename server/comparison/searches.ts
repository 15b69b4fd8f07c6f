import type { Query } from '../../engine/query/query.ts'
import type { SearchAnswer, SearchEngine, SearchRequest } from '../../engine/search-engine.ts'
import type { SearchState } from '../search-state.ts'
import { toCount } from '../to-request.ts'

/** The most frequent values of each facet that are compared. */
export const valuesCompared = 400
const latestShown = 3

/** How the parts of one comparison are asked for. */
export interface Searches {
  /** Articles, different texts and values, by year; no hits. */
  count(state: SearchState, facetSize: number): Promise<SearchAnswer>
  /** The same by month, with the latest hits. */
  look(state: SearchState): Promise<SearchAnswer>
}

/** All with one query, whose near-duplicates are one hit; none begins after the signal. */
export function searchesFor(
  engine: Pick<SearchEngine, 'search'>,
  query: Query,
  signal: AbortSignal,
): Searches {
  const request = (state: SearchState): SearchRequest => {
    return { ...toCount(state, query), groupBy: 'family' }
  }
  return {
    count: (state, facetSize) => engine.search({ ...request(state), facetSize }, signal),
    look: (state) =>
      engine.search(
        {
          ...request(state),
          ...{ pageSize: latestShown, sort: 'newest', timeline: 'month' },
          facetSize: valuesCompared,
        },
        signal,
      ),
  }
}
