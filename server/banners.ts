import type { Reader } from './reader.ts'
import { longestName } from './records/limits.ts'
import { countNew } from './records/news-desk.ts'
import { lastFindable } from './records/news-of.ts'
import type { Search } from './run-search.ts'
import { hasFilters, toUrl, withNewer, withoutPlace, type SearchState } from './search-state.ts'
import { showMoment } from './show-date.ts'
import type { Site } from './site.ts'
import type { SavedQuery } from './store/saved-queries.ts'
import { counted, countedTotal } from './view-models/counting.ts'
import { searchLink } from './view-models/links.ts'

/** What is new for a saved query since it was last marked as seen. */
export interface NewsBanner {
  readonly id: number
  readonly name: string
  readonly href: string
  /** `3 new articles`, `Nothing new`, or `Saved` where it was just kept and never marked. */
  readonly lead: string
  /** Between that and its name: `for` or `as`. */
  readonly joint: 'for' | 'as'
  /** What follows its name. */
  readonly rest: string
  readonly hasNews: boolean
  /** The search, narrowed to what is new; '' when it is so already. */
  readonly newsHref: string
  /** What the page shows is marked as seen, not what comes meanwhile. */
  readonly upTo: number
}

/** How the current search can be kept. */
export interface SaveForm {
  /** The parameters to keep. */
  readonly search: string
  readonly suggestedName: string
  readonly longestName: number
  /** The saved query that keeps it already. */
  readonly savedAs: { readonly name: string; readonly href: string } | undefined
  /** The saved query that it came from, where it has become another search since. */
  readonly update: { readonly id: number; readonly name: string } | undefined
  /** Every article of the archive is nothing worth keeping. */
  readonly worthSaving: boolean
}

/** What to know while there are articles of the sample; '' otherwise. */
export function sampleNotice({ archive }: Site): string {
  const articles = archive.sampleCount()
  if (articles === 0) return ''
  return articles === archive.count()
    ? `You are looking at the sample archive (${counted(articles, 'article')} written for this project).`
    : `The archive also holds the sample: ${counted(articles, 'article')} written for this project.`
}

/** For a search that came from one of the reader's saved queries; undefined when it has become another search since. */
export async function newsBanner(
  site: Site,
  { state, answer }: Search,
  { owner }: Reader,
): Promise<NewsBanner | undefined> {
  const saved = cameFrom(site, owner, state)
  if (saved?.search !== toUrl(withoutPlace(state))) return undefined
  const { id, name, seen } = saved
  const upTo = await lastFindable(site)
  const news = await countNew(site, saved, upTo)
  return {
    ...{ id, name, upTo },
    href: `/saved/${id}`,
    ...tellNews(saved, news, state.newer > 0 ? '' : `, ${countedTotal(answer)}`),
    hasNews: news > 0,
    newsHref: state.newer > 0 ? '' : searchLink(withNewer(state, seen)),
  }
}

/** A query that was kept was not marked as seen yet. */
function tellNews(
  { saved, opened }: SavedQuery,
  news: number,
  total: string,
): Pick<NewsBanner, 'lead' | 'joint' | 'rest'> {
  const isMarked = opened !== saved
  if (news === 0 && !isMarked) return { lead: 'Saved', joint: 'as', rest: `${total}.` }
  const lead = news === 0 ? 'Nothing new' : counted(news, 'new article')
  const since = isMarked ? 'you last marked it as seen' : 'you saved it'
  return { lead, joint: 'for', rest: ` since ${since} on ${showMoment(opened)}.` }
}

/** Offers to keep the current search under a name, or tells that it is kept. */
export function saveForm(
  site: Site,
  { owner }: Reader,
  state: SearchState,
  name: string,
): SaveForm {
  const search = toUrl(withoutPlace(state))
  const from = cameFrom(site, owner, state)
  const isKept = from?.search === search
  const kept = isKept ? from : site.store.savedQueries.withSearch(owner, search)
  return {
    search,
    suggestedName: name,
    longestName,
    savedAs: kept && { name: kept.name, href: `/saved/${kept.id}` },
    update: from && !isKept ? { id: from.id, name: from.name } : undefined,
    worthSaving: state.q !== '' || hasFilters(state),
  }
}

function cameFrom({ store }: Site, owner: number, { saved }: SearchState): SavedQuery | undefined {
  return saved === 0 ? undefined : store.savedQueries.get(owner, saved)
}
