import type { FacetName } from '../engine/article.ts'
import type { FacetFilter } from '../engine/search-engine.ts'
import { facetTable } from './facets.ts'
import type { SearchState } from './search-state.ts'

/** What a value of a facet may be asked to do. */
export type Role = 'include' | 'exclude'

/** Includes or excludes a value; one that has the other role changes it. Back to the first page, as with every changed filter. */
export function addValue(
  state: SearchState,
  facet: FacetName,
  role: Role,
  id: string,
): SearchState {
  if (state.filters[facet][role].includes(id)) return state
  const without = removeValue(state, facet, id)
  const filter = without.filters[facet]
  return withFilter(without, facet, { ...filter, [role]: [...filter[role], id] })
}

/** Takes a value out of a facet's filter, whatever its role. */
export function removeValue(state: SearchState, facet: FacetName, id: string): SearchState {
  const filter = state.filters[facet]
  const others = (value: string) => value !== id
  return withFilter(state, facet, {
    ...filter,
    include: filter.include.filter(others),
    exclude: filter.exclude.filter(others),
  })
}

/** Asks for any or all of the included values of a facet. */
export function withMatch(
  state: SearchState,
  facet: FacetName,
  match: FacetFilter['match'],
): SearchState {
  return withFilter(state, facet, { ...state.filters[facet], match })
}

/** Every value that is included or excluded, in display order. */
export function activeValues(state: SearchState): { facet: FacetName; role: Role; id: string }[] {
  const roles = ['include', 'exclude'] as const
  return facetTable.flatMap(({ name }) =>
    roles.flatMap((role) => state.filters[name][role].map((id) => ({ facet: name, role, id }))),
  )
}

function withFilter(state: SearchState, facet: FacetName, filter: FacetFilter): SearchState {
  // Nothing included can be matched in two ways.
  const match = filter.include.length > 0 ? filter.match : 'any'
  return { ...state, filters: { ...state.filters, [facet]: { ...filter, match } }, page: 1 }
}
