import type { DatabaseSync } from 'node:sqlite'
import { Archive } from '../archive/archive.ts'
import type { SearchAnswer, SearchRequest } from '../search-engine.ts'
import { answerRequest } from './answer.ts'
import { FacetColumns } from './columns.ts'
import { currentGeneration, emptyIndex, indexUnavailable, openForReading } from './index-file.ts'

/** Generations count from 1. */
const beforeTheFirst = 0

interface OpenIndex {
  readonly generation: number
  readonly db: DatabaseSync
  readonly columns: FacetColumns
}

/** One thread's view of the index: opened at the first request, kept up to date, switched when the pointer moves. */
export class IndexReader {
  readonly #archive: Archive
  #index: OpenIndex | undefined

  constructor(dataDir: string) {
    this.#archive = new Archive(dataDir)
  }

  /** Throws EngineUnavailable when the index cannot be read. */
  search(request: SearchRequest): SearchAnswer {
    try {
      return this.#answer(request)
    } catch (cause) {
      this.#forget()
      throw indexUnavailable('read', this.#archive.dataDir, cause)
    }
  }

  close(): void {
    this.#forget()
    this.#archive.close()
  }

  #answer(request: SearchRequest): SearchAnswer {
    const { db, columns } = this.#open()
    // One read transaction: ids, ranks and counts come from one snapshot while an indexer writes.
    db.exec('begin')
    try {
      columns.refresh(db)
      return answerRequest({ db, columns, archive: this.#archive }, request)
    } finally {
      db.exec('rollback')
    }
  }

  #open(): OpenIndex {
    const generation = currentGeneration(this.#archive) ?? beforeTheFirst
    if (this.#index?.generation === generation) return this.#index
    this.#forget()
    const db =
      generation === beforeTheFirst
        ? emptyIndex()
        : openForReading(this.#archive.dataDir, generation)
    this.#index = { generation, db, columns: new FacetColumns() }
    return this.#index
  }

  #forget(): void {
    this.#index?.db.close()
    this.#index = undefined
  }
}
