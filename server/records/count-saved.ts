import { EngineUnavailable, type Capability } from '../../engine/search-engine.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { countNew } from './news-desk.ts'
import { lastFindable } from './news-of.ts'
import { readSaved } from './read-saved.ts'
import type { RecordParts } from './parts.ts'

/** How many articles a saved query finds, and how many of them are new since it was last marked as seen. */
export interface SavedCounts {
  readonly total: number
  readonly bound: Capability['bound']
  readonly news: number
}

/** A saved query; without counts where it can no longer be read, and when there is no search engine to count. */
export interface CountedQuery {
  readonly saved: SavedQuery
  readonly counts: SavedCounts | undefined
}

/** Counts what saved queries find now. Without a search engine they are told all the same, and `failure` says why there are no counts. */
export async function countSaved(
  site: RecordParts,
  queries: readonly SavedQuery[],
): Promise<{ counted: CountedQuery[]; failure: string }> {
  try {
    const last = queries.length === 0 ? 0 : await lastFindable(site)
    const counted: CountedQuery[] = []
    // One after the other: a long list must not crowd out other readers.
    for (const saved of queries)
      counted.push({ saved, counts: await countQuery(site, saved, last) })
    return { counted, failure: '' }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    const counted = queries.map((saved) => ({ saved, counts: undefined }))
    return { counted, failure: error.message }
  }
}

async function countQuery(
  site: RecordParts,
  saved: SavedQuery,
  last: number,
): Promise<SavedCounts | undefined> {
  const { request } = readSaved(site.archive, saved.search)
  if (!request) return undefined
  const { total, capability } = await site.engine.search(request)
  return { total, bound: capability.bound, news: await countNew(site, saved, last) }
}
