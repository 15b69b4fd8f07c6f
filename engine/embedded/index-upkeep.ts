import type { Archive } from '../archive/archive.ts'
import type { Lease } from '../archive/lease.ts'
import {
  beginGeneration,
  currentGeneration,
  dropFormerGenerations,
  endBuilding,
  switchTo,
  unfinishedGeneration,
} from './generations.ts'
import { IndexUnusable } from './index-fault.ts'
import { createGeneration } from './index-file.ts'
import { IndexWriter } from './index-writer.ts'
import { indexUnavailable } from './unavailable.ts'

/** How far the work is, in changes. */
export type OnProgress = (done: number, of: number) => void

/**
 * Keeps the index up with the archive: goes on with the generation in use, and builds the next one beside it where that cannot be
 * used or somebody asks for it. Whoever calls holds the lease until the promise is settled.
 */
export class IndexUpkeep {
  readonly #archive: Archive
  readonly #writer: IndexWriter
  /** Whether generations of no use were looked for since the last switch. */
  #hasDropped = false
  /** One call after the other: the next one sees what the last one left. */
  #last: Promise<void> = Promise.resolve()

  constructor(archive: Archive) {
    this.#archive = archive
    this.#writer = new IndexWriter(archive.dataDir)
  }

  sync(lease: Lease, progress: OnProgress): Promise<void> {
    return this.#inTurn(async () => {
      const current = currentGeneration(this.#archive) ?? this.#first(lease)
      try {
        await this.#writer.follow(current, progress)
      } catch (error) {
        if (!(error instanceof IndexUnusable)) throw error
        await this.#build(lease, progress)
      }
      this.#dropFormer()
    })
  }

  /** An unfinished generation is gone on with: nobody knows better what it lacks than the generation itself. */
  rebuild(lease: Lease, progress: OnProgress): Promise<void> {
    return this.#inTurn(async () => {
      await this.#build(lease, progress)
      this.#dropFormer()
    })
  }

  /** Breaks off what is being written. */
  async close(): Promise<void> {
    await this.#writer.close()
    await this.#last
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work).catch((error: unknown) => {
      throw indexUnavailable('written', this.#archive, error)
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** The very first generation is searched while it grows: there is no other that could answer. */
  #first(lease: Lease): number {
    const generation = this.#begin(lease)
    switchTo(this.#archive, lease, generation)
    endBuilding(this.#archive, lease)
    return generation
  }

  async #build(lease: Lease, progress: OnProgress): Promise<void> {
    const generation = await this.#filled(lease, progress)
    switchTo(this.#archive, lease, generation)
    endBuilding(this.#archive, lease)
    this.#hasDropped = false
  }

  /** Once: a generation that is still open now will be so for a while, and the next process drops it. */
  #dropFormer(): void {
    if (!this.#hasDropped) dropFormerGenerations(this.#archive)
    this.#hasDropped = true
  }

  async #filled(lease: Lease, progress: OnProgress): Promise<number> {
    const unfinished = unfinishedGeneration(this.#archive)
    if (unfinished !== undefined) {
      try {
        await this.#writer.follow(unfinished, progress)
        return unfinished
      } catch (error) {
        if (!(error instanceof IndexUnusable)) throw error
      }
    }
    const generation = this.#begin(lease)
    await this.#writer.follow(generation, progress)
    return generation
  }

  #begin(lease: Lease): number {
    const generation = beginGeneration(this.#archive, lease)
    createGeneration(this.#archive.dataDir, generation)
    return generation
  }
}
