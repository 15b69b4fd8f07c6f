import type { Query } from '../engine/query/query.ts'
import type { SearchRequest } from '../engine/search-engine.ts'
import { facetSize, pageSize, type SearchState } from './search-state.ts'

/** The search that answers a state; `query` is its `q`, parsed. */
export function toRequest(state: SearchState, query: Query): SearchRequest {
  const { filters, from, to, sort, page } = state
  return { query, filters, from, to, sort, page, pageSize, newerThan: state.newer, facetSize }
}

/** The same search for its total alone. */
export function toCount(state: SearchState, query: Query): SearchRequest {
  return { ...toRequest(state, query), pageSize: 0, facetSize: 0 }
}
