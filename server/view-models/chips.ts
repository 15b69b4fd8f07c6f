import type { FacetName } from '../../engine/article.ts'
import { facets } from '../facets.ts'
import { showDate } from '../show-date.ts'
import {
  activeValues,
  removeValue,
  withNewer,
  withPeriod,
  withQuery,
  type SearchState,
} from '../search-state.ts'

/** A part of the search that can be taken away by itself. */
export interface ActiveFilter {
  readonly kind: FacetName | 'query' | 'period' | 'newer'
  readonly label: string
  /** What it is, in a sentence. */
  readonly noun: string
  readonly value: string
  readonly excluded: boolean
  readonly without: SearchState
}

/** Tells the name of a facet value, for those that no answer lists too. */
export type NameOf = (facet: FacetName, id: string) => string

/** Every filter of a search, in display order. */
export function activeFilters(state: SearchState, nameOf: NameOf): ActiveFilter[] {
  const values = activeValues(state).map(({ facet, role, id }): ActiveFilter => ({
    kind: facet,
    label: facets[facet].label,
    noun: facets[facet].noun,
    value: nameOf(facet, id),
    excluded: role === 'exclude',
    without: removeValue(state, facet, id),
  }))
  return [...values, ...periodFilter(state), ...newerFilter(state)]
}

/** The filters and, before them, the query itself. */
export function activeParts(state: SearchState, nameOf: NameOf): ActiveFilter[] {
  const filters = activeFilters(state, nameOf)
  if (state.q === '') return filters
  const query: ActiveFilter = {
    kind: 'query',
    label: 'Query',
    noun: 'query',
    value: state.q,
    excluded: false,
    without: withQuery(state, ''),
  }
  return [query, ...filters]
}

function periodFilter(state: SearchState): ActiveFilter[] {
  const { from, to } = state
  if (from === '' && to === '') return []
  const value = describePeriod(showDate(from), showDate(to))
  return [
    {
      kind: 'period',
      label: 'Published',
      noun: 'period',
      value,
      excluded: false,
      without: withPeriod(state, '', ''),
    },
  ]
}

function describePeriod(from: string, to: string): string {
  if (from === to) return from
  if (to === '') return `from ${from}`
  return from === '' ? `until ${to}` : `${from} to ${to}`
}

function newerFilter(state: SearchState): ActiveFilter[] {
  if (state.newer === 0) return []
  const value = `after article ${state.newer} of this archive`
  return [
    {
      kind: 'newer',
      label: 'First indexed',
      noun: 'mark',
      value,
      excluded: false,
      without: withNewer(state, 0),
    },
  ]
}
