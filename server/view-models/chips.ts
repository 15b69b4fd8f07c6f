import { noValue } from '../../engine/article.ts'
import { entityLink } from '../entities/links.ts'
import { facets, facetTable } from '../facets.ts'
import { activeValues, removeValue, withMatch } from '../filters.ts'
import type { NameOf } from '../names.ts'
import {
  withNewer,
  withPeriod,
  withQuery,
  withSpelling,
  type SearchState,
} from '../search-state.ts'
import { describeNewer, describePeriod } from './describe-search.ts'
import { queryParts, type Removable } from './query-parts.ts'

/** A filter that can be taken away by itself. */
export interface ActiveFilter extends Removable {
  readonly label: string
  readonly value: string
  readonly excluded: boolean
  /** The page of the value; none where it is no value of a facet. */
  readonly aboutHref?: string
}

/** A filter with the link that takes it away. */
export interface FilterChip {
  readonly label: string
  readonly value: string
  readonly excluded: boolean
  readonly href: string
  /** The page of the value; '' where it is no value of a facet. */
  readonly aboutHref: string
}

/** The filters that a page lists. */
export interface FilterChips {
  readonly filters: readonly FilterChip[]
  /** Of all, listed or not. */
  readonly filterCount: number
  /** `and 85 more`; '' where all are listed. */
  readonly moreFilters: string
}

/** Characters of all links of the chips together: each link repeats the whole search, so that many filters would make a page of megabytes. */
const longestLinks = 12_000
const fewest = 5

/** The first filters with their links, at least five, and how many more there are. */
export function showFilters(
  filters: readonly ActiveFilter[],
  linkTo: (state: SearchState) => string,
): FilterChips {
  const links = filters[0] ? linkTo(filters[0].without).length * filters.length : 0
  const shown =
    links <= longestLinks
      ? filters.length
      : Math.max(fewest, Math.floor((filters.length * longestLinks) / links))
  const more = filters.length - shown
  return {
    filters: filters.slice(0, shown).map((filter) => showFilter(filter, linkTo)),
    filterCount: filters.length,
    moreFilters: more > 0 ? `and ${more} more` : '',
  }
}

export function showFilter(
  { label, value, excluded, aboutHref = '', without }: ActiveFilter,
  linkTo: (state: SearchState) => string,
): FilterChip {
  return {
    label: excluded ? `not ${label.toLowerCase()}` : label,
    value,
    excluded,
    aboutHref,
    href: linkTo(without),
  }
}

/** Every filter of a search, in display order. */
export function activeFilters(state: SearchState, nameOf: NameOf): ActiveFilter[] {
  const values = activeValues(state).map(({ facet, role, id }): ActiveFilter => ({
    label: facets[facet].label,
    value: nameOf(facet, id),
    excluded: role === 'exclude',
    aboutHref: id === noValue ? '' : entityLink(facet, id),
    lifting: `without ${role === 'exclude' ? 'excluding ' : ''}the ${facets[facet].noun} “${nameOf(facet, id)}”`,
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
export function activeParts(state: SearchState, nameOf: NameOf): Removable[] {
  const filters = activeFilters(state, nameOf)
  if (state.q === '') return filters
  const whole: Removable = {
    lifting: `without the query “${state.q}”`,
    without: withQuery(state, ''),
  }
  const parts = queryParts(state)
  return [...parts, ...(parts.length === 0 || filters.length > 0 ? [whole] : []), ...filters]
}

function matchFilters(state: SearchState): ActiveFilter[] {
  return facetTable
    .filter(({ name }) => state.filters[name].match === 'all')
    .map(({ name, plural }) => ({
      label: 'Match',
      value: `all of these ${plural}`,
      excluded: false,
      lifting: `with any of these ${plural} instead of all`,
      without: withMatch(state, name, 'any'),
    }))
}

function spellingFilter(state: SearchState): ActiveFilter[] {
  if (state.spelling === 'any') return []
  return [
    {
      label: 'Spelling',
      value: 'exact',
      excluded: false,
      lifting: 'without exact spelling',
      without: withSpelling(state, 'any'),
    },
  ]
}

function periodFilter(state: SearchState): ActiveFilter[] {
  const { from, to, dating } = state
  if (from === '' && to === '' && dating === 'any') return []
  if (dating === 'undated') return [undatedFilter(state)]
  const value = describePeriod(state)
  return [
    {
      label: 'Published',
      value,
      excluded: false,
      lifting: `without the period “${value}”`,
      without: withPeriod(state, '', ''),
    },
  ]
}

function undatedFilter(state: SearchState): ActiveFilter {
  return {
    label: 'Published',
    value: 'without a date',
    excluded: false,
    lifting: 'with a date of publication',
    without: withPeriod(state, '', ''),
  }
}

function newerFilter(state: SearchState): ActiveFilter[] {
  if (state.newer === 0) return []
  const value = describeNewer(state)
  return [
    {
      label: 'First indexed',
      value,
      excluded: false,
      lifting: 'with older articles',
      without: withNewer(state, 0),
    },
  ]
}
