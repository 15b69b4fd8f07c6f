import type { FacetName } from '../engine/article.ts'
import { periodOf } from '../engine/dates.ts'
import { longestQuery } from '../engine/query/parse.ts'
import { sortOrders, type FacetFilter, type SortOrder } from '../engine/search-engine.ts'
import { facets, facetTable, perFacet } from './facets.ts'

/** Everything that a search page depends on, as its URL has it. Never changed: every step returns a new state. */
export interface SearchState {
  /** As typed, without spaces around it. */
  readonly q: string
  /** Entity ids, or names until `resolveNames` has replaced them. */
  readonly filters: Readonly<Record<FacetName, FacetFilter>>
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, inclusive; '' for open. */
  readonly from: string
  readonly to: string
  readonly sort: SortOrder
  readonly page: number
  /** Only articles first indexed after this sequence number; 0 for all. */
  readonly newer: number
}

/** A part of a URL that could not be read, and was left out of the state. */
export interface Problem {
  readonly parameter: string
  /** What the URL had, at most a hundred characters of it. */
  readonly given: string
  readonly message: string
}

/** Hits on a page. */
export const pageSize = 20
/** The most frequent values of a facet that a page lists. */
export const facetSize = 40
const longestValue = 200
const mostValues = 100

const noFilter: FacetFilter = { include: [], exclude: [] }

/** No query, no filter, first page. */
export const emptyState: SearchState = {
  q: '',
  filters: perFacet(() => noFilter),
  from: '',
  to: '',
  sort: 'relevance',
  page: 1,
  newer: 0,
}

/**
 * Reads a URL's parameters. Unknown ones are ignored, of a repeated single one the first counts, and what cannot be read
 * is reported and left out. `fromUrl(toUrl(state)).state` equals `state`.
 */
export function fromUrl(url: string | URLSearchParams): {
  state: SearchState
  problems: Problem[]
} {
  const parameters = new URLSearchParams(url)
  const problems: Problem[] = []
  const read = <T>(parameter: string, fallback: T, parse: (text: string) => T | Refusal): T => {
    const given = parameters.get(parameter)?.trim() ?? ''
    if (given === '') return fallback
    const value = parse(given)
    if (!(value instanceof Refusal)) return value
    problems.push({ parameter, given: given.slice(0, 100), message: value.message })
    return fallback
  }
  const state = {
    q: read('q', '', readQuery),
    filters: readFilters(parameters, problems),
    from: read('from', '', readPartialDate),
    to: read('to', '', readPartialDate),
    sort: read('sort', emptyState.sort, readSort),
    page: read('page', 1, readPositive),
    newer: read('newer', 0, readPositive),
  }
  return { state: dropReversedPeriod(state, problems), problems }
}

/** The parameters of a state, in a fixed order, without those at their defaults; '' for the empty state. */
export function toUrl(state: SearchState): string {
  return new URLSearchParams(toPairs(state)).toString()
}

/** The parameters of `toUrl` one by one, for the hidden fields of a form. */
export function toPairs(state: SearchState): [parameter: string, value: string][] {
  const single: [string, string, unknown][] = [
    ['from', state.from, ''],
    ['to', state.to, ''],
    ['newer', String(state.newer), '0'],
    ['sort', state.sort, emptyState.sort],
    ['page', String(state.page), '1'],
  ]
  const pairs: [string, string][] = state.q === '' ? [] : [['q', state.q]]
  for (const { facet, role, id } of activeValues(state)) {
    const { parameter } = facets[facet]
    pairs.push([role === 'include' ? parameter : `-${parameter}`, id])
  }
  for (const [name, value, byDefault] of single) if (value !== byDefault) pairs.push([name, value])
  return pairs
}

/** What a value of a facet may be asked to do. */
export type Role = keyof FacetFilter

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
  const { include, exclude } = state.filters[facet]
  const others = (value: string) => value !== id
  return withFilter(state, facet, {
    include: include.filter(others),
    exclude: exclude.filter(others),
  })
}

