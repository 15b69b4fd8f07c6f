import { ParameterReader, type Problem } from '../read-parameters.ts'
import { emptyState, fromUrl, toPairs, type SearchState } from '../search-state.ts'

/**
 * What the page of coverage depends on. Its URL is `/coverage?…` with the parameters of a search, whose articles are counted, and
 *
 * | parameter    | meaning                                                                     |
 * | ------------ | --------------------------------------------------------------------------- |
 * | `find`       | only outlets one of whose names has words that begin so                     |
 * | `show=share` | of each outlet’s articles the share that the search finds, not the number   |
 * | `part`       | which part of the outlets, from 1                                           |
 */
export interface CoverageState {
  readonly search: SearchState
  readonly find: string
  readonly show: 'count' | 'share'
  readonly part: number
}

/** Reads the parameters of a URL like `fromUrl` those of a search. A period of days is widened to its months. */
export function coverageFromUrl(url: URLSearchParams): {
  state: CoverageState
  problems: readonly Problem[]
} {
  const { state: search, problems } = fromUrl(url)
  const reader = new ParameterReader(url)
  const { sort, group, page } = emptyState
  const state = {
    search: {
      ...{ ...search, sort, group, page },
      from: search.from.slice(0, 7),
      to: search.to.slice(0, 7),
    },
    find: reader.text('find'),
    show: reader.choice('show', ['count', 'share']),
    part: reader.count('part', 1),
  }
  return { state, problems: [...problems, ...reader.problems] }
}

/** The parameters of a state, without those at their defaults. */
export function coveragePairs({
  search,
  find,
  show,
  part,
}: CoverageState): [parameter: string, value: string][] {
  const own: [string, string, string][] = [
    ['find', find, ''],
    ['show', show, 'count'],
    ['part', String(part), '1'],
  ]
  return [
    ...toPairs(search),
    ...own.flatMap(([name, value, byDefault]): [string, string][] =>
      value === byDefault ? [] : [[name, value]],
    ),
  ]
}

/** The page of coverage, or another of its forms: `/coverage.csv`. */
export function coverageLink(state: CoverageState, path = '/coverage'): string {
  const parameters = new URLSearchParams(coveragePairs(state)).toString()
  return parameters === '' ? path : `${path}?${parameters}`
}
