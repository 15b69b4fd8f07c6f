import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import type { NameOf } from '../names.ts'
import { fromUrl, withNewer, withSaved } from '../search-state.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { describeConditions } from './describe-search.ts'
import { searchLink } from './links.ts'

/** What a saved query asks for, in English: `Articles with “S-300”, published by Reuters, newest first`. */
export function describeSaved(search: string, nameOf: NameOf): string {
  const { state } = fromUrl(search)
  const { query } = parse(state.q)
  const parts = [explain(query), ...describeConditions(state, nameOf)]
  return ['Articles', parts.filter((part) => part !== '').join(', ')].join(' ').trim()
}

/** Its search page, which knows where it came from. */
export function openLink({ id, search }: Pick<SavedQuery, 'id' | 'search'>): string {
  return searchLink(withSaved(fromUrl(search).state, id))
}

/** The same with only what is new. */
export function newsLink({ id, search, seen }: SavedQuery): string {
  return searchLink(withSaved(withNewer(fromUrl(search).state, seen), id))
}

/** The search itself, to give to others: it holds everything but what is kept beside it. */
export function plainLink(search: string): string {
  return searchLink(fromUrl(search).state)
}
