import { parse } from '../engine/query/parse.ts'
import { EngineUnavailable } from '../engine/search-engine.ts'
import type { Reader } from './reader.ts'
import { fromUrl } from './search-state.ts'
import type { Site } from './site.ts'
import type { SavedQuery } from './store/saved-queries.ts'
import { toCount } from './to-request.ts'
import type { CountedQuery } from './view-models/saved-page.ts'

/** Counts what every saved query finds now. Without a search engine they are listed all the same, and `failure` says why there are no counts. */
export async function countSaved(
  site: Site,
  { owner }: Reader,
): Promise<{ counts: CountedQuery[]; failure: string }> {
  const all = site.store.savedQueries.list(owner)
  try {
    const counts: CountedQuery[] = []
    // One after the other: a long list must not crowd out other readers.
    for (const saved of all) counts.push(await countQuery(site, saved))
    return { counts, failure: '' }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    return { counts: all.map((saved) => ({ saved, counts: undefined })), failure: error.message }
  }
}

async function countQuery({ engine }: Site, saved: SavedQuery): Promise<CountedQuery> {
  const { state } = fromUrl(saved.search)
  const request = toCount(state, parse(state.q).query)
  const [all, news] = await Promise.all([
    engine.search(request),
    engine.search({ ...request, newerThan: saved.seen }),
  ])
  return { saved, counts: { total: all.total, news: news.total } }
}
