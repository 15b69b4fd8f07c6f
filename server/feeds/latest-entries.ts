import { parse } from '../../engine/query/parse.ts'
import type { Hit } from '../../engine/hit.ts'
import type { DigestParts } from '../digest/make-digest.ts'
import type { SearchState } from '../search-state.ts'
import { withShownNames } from '../shown-names.ts'
import { toRequest } from '../to-request.ts'

/** An article as a search finds it, and when it came. */
export interface LatestEntry {
  readonly hit: Hit
  /** ISO 8601 UTC. */
  readonly firstIndexed: string
}

/** Feed readers ask every hour or so: nobody misses anything unless more than these came meanwhile. */
export const mostEntries = 50

/** The articles of a search that were indexed last, the latest first; near-duplicates as the search has them. Throws EngineUnavailable. */
export async function latestEntries(
  { archive, engine }: DigestParts,
  state: SearchState,
): Promise<LatestEntry[]> {
  const request = toRequest({ ...state, sort: 'newest' }, parse(state.q).query, 'year')
  const matching = await engine.matching(request)
  const first = matching.at(-mostEntries) ?? matching.at(0)
  if (first === undefined) return []
  const { hits } = await engine.search({
    ...request,
    newerThan: first - 1,
    pageSize: mostEntries,
    facetSize: 0,
  })
  return withShownNames(archive, hits)
    .flatMap((hit) => {
      const stored = archive.get(hit.id)
      return stored ? [{ hit, firstIndexed: stored.firstIndexed, sequence: stored.sequence }] : []
    })
    .toSorted((a, b) => b.sequence - a.sequence)
}
