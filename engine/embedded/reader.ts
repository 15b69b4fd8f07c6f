import type { DatabaseSync } from 'node:sqlite'
import { Archive } from '../archive/archive.ts'
import type { Plan } from '../query/plan.ts'
import { planQuery } from '../query/plan-query.ts'
import type { Query } from '../query/query.ts'
import type {
  FacetValuesAnswer,
  FacetValuesRequest,
  SearchAnswer,
  SearchRequest,
  SimilarWord,
  Spelling,
} from '../search-engine.ts'
import { WordTable } from '../vocabulary/word-table.ts'
import { answerFacet, answerRequest, matchingSequences, type Desk } from './answer.ts'
import { FacetColumns } from './columns.ts'
import { correctionsOf, wordsMeant } from './corrections.ts'
import { currentGeneration } from './generations.ts'
import { emptyIndex, openForReading } from './index-file.ts'
import { endless, TooBroad, type Patience } from './patience.ts'
import { SharedRows } from './shared-rows.ts'
import { indexUnavailable } from './unavailable.ts'

/** Generations count from 1. */
const beforeTheFirst = 0

interface OpenIndex {
  readonly generation: number
  readonly db: DatabaseSync
  readonly columns: FacetColumns
  readonly vocabulary: WordTable
}

/** One thread's view of the index: opened at the first request, kept up to date, switched when the pointer moves. */
export class IndexReader {
  readonly #archive: Archive
  readonly #rows: SharedRows
  readonly #patience: Patience
  #index: OpenIndex | undefined

  /** What takes more is not answered: TooBroad or TooCostly is thrown. */
  constructor(dataDir: string, patience = endless) {
    this.#patience = patience
    this.#archive = new Archive(dataDir)
    this.#rows = new SharedRows(dataDir)
  }

  /** Throws EngineUnavailable when the index cannot be read. */
  search(request: SearchRequest): SearchAnswer {
    return this.#read((desk) => {
      const answer = answerRequest(desk, request)
      return { ...answer, didYouMean: correctionsOf(desk, request, answer.readings) }
    })
  }

  /** Throws EngineUnavailable when the index cannot be read. */
  facetValues(request: FacetValuesRequest): FacetValuesAnswer {
    return this.#read((desk) => answerFacet(desk, request))
  }

  /** All sequence numbers that a request finds, ascending. Throws EngineUnavailable when the index cannot be read. */
  matching(request: SearchRequest): Int32Array {
    return this.#read((desk) => matchingSequences(desk, request))
  }

  /** Words that begin with one, or are spelled much like it. Throws EngineUnavailable when the index cannot be read. */
  suggest(word: string, limit: number): readonly SimilarWord[] {
    return this.#read((desk) => wordsMeant(desk, word, limit))
  }

  /** Throws EngineUnavailable when the index cannot be read. */
  plan(query: Query, spelling: Spelling): Plan {
    return this.#read(
      ({ archive, vocabulary }) => planQuery({ query, spelling }, archive, vocabulary).plan,
    )
  }

  close(): void {
    this.#forget()
    this.#rows.close()
    this.#archive.close()
  }

  /** One read transaction: ids, ranks and counts come from one snapshot while an indexer writes. */
  #read<T>(work: (desk: Desk) => T): T {
    try {
      const { db, columns, vocabulary } = this.#open()
      db.exec('begin')
      try {
        columns.refresh(db)
        return work({ db, columns, vocabulary, archive: this.#archive, patience: this.#patience })
      } finally {
        db.exec('rollback')
      }
    } catch (cause) {
      if (cause instanceof TooBroad) throw cause
      this.#forget()
      throw indexUnavailable('read', this.#archive, cause)
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
    const columns = new FacetColumns({
      latest: () => this.#rows.latest(generation),
      offer: (rows) => {
        this.#rows.offer({ ...rows, generation })
      },
    })
    this.#index = { generation, db, columns, vocabulary: new WordTable(db) }
    return this.#index
  }

  #forget(): void {
    this.#index?.db.close()
    this.#index = undefined
  }
}