/** Removes a value that has this role, and gives it this role otherwise. */
export function toggleValue(
  state: SearchState,
  facet: FacetName,
  role: Role,
  id: string,
): SearchState {
  return state.filters[facet][role].includes(id)
    ? removeValue(state, facet, id)
    : addValue(state, facet, role, id)
}

export function withFilter(state: SearchState, facet: FacetName, filter: FacetFilter): SearchState {
  return { ...state, filters: { ...state.filters, [facet]: filter }, page: 1 }
}

export function withPeriod(state: SearchState, from: string, to: string): SearchState {
  return { ...state, from, to, page: 1 }
}

export function withNewer(state: SearchState, newer: number): SearchState {
  return { ...state, newer, page: 1 }
}

export function withQuery(state: SearchState, q: string): SearchState {
  return { ...state, q, page: 1 }
}

export function withSort(state: SearchState, sort: SortOrder): SearchState {
  return { ...state, sort, page: 1 }
}

export function withPage(state: SearchState, page: number): SearchState {
  return { ...state, page }
}

/** The query and its order, without any filter. */
export function withoutFilters(state: SearchState): SearchState {
  return { ...emptyState, q: state.q, sort: state.sort }
}

/** What a saved query keeps: everything but the page and the mark of what is new. */
export function withoutPlace(state: SearchState): SearchState {
  return { ...state, page: 1, newer: 0 }
}

/** Whether anything but the query narrows the search. */
export function hasFilters(state: SearchState): boolean {
  return toUrl(withoutPlace(state)) !== toUrl(withoutFilters(state)) || state.newer > 0
}

/** Every value that is included or excluded, in display order. */
export function activeValues(state: SearchState): { facet: FacetName; role: Role; id: string }[] {
  const roles = ['include', 'exclude'] as const
  return facetTable.flatMap(({ name }) =>
    roles.flatMap((role) => state.filters[name][role].map((id) => ({ facet: name, role, id }))),
  )
}

class Refusal {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

function readQuery(text: string): string | Refusal {
  if (text.length <= longestQuery) return text
  return new Refusal(
    `The query is ${text.length} characters long; the limit is ${longestQuery}. Shorten it.`,
  )
}

function readPartialDate(text: string): string | Refusal {
  if (periodOf(text)) return text
  return new Refusal('Not a date. Write a year, a month or a day: 2016, 2016-04 or 2016-04-10.')
}

function readSort(text: string): SortOrder | Refusal {
  return (
    sortOrders.find((order) => order === text) ??
    new Refusal(`Not an order. There are ${sortOrders.join(', ')}.`)
  )
}

function readPositive(text: string): number | Refusal {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : new Refusal('Not a number from 1 up.')
}

function readFilters(parameters: URLSearchParams, problems: Problem[]): SearchState['filters'] {
  const read = (parameter: string): string[] => {
    const values = new Set(parameters.getAll(parameter).map((value) => value.trim()))
    values.delete('')
    const kept = [...values].filter((value) => value.length <= longestValue).slice(0, mostValues)
    if (kept.length < values.size) {
      const message = `At most ${mostValues} values of at most ${longestValue} characters are possible; the rest is left out.`
      problems.push({ parameter, given: '', message })
    }
    return kept
  }
  return perFacet(({ parameter }) => ({ include: read(parameter), exclude: read(`-${parameter}`) }))
}

function dropReversedPeriod(state: SearchState, problems: Problem[]): SearchState {
  const begin = periodOf(state.from)
  const end = periodOf(state.to)
  if (!begin || !end || begin.first <= end.last) return state
  const message = `The period ends (${state.to}) before it begins (${state.from}), so it is left out.`
  problems.push({ parameter: 'to', given: state.to, message })
  return { ...state, from: '', to: '' }
}
