import { allOf } from '../engine/query/combine.ts'
import type { Query } from '../engine/query/query.ts'
import type { SearchRequest, TimelineUnit } from '../engine/search-engine.ts'
import { facetSize, pageSize, type SearchState } from './search-state.ts'

/** The search that answers a state; `query` is its `q`, parsed. */
export function toRequest(
  { spelling, filters, from, to, dating, sort, page, group, newer }: SearchState,
  query: Query,
  timeline: TimelineUnit = 'month',
): SearchRequest {
  return {
    query: dating === 'undated' ? (allOf([asked(query), undated]) ?? undated) : query,
    ...{ spelling, filters, from, to, sort, page, pageSize, facetSize, timeline },
    groupBy: group,
    newerThan: newer,
  }
}

/** In no period of all that are possible. */
const undated: Query = { kind: 'not', operand: { kind: 'dates', from: '0001', to: '' } }

function asked(query: Query): Query | undefined {
  return query.kind === 'all' ? undefined : query
}

/** The same search for its total alone. */
export function toCount(state: SearchState, query: Query): SearchRequest {
  return { ...toRequest(state, query, 'year'), pageSize: 0, facetSize: 0 }
}
