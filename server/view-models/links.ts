import { toUrl, type SearchState } from '../search-state.ts'

/** The search page of a state. */
export function searchLink(state: SearchState): string {
  const parameters = toUrl(state)
  return parameters === '' ? '/search' : `/search?${parameters}`
}

/** An article's page, which keeps the search it was reached from. */
export function articleLink(id: string, state: SearchState): string {
  const parameters = toUrl(state)
  return parameters === '' ? `/article/${id}` : `/article/${id}?${parameters}`
}

/** An article's own address; '' unless it is http(s), because a link may otherwise run a script. */
export function outsideLink(url: string): string {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : ''
}
