import { toUrl, withoutPlace, type SearchState } from '../search-state.ts'

/** The search page of a state. */
export function searchLink(state: SearchState): string {
  const parameters = toUrl(state)
  return parameters === '' ? '/search' : `/search?${parameters}`
}

/** The feed of a state, wherever in its results it is. */
export function feedLink(state: SearchState): string {
  const parameters = toUrl({ ...withoutPlace(state), newer: state.newer })
  return parameters === '' ? '/search.atom' : `/search.atom?${parameters}`
}

/**
 * An article's page, which keeps the search it was reached from and the article's place among its results: from 1, over all pages;
 * 0 for an article that is none of them.
 */
export function articleLink(id: string, state: SearchState, at = 0): string {
  const place = at > 0 ? [`at=${at}`] : []
  const parameters = [toUrl(state), ...place].filter((part) => part !== '').join('&')
  return parameters === '' ? `/article/${id}` : `/article/${id}?${parameters}`
}

/** An article's own address; '' unless it is http(s), because a link may otherwise run a script. */
export function outsideLink(url: string): string {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : ''
}
