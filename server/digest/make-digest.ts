import type { Archive } from '../../engine/archive/archive.ts'
import type { Hit } from '../../engine/hit.ts'
import type { Query } from '../../engine/query/query.ts'
import type { SearchEngine } from '../../engine/search-engine.ts'
import type { Problem } from '../read-parameters.ts'
import { readSaved } from '../records/read-saved.ts'
import { withNewer, type SearchState } from '../search-state.ts'
import { withShownNames } from '../shown-names.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { toRequest } from '../to-request.ts'

/** Where it is looked. */
export interface DigestParts {
  readonly archive: Archive
  readonly engine: SearchEngine
}

/** A saved query, and the sequence number of the last article that its reader knows of. */
export interface Asked {
  readonly saved: SavedQuery
  readonly after: number
}

/** What is new for several saved queries, each article once. */
export interface Digest {
  /** When it was made, ISO 8601 UTC. */
  readonly made: string
  /** The sequence number up to which articles were looked at: whoever has this digest knows of everything up to it. */
  readonly upTo: number
  /** In the order asked for, those without news too. */
  readonly queries: readonly QueryNews[]
  /** The latest indexed first. */
  readonly articles: readonly NewArticle[]
}

/** What is new for one saved query. */
export interface QueryNews {
  readonly saved: SavedQuery
  /** Its search, as it is read now. */
  readonly state: SearchState
  readonly query: Query
  /** What of it can no longer be read: then nothing is looked for. */
  readonly problems: readonly Problem[]
  /** Articles first indexed since. */
  readonly total: number
  /** How many of them the digest lists; near-duplicates count as one. */
  readonly listed: number
}

/** An article that is new, with the queries that find it: why it is here. */
export interface NewArticle {
  readonly hit: Hit
  readonly sequence: number
  readonly firstIndexed: string
  readonly queries: readonly QueryNews[]
}

/** The most that a digest lists of one query; a link leads to the others. */
export const mostListedOfQuery = 20

/**
 * Looks what is new for saved queries, one after the other: a long list must not crowd out readers. New means first indexed since;
 * an article that is only read again, or classified otherwise, is not new. Near-duplicates of one query stand as one, the first of them.
 * Throws EngineUnavailable.
 */
export async function makeDigest(
  { archive, engine }: DigestParts,
  asked: readonly Asked[],
): Promise<Digest> {
  // What the index does not show yet has not been told, even where the archive has it.
  const upTo = archive.lastSequenceAt((await engine.stats()).change)
  const queries: QueryNews[] = []
  const articles = new Map<string, { hit: Hit; queries: QueryNews[] }>()
  for (const each of asked) {
    const { news, hits } = await newsOf({ archive, engine }, each, upTo)
    queries.push(news)
    for (const hit of withShownNames(archive, hits)) {
      const known = articles.get(hit.id)
      if (known) known.queries.push(news)
      else articles.set(hit.id, { hit, queries: [news] })
    }
  }
  const found = [...articles.values()].flatMap((each) => {
    const stored = archive.get(each.hit.id)
    // One that came between the first search and this one is told next time, with all its queries.
    if (!stored || stored.sequence > upTo) return []
    return [{ ...each, sequence: stored.sequence, firstIndexed: stored.firstIndexed }]
  })
  return {
    made: new Date().toISOString(),
    upTo,
    queries,
    articles: found.toSorted((a, b) => b.sequence - a.sequence),
  }
}

/** News, or something that its owner should know. */
export function isWorthTelling({ total, problems }: QueryNews): boolean {
  return total > 0 || problems.length > 0
}

async function newsOf(
  { archive, engine }: DigestParts,
  { saved, after }: Asked,
  upTo: number,
): Promise<{ news: QueryNews; hits: readonly Hit[] }> {
  const read = readSaved(archive, saved.search)
  const state = withNewer(read.state, after)
  const none = { saved, state, query: read.query, total: 0, listed: 0, problems: read.problems }
  // What can no longer be read would find too much without that part.
  if (!read.request) return { news: none, hits: [] }
  const matching = await engine.matching({ ...read.request, newerThan: after })
  const total = matching.filter((sequence) => sequence <= upTo).length
  if (total === 0) return { news: none, hits: [] }
  const { hits } = await engine.search({
    ...toRequest({ ...state, sort: 'newest' }, read.query, 'year'),
    groupBy: 'family',
    pageSize: mostListedOfQuery,
    facetSize: 0,
  })
  return { news: { ...none, total, listed: hits.length }, hits }
}
