import type { FacetName } from '../engine/article.ts'
import type { FacetValuesRequest } from '../engine/search-engine.ts'
import type { Query } from '../engine/query/query.ts'
import { facets } from './facets.ts'
import { ParameterReader, type Problem } from './read-parameters.ts'
import { fromUrl, toPairs, type SearchState } from './search-state.ts'
import { toCount } from './to-request.ts'

/**
 * What a list of all values of a facet depends on. Its URL is `/facet/person?…` with the parameters of the search that it counts, and
 *
 * | parameter    | meaning                                                      |
 * | ------------ | ------------------------------------------------------------ |
 * | `find`       | only values whose names have words that begin so             |
 * | `below`      | only values below the one with this id: places of a country  |
 * | `order=name` | from A to Z instead of the most frequent first               |
 * | `part`       | which hundred of them, from 1                                |
 */
export interface ValuesState {
  readonly facet: FacetName
  readonly search: SearchState
  readonly find: string
  readonly below: string
  readonly order: FacetValuesRequest['order']
  readonly part: number
}

/** Values in one part of a list. */
export const valuesInPart = 100

/** The whole list of a facet, from its beginning. */
export function firstValues(facet: FacetName, search: SearchState): ValuesState {
  return { facet, search, find: '', below: '', order: 'count', part: 1 }
}

/** Reads the parameters of a URL like `fromUrl` those of a search. */
export function valuesFromUrl(
  facet: FacetName,
  url: URLSearchParams,
): { state: ValuesState; problems: readonly Problem[] } {
  const { state: search, problems } = fromUrl(url)
  const reader = new ParameterReader(url)
  const state = {
    facet,
    search,
    find: reader.text('find'),
    below: reader.text('below'),
    order: reader.choice('order', ['count', 'name']),
    part: reader.count('part', 1),
  }
  return { state, problems: [...problems, ...reader.problems] }
}

/** The parameters of a state, without those at their defaults. */
export function valuesPairs(state: ValuesState): [parameter: string, value: string][] {
  const defaults = firstValues(state.facet, state.search)
  const own = (['find', 'below', 'order', 'part'] as const)
    .filter((name) => state[name] !== defaults[name])
    .map((name): [string, string] => [name, String(state[name])])
  // The page belongs to the list of results.
  return [...toPairs({ ...state.search, page: 1 }), ...own]
}

/** The page that lists the values. */
export function valuesLink(state: ValuesState): string {
  const parameters = new URLSearchParams(valuesPairs(state)).toString()
  const path = `/facet/${facets[state.facet].parameter}`
  return parameters === '' ? path : `${path}?${parameters}`
}

/** What is asked of an engine for it; `query` is the parsed query of the search. */
export function toValuesRequest(
  { facet, search, find, below, order, part }: ValuesState,
  query: Query,
): FacetValuesRequest {
  return {
    search: toCount(search, query),
    facet,
    text: find,
    below,
    order,
    offset: (part - 1) * valuesInPart,
    limit: valuesInPart,
  }
}
