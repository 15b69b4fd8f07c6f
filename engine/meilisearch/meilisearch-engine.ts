import type { Archive } from '../archive/archive.ts'
import type { Lease } from '../archive/lease.ts'
import type { Query } from '../query/query.ts'
import type {
  Capability,
  EngineStats,
  SearchAnswer,
  SearchEngine,
  SearchRequest,
} from '../search-engine.ts'
import { capabilityBefore } from './capability.ts'
import { isMissingIndex, isRefusedKey, reaching } from './errors.ts'
import { claimIndexName, indexName } from './index-name.ts'
import { nothingIndexed } from './nothing-indexed.ts'
import { answerRequest } from './search.ts'
import {
  openServer,
  requireMeilisearch,
  searchTimeout,
  writeTimeout,
  type Server,
} from './server.ts'
import { readState } from './state.ts'
import { syncIndex } from './sync.ts'

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

class MeilisearchEngine implements SearchEngine {
  readonly #reading: Server
  readonly #writing: Server
  readonly #archive: Archive
  readonly #prefix: string

  constructor(reading: Server, writing: Server, archive: Archive, prefix: string) {
    this.#reading = reading
    this.#writing = writing
    this.#archive = archive
    this.#prefix = prefix
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const index = indexName(this.#archive, this.#prefix)
    if (index === undefined) return nothingIndexed(this.#archive, request)
    try {
      return await answerRequest({ server: this.#reading, index, archive: this.#archive }, request)
    } catch (error) {
      if (isMissingIndex(error)) return nothingIndexed(this.#archive, request)
      throw error
    }
  }

  capabilities(query: Query): Capability {
    return capabilityBefore(query)
  }

  async sync(
    lease: Lease,
    progress: (done: number, of: number) => void = () => undefined,
  ): Promise<void> {
    const index = claimIndexName(this.#archive, lease, this.#prefix)
    await syncIndex({ server: this.#writing, index }, this.#archive, progress)
  }

  async stats(): Promise<EngineStats> {
    const { articles, change } = await this.#state()
    return { engine: 'meilisearch', version: await this.#version(), articles, change }
  }

  async close(): Promise<void> {
    // Requests stand for themselves: there is no connection to close.
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
