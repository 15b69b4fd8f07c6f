import { reachableHits } from '../../engine/search-engine.ts'
import { pageSize, withPage, type SearchState } from '../search-state.ts'
import { number } from './counting.ts'
import { searchLink } from './links.ts'

/** The links to the other pages of a search. */
export interface Pagination {
  readonly first: string
  readonly previous: string
  readonly next: string
  readonly numbers: readonly {
    readonly page: string
    readonly href: string
    readonly current: boolean
  }[]
  /** Why the last page is not the end; '' when it is. */
  readonly limit: string
}

/** How many pages of a list of results can be reached. */
export function reachablePages(results: number): number {
  return Math.ceil(Math.min(results, reachableHits) / pageSize)
}

/** Undefined when everything is on one page. Links that lead nowhere are ''. */
export function buildPagination(state: SearchState, results: number): Pagination | undefined {
  const pages = reachablePages(results)
  if (pages <= 1) return undefined
  const link = (page: number) => (page < 1 || page > pages ? '' : searchLink(withPage(state, page)))
  const from = Math.max(1, Math.min(state.page - 2, pages - 4))
  const shown = Array.from({ length: Math.min(5, pages) }, (_, nth) => from + nth)
  return {
    first: state.page > 1 ? link(1) : '',
    previous: link(Math.min(state.page - 1, pages)),
    next: link(state.page + 1),
    numbers: shown.map((page) => ({
      page: number(page),
      href: link(page),
      current: page === state.page,
    })),
    limit:
      results > reachableHits
        ? `Only the first ${number(reachableHits)} results can be paged through. Narrow the search to reach the others.`
        : '',
  }
}
