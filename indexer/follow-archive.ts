import { setTimeout } from 'node:timers/promises'
import type { Lease } from '../engine/archive/lease.ts'
import { EngineUnavailable, type SearchEngine } from '../engine/search-engine.ts'
import type { Progress } from './report/progress.ts'
import type { Behind } from './report/run-report.ts'

/** Brings an engine up to date while articles are being stored. */
export interface Follower {
  /** Call it after each commit with the number of articles that changed; the index follows by itself, every two seconds or so. */
  changed(articles: number): void
  /** Brings the index up to date; returns what is left when the engine fails again and again. */
  finish(): Promise<Behind | undefined>
}

/** Who follows what. */
export interface FollowOptions {
  readonly engine: SearchEngine
  readonly lease: Lease
  readonly progress: Progress
  /** Between the last attempts, in milliseconds. */
  readonly pauses?: readonly number[] | undefined
  /** Ends the waiting for an engine that fails. */
  readonly stop?: AbortSignal | undefined
}

const millisecondsBetween = 2_000
/** A failing engine is asked again after twice as long each time, up to this. */
const longestBetween = 60_000

/**
 * Storing does not wait for the index, whose engine works elsewhere: the next articles are read meanwhile. An engine that fails is asked
 * again later and later, and some times more at the end; the archive is what counts.
 */
export function followArchive(options: FollowOptions): Follower {
  return new ArchiveFollower(options)
}

class ArchiveFollower implements Follower {
  readonly #options: FollowOptions
  /** Articles that changed since the last time the index was brought up to date began. */
  #waiting = 0
  /** How often the engine failed since it last did not. */
  #failures = 0
  /** What was thrown while nobody waited for it. */
  #fault: { readonly error: unknown } | undefined
  #running: Promise<unknown> | undefined
  #due = performance.now() + millisecondsBetween

  constructor(options: FollowOptions) {
    this.#options = options
  }

  changed(articles: number): void {
    this.#waiting += articles
    if (this.#fault || this.#running || performance.now() < this.#due) return
    this.#running = this.#sync()
      .catch((error: unknown) => {
        this.#fault = { error }
      })
      .finally(() => {
        this.#running = undefined
        this.#due = performance.now() + this.#between()
      })
  }

  async finish(): Promise<Behind | undefined> {
    await this.#running
    if (this.#fault) throw this.#fault.error
    const { progress, pauses = [1_000, 2_000, 4_000], stop } = this.#options
    const attempt = () =>
      this.#sync((done, of) => {
        progress.indexing(done, of)
      })
    let behind = await attempt()
    for (const pause of pauses) {
      if (!behind || stop?.aborted) break
      progress.closing(
        `the search index fails (${behind.reason}): asking again in ${pause / 1000} s`,
      )
      await setTimeout(pause, undefined, stop && { signal: stop }).catch(() => undefined)
      behind = await attempt()
    }
    return behind
  }

  #between(): number {
    return Math.min(millisecondsBetween * 2 ** this.#failures, longestBetween)
  }

  async #sync(progress?: (done: number, of: number) => void): Promise<Behind | undefined> {
    const began = this.#waiting
    try {
      await this.#options.engine.sync(this.#options.lease, progress)
      this.#waiting -= began
      this.#failures = 0
      return undefined
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error
      this.#failures++
      return { articles: this.#waiting, reason: error.message }
    }
  }
}
