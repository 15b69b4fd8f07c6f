import type { Archive } from '../archive/archive.ts'
import type { Lease } from '../archive/lease.ts'
import type { StoredArticle } from '../article.ts'
import { planQuery } from '../query/plan-query.ts'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import {
  EngineUnavailable,
  type Capability,
  type EngineStats,
  type FacetValuesAnswer,
  type FacetValuesRequest,
  type SearchAnswer,
  type SearchEngine,
  type SearchRequest,
  type SimilarWord,
  type Spelling,
} from '../search-engine.ts'
import { capabilityBefore } from './capability.ts'
import { wordsMeant } from './corrections.ts'
import { isMissingIndex, isRefusedKey, reaching } from './errors.ts'
import { answerFacetValues } from './facet-values.ts'
import type { Progress } from './fill.ts'
import { claimIndexName, indexName } from './index-name.ts'
import { KnownWords } from './known-words.ts'
import { noValuesIndexed, nothingIndexed } from './nothing-indexed.ts'
import { scanArticles, scanDocuments } from './scan.ts'
import { answerRequest } from './search.ts'
import type { Written } from './send.ts'
import {
  openServer,
  requireMeilisearch,
  searchTimeout,
  writeTimeout,
  type Searched,
  type Server,
} from './server.ts'
import { readState } from './state.ts'
import { dropFormerIndexes, rebuildIndex, syncIndex } from './sync.ts'

/**
 * Opens the engine over an archive without asking the server anything, so a key that may only search is enough until `sync`.
 * Indexes are called `<prefix>-…`. Throws EngineUnavailable when the address is none.
 */
export async function openMeilisearchEngine(
  url: string,
  key: string,
  archive: Archive,
  prefix = 'dateline',
): Promise<SearchEngine> {
  return new MeilisearchEngine(
    openServer(url, key, searchTimeout),
    openServer(url, key, writeTimeout),
    archive,
    prefix,
  )
}

/** A key that may only search may not ask for the version. */
const unknownVersion = 'not told to this key'

const unheard: Progress = () => undefined

class MeilisearchEngine implements SearchEngine {
  readonly #reading: Server
  readonly #writing: Server
  readonly #archive: Archive
  readonly #prefix: string
  readonly #words: KnownWords
  /** Whether an index took its place in this run: a site of the former version may still answer from that one until the next run. */
  #hasReplaced = false

  constructor(reading: Server, writing: Server, archive: Archive, prefix: string) {
    this.#reading = reading
    this.#writing = writing
    this.#archive = archive
    this.#prefix = prefix
    this.#words = new KnownWords(archive)
  }

  async search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
    if (signal?.aborted) throw new EngineUnavailable('The search was given up before it began.')
    return this.#reaching(
      (searched) => answerRequest(searched, request),
      () => nothingIndexed(this.#archive, request),
    )
  }

  facetValues(request: FacetValuesRequest): Promise<FacetValuesAnswer> {
    return this.#reaching(
      (searched) => answerFacetValues(searched, request),
      () => noValuesIndexed,
    )
  }

  async *scan(request: SearchRequest): AsyncIterable<StoredArticle> {
    const searched = this.#searched()
    if (!searched) return
    try {
      yield* scanArticles(searched, request)
    } catch (error) {
      if (!isMissingIndex(error)) throw error
    }
  }

  matching(request: SearchRequest): Promise<Int32Array> {
    return this.#reaching(
      async (searched) => {
        const sequences: number[] = []
        for await (const { sequence } of scanDocuments(searched, request)) sequences.push(sequence)
        return Int32Array.from(sequences)
      },
      () => new Int32Array(0),
    )
  }

  suggest(word: string, limit: number): Promise<readonly SimilarWord[]> {
    return this.#reaching(
      (searched) => wordsMeant(searched, word, limit),
      () => [],
    )
  }

  async plan(query: Query, spelling: Spelling): Promise<Plan> {
    return planQuery({ query, spelling }, this.#archive, this.#words.vocabulary).plan
  }

  capabilities(query: Query, spelling: Spelling): Capability {
    return capabilityBefore(
      planQuery({ query, spelling }, this.#archive, this.#words.vocabulary).plan,
    )
  }

  async sync(lease: Lease, progress = unheard): Promise<void> {
    const written = await this.#prepared(lease)
    const outcome = await syncIndex(written, this.#archive, progress)
    this.#hasReplaced ||= outcome === 'replaced'
    if (!this.#hasReplaced) await dropFormerIndexes(written)
  }

  async rebuild(lease: Lease, progress = unheard): Promise<void> {
    await rebuildIndex(await this.#prepared(lease), this.#archive, progress)
    this.#hasReplaced = true
  }

  async stats(): Promise<EngineStats> {
    const { articles, change } = await this.#state()
    return { engine: 'meilisearch', version: await this.#version(), articles, change }
  }

  async close(): Promise<void> {
    // Requests stand for themselves: there is no connection to close.
    this.#words.close()
  }

  #searched(): Searched | undefined {
    const index = indexName(this.#archive, this.#prefix)
    if (index === undefined) return undefined
    const { vocabulary } = this.#words
    return { server: this.#reading, index, archive: this.#archive, vocabulary }
  }

  /** Asks the index; `instead` answers while there is none. */
  async #reaching<T>(ask: (searched: Searched) => Promise<T>, instead: () => T): Promise<T> {
    const searched = this.#searched()
    if (!searched) return instead()
    try {
      return await ask(searched)
    } catch (error) {
      if (isMissingIndex(error)) return instead()
      throw error
    }
  }

  /** The index to write. Words first, so that whatever can be found is known as a word. */
  async #prepared(lease: Lease): Promise<Written> {
    const index = claimIndexName(this.#archive, lease, this.#prefix)
    await requireMeilisearch(this.#writing)
    await this.#words.follow()
    return { server: this.#writing, index }
  }

  async #state(): Promise<{ readonly articles: number; readonly change: number }> {
    const none = { articles: 0, change: 0 }
    const index = indexName(this.#archive, this.#prefix)
    if (index === undefined) {
      await requireMeilisearch(this.#reading)
      return none
    }
    try {
      return await readState(this.#reading, index)
    } catch (error) {
      if (isMissingIndex(error)) return none
      throw error
    }
  }

  async #version(): Promise<string> {
    const { url, client } = this.#reading
    try {
      const { pkgVersion } = await reaching(url, () => client.getVersion())
      return pkgVersion
    } catch (error) {
      if (isRefusedKey(error)) return unknownVersion
      throw error
    }
  }
}
