import type { Archive } from '../archive/archive.ts'
import type { Lease } from '../archive/lease.ts'
import type { StoredArticle } from '../article.ts'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import type {
  Capability,
  EngineStats,
  FacetValuesAnswer,
  FacetValuesRequest,
  SearchAnswer,
  SearchEngine,
  SearchRequest,
  SimilarWord,
  Spelling,
} from '../search-engine.ts'
import { promise } from './capability.ts'
import { IndexUpkeep, type OnProgress } from './index-upkeep.ts'
import { unpackAnswer } from './packed-answer.ts'
import { ReaderPool } from './reader-pool.ts'
import { RecentAnswers } from './recent-answers.ts'
import { IndexStats } from './stats.ts'

/** Opens the embedded engine: SQLite FTS5 under the archive's data folder. */
export function openEmbeddedEngine(archive: Archive): SearchEngine {
  return new EmbeddedEngine(archive)
}

/** Articles of a scan that are read before others are let through. */
const readAtOnce = 50

/** Readers and a writer have threads of their own: nothing here waits for the disk but the reading of single articles. */
class EmbeddedEngine implements SearchEngine {
  readonly #archive: Archive
  readonly #readers: ReaderPool
  readonly #upkeep: IndexUpkeep
  readonly #stats: IndexStats
  readonly #recent = new RecentAnswers()

  constructor(archive: Archive) {
    this.#archive = archive
    this.#readers = new ReaderPool(archive.dataDir)
    this.#upkeep = new IndexUpkeep(archive)
    this.#stats = new IndexStats(archive)
  }

  async search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
    const state = this.#state()
    const question = JSON.stringify(request)
    const known = this.#recent.find(state, question)
    if (known) {
      // Whoever asks again and again must let others through, as a search does.
      await new Promise((resume) => setImmediate(resume))
      return unpackAnswer(known)
    }
    const answer = await this.#readers.search(request, signal)
    this.#recent.keep(state, question, answer)
    return unpackAnswer(answer)
  }

  facetValues(request: FacetValuesRequest, signal?: AbortSignal): Promise<FacetValuesAnswer> {
    return this.#readers.facetValues(request, signal)
  }

  async *scan(request: SearchRequest): AsyncGenerator<StoredArticle, void, undefined> {
    const sequences = await this.#readers.matching(request)
    for (const [i, sequence] of sequences.entries()) {
      if (i % readAtOnce === 0) await new Promise((resume) => setImmediate(resume))
      const article = this.#archive.getBySequence(sequence)
      // Undefined where it left the archive since.
      if (article) yield article
    }
  }

  matching(request: SearchRequest): Promise<Int32Array> {
    return this.#readers.matching(request)
  }

  suggest(word: string, limit: number): Promise<readonly SimilarWord[]> {
    return this.#readers.suggest(word, limit)
  }

  plan(query: Query, spelling: Spelling): Promise<Plan> {
    return this.#readers.plan(query, spelling)
  }

  capabilities(query: Query, spelling: Spelling): Capability {
    return promise(query, spelling)
  }

  sync(lease: Lease, progress: OnProgress = () => undefined): Promise<void> {
    return this.#upkeep.sync(lease, progress)
  }

  rebuild(lease: Lease, progress: OnProgress = () => undefined): Promise<void> {
    return this.#upkeep.rebuild(lease, progress)
  }

  /** All that an answer depends on besides its request. */
  #state(): string {
    const { generation, applied } = this.#stats.position()
    return [this.#archive.lastChange(), this.#archive.namings(), generation, applied].join(' ')
  }

  async stats(): Promise<EngineStats> {
    return this.#stats.read()
  }

  async close(): Promise<void> {
    await this.#upkeep.close()
    await this.#readers.close()
  }
}
