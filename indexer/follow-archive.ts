import type { Lease } from '../engine/archive/lease.ts'
import { EngineUnavailable, type SearchEngine } from '../engine/search-engine.ts'
import type { Progress } from './report/progress.ts'
import type { Behind } from './report/run-report.ts'

/** Brings an engine up to date while articles are being stored. */
export interface Follower {
  /** Call it after each commit with the number of articles that changed; the index follows by itself, every two seconds or so. */
  changed(articles: number): void
  /** Brings the index up to date; returns what is left when the engine fails. */
  finish(progress: Progress): Promise<Behind | undefined>
}

const millisecondsBetween = 2000

/**
 * Storing does not wait for the index, whose engine works elsewhere: the next articles are read meanwhile. After a failure the
 * engine is left alone until `finish`, because the archive is what counts.
 */
export function followArchive(engine: SearchEngine, lease: Lease): Follower {
  return new ArchiveFollower(engine, lease)
}

class ArchiveFollower implements Follower {
  readonly #engine: SearchEngine
  readonly #lease: Lease
  /** Articles that changed since the last time the index was brought up to date began. */
  #waiting = 0
  #failed = false
  /** What was thrown while nobody waited for it. */
  #fault: { readonly error: unknown } | undefined
  #running: Promise<unknown> | undefined
  #due = performance.now() + millisecondsBetween

  constructor(engine: SearchEngine, lease: Lease) {
    this.#engine = engine
    this.#lease = lease
  }

  changed(articles: number): void {
    this.#waiting += articles
    if (this.#failed || this.#fault || this.#running || performance.now() < this.#due) return
    this.#running = this.#sync()
      .catch((error: unknown) => {
        this.#fault = { error }
      })
      .finally(() => {
        this.#running = undefined
        this.#due = performance.now() + millisecondsBetween
      })
  }

  async finish(progress: Progress): Promise<Behind | undefined> {
    await this.#running
    if (this.#fault) throw this.#fault.error
    return this.#sync((done, of) => {
      progress.indexing(done, of)
    })
  }

  async #sync(progress?: (done: number, of: number) => void): Promise<Behind | undefined> {
    const began = this.#waiting
    try {
      await this.#engine.sync(this.#lease, progress)
      this.#waiting -= began
      return undefined
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error
      this.#failed = true
      return { articles: this.#waiting, reason: error.message }
    }
  }
}
