import type { Reader } from './reader.ts'
import type { Search } from './run-search.ts'
import { hasFilters, toUrl, withNewer, withoutPlace, type SearchState } from './search-state.ts'
import { showMoment } from './show-date.ts'
import type { Site } from './site.ts'
import { toCount } from './to-request.ts'
import { counted } from './view-models/counting.ts'
import { searchLink } from './view-models/links.ts'

/** What is new for a saved query since it was last opened. */
export interface NewsBanner {
  readonly name: string
  readonly since: string
  /** `3 new articles`; '' for none. */
  readonly news: string
  /** The search, narrowed to what is new; '' when it is so already. */
  readonly href: string
}

/** How the current search can be kept. */
export interface SaveForm {
  /** The parameters to keep. */
  readonly search: string
  readonly suggestedName: string
  /** The name under which it is kept already; '' otherwise. */
  readonly savedAs: string
  /** Every article of the archive is nothing worth keeping. */
  readonly worthSaving: boolean
}

/** The longest name of a saved query, in UTF-16 units. */
export const longestName = 100

/** What to know while there are articles of the sample; '' otherwise. */
export function sampleNotice({ archive }: Site): string {
  const articles = archive.sampleCount()
  if (articles === 0) return ''
  return articles === archive.count()
    ? `You are looking at the sample archive (${counted(articles, 'article')} written for this project).`
    : `The archive also holds the sample: ${counted(articles, 'article')} written for this project.`
}

/** For a search that was just run from the list of saved queries; undefined when it has become another search since. */
export async function newsBanner(
  { engine, store }: Site,
  { state, query }: Search,
  { owner, savedId }: { readonly owner: number; readonly savedId: string },
): Promise<NewsBanner | undefined> {
  const saved = /^\d{1,9}$/.test(savedId)
    ? store.savedQueries.get(owner, Number(savedId))
    : undefined
  if (saved?.search !== toUrl(withoutPlace(state))) return undefined
  const { name, openedBefore, seenBefore } = saved
  const { total } = await engine.search(toCount(withNewer(state, seenBefore), query))
  return {
    name,
    since: showMoment(openedBefore),
    news: total === 0 ? '' : counted(total, 'new article'),
    href: state.newer > 0 ? '' : searchLink(withNewer(state, seenBefore)),
  }
}

/** Offers to keep the current search under a name, or tells that it is kept. */
export function saveForm(
  { store }: Site,
  { owner }: Reader,
  state: SearchState,
  name: string,
): SaveForm {
  const search = toUrl(withoutPlace(state))
  return {
    search,
    suggestedName: name,
    savedAs: store.savedQueries.list(owner).find((saved) => saved.search === search)?.name ?? '',
    worthSaving: state.q !== '' || hasFilters(state),
  }
}
