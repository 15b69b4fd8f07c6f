import { toUrl, withPage, type SearchState } from '../search-state.ts'

/** The comparison of the outlets of a state over its query and its other filters. */
export function compareLink(state: SearchState): string {
  const parameters = toUrl({ ...withPage(state, 1), sort: 'relevance', newer: 0 })
  return parameters === '' ? '/compare' : `/compare?${parameters}`
}
