import type { SavedQuery } from '../store/saved-queries.ts'
import { readSaved } from './read-saved.ts'
import type { Asked } from './parts.ts'

/**
 * What a saved query finds that was first indexed after its owner last marked it as seen: sequence numbers, ascending. `after` counts
 * from another sequence number. An article that is indexed again, corrected or found only now is not new. None where the search can no
 * longer be read as it was meant, which the page of saved queries flags. Looking marks nothing as seen. Throws EngineUnavailable.
 */
export async function newsOf(
  { engine, archive }: Asked,
  saved: Pick<SavedQuery, 'search' | 'seen'>,
  after = saved.seen,
): Promise<readonly number[]> {
  const { request } = readSaved(archive, saved.search)
  if (!request) return []
  return [...(await engine.matching({ ...request, newerThan: after }))]
}

/**
 * The last article, in the order of indexing, that a search can find now: during an import the archive is ahead of the index, and what
 * cannot be found yet has not been seen. Throws EngineUnavailable.
 */
export async function lastFindable({ engine, archive }: Asked): Promise<number> {
  const { change } = await engine.stats()
  return archive.lastSequenceAt(change)
}
