import { ParameterReader, type Problem } from '../read-parameters.ts'
import { fromUrl, toPairs, type SearchState } from '../search-state.ts'

/** In which order the answer stands. */
export const listOrders = ['typed', 'articles', 'first', 'last'] as const
export type ListOrder = (typeof listOrders)[number]

/**
 * What the page of a list of names depends on. Its URL is `/names?…` with the parameters of a search, within which each name is
 * searched, and
 *
 * | parameter  | meaning                                                                |
 * | ---------- | ---------------------------------------------------------------------- |
 * | `names`    | the list, a line a name or query                                       |
 * | `phrases`  | `1`: each line is one phrase, whatever signs it has                    |
 * | `order`    | `typed`, `articles` (the most first), `first` or `last` (date)         |
 */
export interface ListState {
  readonly names: string
  readonly reading: 'queries' | 'phrases'
  readonly order: ListOrder
  readonly search: SearchState
}

/** Longer addresses are not for sure taken by whatever stands between a browser and the site. */
const longestAddress = 8_000

/** Reads the parameters of a URL, or the fields of a form, like `fromUrl` those of a search. */
export function listFromUrl(url: URLSearchParams): {
  state: ListState
  problems: readonly Problem[]
} {
  const { state: search, problems } = fromUrl(url)
  const reader = new ParameterReader(url)
  const state = {
    names: url.get('names') ?? '',
    reading: url.get('phrases') === '1' ? ('phrases' as const) : ('queries' as const),
    order: reader.choice('order', listOrders),
    search: { ...search, page: 1 },
  }
  return { state, problems: [...problems, ...reader.problems] }
}

/** The page of a list, or another of its forms (`/names.csv`); '' where its address would be too long. */
export function listLink(state: ListState, path = '/names'): string {
  const own: [string, string][] = [
    ...(state.names === '' ? [] : [['names', state.names] satisfies [string, string]]),
    ...(state.reading === 'phrases' ? [['phrases', '1'] satisfies [string, string]] : []),
    ...(state.order === 'typed' ? [] : [['order', state.order] satisfies [string, string]]),
  ]
  const parameters = new URLSearchParams([...toPairs(state.search), ...own]).toString()
  const address = parameters === '' ? path : `${path}?${parameters}`
  return address.length > longestAddress ? '' : address
}
