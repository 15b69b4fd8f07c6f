import { noValue, type FacetName } from '../engine/article.ts'
import type { FacetFilter, SearchRequest, SortOrder, Spelling } from '../engine/search-engine.ts'
import { facetTable, perFacet } from './facets.ts'
import { ParameterReader, type Problem } from './read-parameters.ts'

/**
 * Everything that a search page depends on, as its URL has it. Never changed: every step returns a new state.
 *
 * | parameter                                       | meaning                                                              |
 * | ----------------------------------------------- | -------------------------------------------------------------------- |
 * | `q`                                             | the query, as typed                                                  |
 * | `spelling=exact`                                | its words only as they are written                                   |
 * | `person` `place` `weapon` `outlet` `cites`      | a value that articles must have: an id or a name; repeatable         |
 * | `-person` and so on                             | a value that they must not have; repeatable                          |
 * | `person=[none]`                                 | without any value of the facet; `-person=[none]`: with one           |
 * | `person.match=all`, also place, weapon, cites   | all the values of the facet instead of any one of them               |
 * | `from` `to`                                     | first and last year, month or day of publication                     |
 * | `from=[none]`                                   | without a known date of publication                                  |
 * | `during`                                        | a year, month or day for both; read, but never written                |
 * | `group=family`                                  | near-duplicates as one result                                        |
 * | `newer`                                         | first indexed after the article with this number                     |
 * | `sort` `page`                                   | the order (relevance, newest, oldest) and the page, from 1           |
 * | `saved`                                         | the saved query that the search came from                            |
 */
export interface SearchState {
  /** Without spaces around it. */
  readonly q: string
  readonly spelling: Spelling
  /** Entity ids, or names until `resolveNames` has replaced them. A facet without included values has the match `any`. */
  readonly filters: Readonly<Record<FacetName, FacetFilter>>
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, inclusive; '' for open. */
  readonly from: string
  readonly to: string
  /** `undated`: only articles without a known date; then the period is open. */
  readonly dating: 'any' | 'undated'
  readonly group: SearchRequest['groupBy']
  readonly sort: SortOrder
  readonly page: number
  /** Only articles first indexed after this sequence number; 0 for all. */
  readonly newer: number
  /** The number of the saved query that the search came from, which it may have left since; 0 for none. It narrows nothing. */
  readonly saved: number
}

/** Hits on a page. */
export const pageSize = 20
/** The most frequent values of a facet that a page lists. */
export const facetSize = 40

/** No query, no filter, first page. */
export const emptyState: SearchState = {
  q: '',
  spelling: 'any',
  filters: perFacet(() => ({ include: [], match: 'any', exclude: [] })),
  from: '',
  to: '',
  dating: 'any',
  group: 'article',
  sort: 'relevance',
  page: 1,
  newer: 0,
  saved: 0,
}

/**
 * Reads a URL's parameters. Unknown ones are ignored, of a repeated single one the first counts, and what cannot be read
 * is reported and left out. `fromUrl(toUrl(state)).state` equals `state`.
 */
export function fromUrl(url: string | URLSearchParams): {
  state: SearchState
  problems: Problem[]
} {
  const reader = new ParameterReader(new URLSearchParams(url))
  const state = {
    q: reader.query('q'),
    spelling: reader.choice('spelling', ['any', 'exact']),
    filters: perFacet(({ parameter, isMultiple }) => {
      const include = reader.values(parameter)
      const match = isMultiple ? reader.choice(`${parameter}.match`, ['any', 'all']) : 'any'
      return {
        include,
        match: include.length > 0 ? match : 'any',
        exclude: reader.values(`-${parameter}`),
      }
    }),
    ...reader.period('from', 'to', 'during'),
    group: reader.choice('group', ['article', 'family']),
    sort: reader.choice('sort', ['relevance', 'newest', 'oldest']),
    page: reader.count('page', emptyState.page),
    newer: reader.count('newer', emptyState.newer),
    saved: reader.count('saved', emptyState.saved),
  }
  return { state, problems: reader.problems }
}

/** The parameters of a state, in a fixed order, without those at their defaults; '' for the empty state. */
export function toUrl(state: SearchState): string {
  return new URLSearchParams(toPairs(state)).toString()
}

/** The parameters of `toUrl` one by one, for the hidden fields of a form. */
export function toPairs(state: SearchState): [parameter: string, value: string][] {
  const written = { ...state, from: fromWritten(state) }
  const single = (
    ['from', 'to', 'spelling', 'group', 'newer', 'sort', 'page', 'saved'] as const
  ).map((name): [string, string, unknown] => [name, String(written[name]), emptyState[name]])
  const pairs: [string, string][] = state.q === '' ? [] : [['q', state.q]]
  for (const { name, parameter } of facetTable) {
    const { include, match, exclude } = state.filters[name]
    for (const id of include) pairs.push([parameter, id])
    if (match === 'all') pairs.push([`${parameter}.match`, match])
    for (const id of exclude) pairs.push([`-${parameter}`, id])
  }
  for (const [name, value, byDefault] of single)
    if (value !== String(byDefault)) pairs.push([name, value])
  return pairs
}

function fromWritten({ from, dating }: SearchState): string {
  return dating === 'undated' ? noValue : from
}

export function withPeriod(state: SearchState, from: string, to: string): SearchState {
  return { ...state, from, to, dating: 'any', page: 1 }
}

export function withoutDate(state: SearchState): SearchState {
  return { ...state, from: '', to: '', dating: 'undated', page: 1 }
}

export function withNewer(state: SearchState, newer: number): SearchState {
  return { ...state, newer, page: 1 }
}

export function withQuery(state: SearchState, q: string): SearchState {
  return { ...state, q, page: 1 }
}

export function withSpelling(state: SearchState, spelling: Spelling): SearchState {
  return { ...state, spelling, page: 1 }
}

export function withGroup(state: SearchState, group: SearchState['group']): SearchState {
  return { ...state, group, page: 1 }
}

export function withSort(state: SearchState, sort: SortOrder): SearchState {
  return { ...state, sort, page: 1 }
}

export function withPage(state: SearchState, page: number): SearchState {
  return { ...state, page }
}

/** The query and how its results are listed, without any filter. */
export function withoutFilters(state: SearchState): SearchState {
  return { ...emptyState, q: state.q, sort: state.sort, group: state.group }
}

export function withSaved(state: SearchState, saved: number): SearchState {
  return { ...state, saved }
}

/** What a saved query keeps: everything but the page, the mark of what is new, and which saved query it came from. */
export function withoutPlace(state: SearchState): SearchState {
  return { ...state, page: 1, newer: 0, saved: 0 }
}

/** Whether anything but the query narrows the search. */
export function hasFilters(state: SearchState): boolean {
  return toUrl(withoutPlace(state)) !== toUrl(withoutFilters(state)) || state.newer > 0
}
