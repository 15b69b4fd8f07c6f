import { Meilisearch, MeilisearchError, type MultiSearchQuery } from 'meilisearch'
import type { Archive } from '../archive/archive.ts'
import { EngineUnavailable } from '../search-engine.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { notMeilisearch, reaching } from './errors.ts'

/** A Meilisearch server that is searched: every request ends in time, and every failure is EngineUnavailable. */
export interface Server {
  readonly url: string
  readonly client: Meilisearch
}

/** The index that a search reads, the archive that it was made from, and the words that it ever held. */
export interface Searched {
  readonly server: Server
  readonly index: string
  readonly archive: Archive
  readonly vocabulary: Vocabulary
}

/** One query of a multi-search. */
export type Query = Omit<MultiSearchQuery, 'indexUid'>

/** What Dateline reads of the answer to one query of a multi-search. */
export interface QueryResult {
  readonly total: number
  /** The documents, with the fields that are displayed. */
  readonly hits: readonly ReadonlyMap<string, unknown>[]
  /** Articles per value, by attribute. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Milliseconds; a page that takes longer is of no use to its reader. */
export const searchTimeout = 10_000
/** Milliseconds to take one payload in. */
export const writeTimeout = 300_000

/**
 * Uncompressed: the pieces of a compressed answer wait 40 ms for each other to be acknowledged, which on one machine
 * is twenty times what the search takes.
 */
const requestInit = { headers: { 'accept-encoding': 'identity' } }

/** Connects nothing yet. Throws EngineUnavailable for an address or a key that is none. */
export function openServer(url: string, key: string, timeout: number): Server {
  // Neither message repeats what it complains about: terminals, logs and pages show them.
  if (/^([a-z+.-]+:\/\/)?[^/?#]*@/i.test(url)) {
    throw new EngineUnavailable(
      'MEILI_URL has a name or password in it. Write it like http://127.0.0.1:7700 and set MEILI_KEY to the key.',
    )
  }
  if (!/^[\x21-\x7e]*$/.test(key)) {
    throw new EngineUnavailable(
      'MEILI_KEY is not a key: it has blanks, line ends or letters that no key has. Copy it anew.',
    )
  }
  try {
    return { url, client: new Meilisearch({ host: url, apiKey: key, timeout, requestInit }) }
  } catch (cause) {
    if (!(cause instanceof MeilisearchError)) throw cause
    throw new EngineUnavailable(
      `MEILI_URL is not an address: “${url}”. Write it like http://127.0.0.1:7700`,
      { cause },
    )
  }
}

/** Throws EngineUnavailable unless Meilisearch answers. Needs no key. */
export async function requireMeilisearch({ url, client }: Server): Promise<void> {
  const health: unknown = await reaching(url, () => client.health())
  if (member(health, 'status') !== 'available') throw new EngineUnavailable(notMeilisearch(url))
}

/** Asks several queries in one request, answered in their order. */
export async function searchAll(
  { url, client }: Server,
  indexUid: string,
  queries: readonly Query[],
): Promise<QueryResult[]> {
  const answer: unknown = await reaching(url, () =>
    client.multiSearch({ queries: queries.map((query) => ({ ...query, indexUid })) }),
  )
  const results = member(answer, 'results')
  if (!Array.isArray(results) || results.length !== queries.length)
    throw new EngineUnavailable(notMeilisearch(url))
  return results.map(readResult)
}

/** The article of a document. */
export const idOf = (document: ReadonlyMap<string, unknown>) => String(document.get('id'))

function readResult(result: unknown): QueryResult {
  const hits = member(result, 'hits')
  return {
    total: Number(member(result, 'totalHits') ?? 0),
    hits: Array.isArray(hits) ? hits.map(entriesOf) : [],
    counts: new Map(
      [...entriesOf(member(result, 'facetDistribution'))].map(([name, counts]) => [
        name,
        readCounts(counts),
      ]),
    ),
  }
}

function readCounts(counts: unknown): Map<string, number> {
  return new Map([...entriesOf(counts)].map(([value, count]) => [value, Number(count)]))
}

function member(value: unknown, name: string): unknown {
  return entriesOf(value).get(name)
}

function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}
