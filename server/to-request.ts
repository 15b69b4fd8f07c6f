import type { Query } from '../engine/query/query.ts'
import type { SearchRequest, TimelineUnit } from '../engine/search-engine.ts'
import { facetSize, pageSize, type SearchState } from './search-state.ts'

/** The search that answers a state; `query` is its `q`, parsed. */
export function toRequest(
  { spelling, filters, from, to, sort, page, group, newer }: SearchState,
  query: Query,
  timeline: TimelineUnit = 'month',
): SearchRequest {
  return {
    ...{ query, spelling, filters, from, to, sort, page, pageSize, facetSize, timeline },
    groupBy: group,
    newerThan: newer,
  }
}

/** The same search for its total alone. */
export function toCount(state: SearchState, query: Query): SearchRequest {
  return { ...toRequest(state, query, 'year'), pageSize: 0, facetSize: 0 }
}
