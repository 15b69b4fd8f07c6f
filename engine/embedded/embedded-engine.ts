import { rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Archive } from '../archive/archive.ts'
import type { Lease } from '../archive/lease.ts'
import type { Query } from '../query/query.ts'
import type {
  Capability,
  EngineStats,
  SearchAnswer,
  SearchEngine,
  SearchRequest,
  Spelling,
} from '../search-engine.ts'
import { promise } from './capability.ts'
import {
  currentGeneration,
  generationFolder,
  generationPointer,
  indexUnavailable,
  IndexUnusable,
  isDamage,
  openForReading,
  openForWriting,
  readState,
  requireGeneration,
} from './index-file.ts'
import { ReaderPool } from './reader-pool.ts'
import { applyChanges } from './write-index.ts'

/** Changes applied in one transaction: large enough to be fast, small enough that little is repeated after a crash. */
const batch = 500

/** Opens the embedded engine: SQLite FTS5 under the archive's data folder. */
export function openEmbeddedEngine(archive: Archive): SearchEngine {
  return new EmbeddedEngine(archive)
}

/** A generation that is written to. */
interface Writer {
  readonly generation: number
  readonly db: DatabaseSync
}

class EmbeddedEngine implements SearchEngine {
  readonly #archive: Archive
  readonly #readers: ReaderPool
  #writer: Writer | undefined
  /** The generation that turned out to be damaged while it was written. */
  #damaged: number | undefined

  constructor(archive: Archive) {
    this.#archive = archive
    this.#readers = new ReaderPool(archive.dataDir)
  }

  search(request: SearchRequest): Promise<SearchAnswer> {
    return this.#readers.search(request)
  }

  capabilities(query: Query, spelling: Spelling): Capability {
    return promise(query, spelling)
  }

  async sync(lease: Lease, progress?: (done: number, of: number) => void): Promise<void> {
    try {
      await this.#follow(lease, progress)
    } catch (error) {
      // Damage inside the file shows only when its pages are written.
      if (!(error instanceof IndexUnusable)) throw error
      await this.#follow(lease, progress)
    }
  }

  async #follow(lease: Lease, progress?: (done: number, of: number) => void): Promise<void> {
    const { generation, db } = this.#openWriter(lease)
    const start = this.#writing(() => readState(db).applied)
    const end = this.#archive.lastChange()
    let applied = start
    for (;;) {
      const changes = this.#archive.changes(applied, batch)
      const last = changes.at(-1)
      if (!last) break
      this.#writing(() => {
        applyChanges(db, changes)
      })
      applied = last.number
      progress?.(Math.min(applied, end) - start, end - start)
      // Lets signals and progress through between batches.
      await new Promise((resume) => setImmediate(resume))
    }
    if (currentGeneration(this.#archive) !== generation) this.#switchTo(lease, generation)
  }

  async stats(): Promise<EngineStats> {
    const generation = currentGeneration(this.#archive)
    const none = {
      engine: 'embedded',
      version: process.versions['sqlite'] ?? '',
      articles: 0,
      change: 0,
    } as const
    if (generation === undefined) return none
    let db: DatabaseSync | undefined
    try {
      db = openForReading(this.#archive.dataDir, generation)
      const { applied, articles } = readState(db)
      return { ...none, articles, change: applied }
    } catch (cause) {
      throw indexUnavailable('read', this.#archive.dataDir, cause)
    } finally {
      db?.close()
    }
  }

  async close(): Promise<void> {
    this.#closeWriter()
    await this.#readers.close()
  }

  /** The generation in use, or the next one when that cannot be used; a half-built next one is gone on with. */
  #openWriter(lease: Lease): Writer {
    const current = currentGeneration(this.#archive)
    if (this.#writer && this.#writer.generation === current) return this.#writer
    this.#closeWriter()
    this.#writer = this.#writing(() =>
      current === undefined ? this.#open(1) : this.#openUsable(current),
    )
    if (current === undefined)
      this.#archive.setSetting(lease, generationPointer, String(this.#writer.generation))
    return this.#writer
  }

  #openUsable(generation: number): Writer {
    try {
      // Created anew under the same number it would be searched while it is half built.
      requireGeneration(this.#archive.dataDir, generation)
      if (generation !== this.#damaged) return this.#open(generation)
    } catch (error) {
      if (!(error instanceof IndexUnusable)) throw error
    }
    const next = generation + 1
    try {
      return this.#open(next)
    } catch (error) {
      if (!(error instanceof IndexUnusable)) throw error
      this.#drop(next)
      return this.#open(next)
    }
  }

  #open(generation: number): Writer {
    const db = openForWriting(this.#archive.dataDir, generation)
    const { applied, mark } = readState(db)
    if (this.#archive.changeMark(applied) === mark) return { generation, db }
    db.close()
    // Which of its articles the archive still has cannot be told.
    throw new IndexUnusable('The archive was put back to an earlier copy than the search index.')
  }

  #switchTo(lease: Lease, generation: number): void {
    this.#archive.setSetting(lease, generationPointer, String(generation))
    // Two back: a reader may still have the last one open, and drops it at its next request.
    this.#drop(generation - 2)
  }

  #drop(generation: number): void {
    rmSync(generationFolder(this.#archive.dataDir, generation), { recursive: true, force: true })
  }

  /** Whatever fails in the index becomes EngineUnavailable, damage first IndexUnusable; the next sync opens it anew. */
  #writing<T>(work: () => T): T {
    try {
      return work()
    } catch (cause) {
      if (isDamage(cause) && this.#writer && this.#damaged !== this.#writer.generation) {
        this.#damaged = this.#writer.generation
        this.#closeWriter()
        throw new IndexUnusable('The search index is damaged.', { cause })
      }
      this.#closeWriter()
      throw indexUnavailable('written', this.#archive.dataDir, cause)
    }
  }

  #closeWriter(): void {
    this.#writer?.db.close()
    this.#writer = undefined
  }
}
