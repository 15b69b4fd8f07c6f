import type { FacetName } from '../../engine/article.ts'
import { parse } from '../../engine/query/parse.ts'
import { print } from '../../engine/query/print.ts'
import type { Query } from '../../engine/query/query.ts'
import { withoutPart } from '../../engine/query/walk.ts'
import { facets, facetTable } from '../facets.ts'
import { activeValues, removeValue, withMatch } from '../filters.ts'
import type { NameOf } from '../names.ts'
import { showDate } from '../show-date.ts'
import {
  withNewer,
  withPeriod,
  withQuery,
  withSpelling,
  type SearchState,
} from '../search-state.ts'

/** A part of the search that can be taken away by itself. */
export interface ActiveFilter {
  readonly kind: FacetName | 'query' | 'match' | 'spelling' | 'period' | 'newer'
  readonly label: string
  /** What it is, in a sentence. */
  readonly noun: string
  readonly value: string
  readonly excluded: boolean
  readonly without: SearchState
}

/** A filter with the link that takes it away. */
export interface FilterChip {
  readonly label: string
  readonly value: string
  readonly excluded: boolean
  readonly href: string
}

export function showFilter(
  { label, value, excluded, without }: ActiveFilter,
  linkTo: (state: SearchState) => string,
): FilterChip {
  return {
    label: excluded ? `not ${label.toLowerCase()}` : label,
    value,
    excluded,
    href: linkTo(without),
  }
}

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
  return [
    ...values,
    ...matchFilters(state),
    ...spellingFilter(state),
    ...periodFilter(state),
    ...newerFilter(state),
  ]
}

/** All that can be taken away one by one: the parts of the query and, where there are filters too, the whole of it; then the filters. */
export function activeParts(state: SearchState, nameOf: NameOf): ActiveFilter[] {
  const filters = activeFilters(state, nameOf)
  if (state.q === '') return filters
  const whole: ActiveFilter = {
    kind: 'query',
    label: 'Query',
    noun: 'query',
    value: state.q,
    excluded: false,
    without: withQuery(state, ''),
  }
  const parts = queryParts(state)
  return [...parts, ...(parts.length === 0 || filters.length > 0 ? [whole] : []), ...filters]
}

/** The words, phrases and other operands of which all are asked for; none where the query is a single one. */
function queryParts(state: SearchState): ActiveFilter[] {
  const { query } = parse(state.q)
  if (query.kind !== 'and') return []
  return query.operands.map((operand) => ({
    kind: 'query',
    label: 'Query',
    noun: nouns.get(operand.kind) ?? 'condition',
    // The sentence that it stands in has quotation marks of its own.
    value: print(operand).replace(/^"(.*)"$/, '$1'),
    excluded: false,
    without: withQuery(state, print(withoutPart(query, operand))),
  }))
}

const nouns: ReadonlyMap<Query['kind'], string> = new Map([
  ['word', 'word'],
  ['phrase', 'phrase'],
])

function matchFilters(state: SearchState): ActiveFilter[] {
  return facetTable
    .filter(({ name }) => state.filters[name].match === 'all')
    .map(({ name, heading, plural }) => ({
      kind: 'match',
      label: heading,
      noun: 'condition',
      value: `all of the chosen ${plural}`,
      excluded: false,
      without: withMatch(state, name, 'any'),
    }))
}

function spellingFilter(state: SearchState): ActiveFilter[] {
  if (state.spelling === 'any') return []
  return [
    {
      kind: 'spelling',
      label: 'Spelling',
      noun: 'condition',
      value: 'exact',
      excluded: false,
      without: withSpelling(state, 'any'),
    },
  ]
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
