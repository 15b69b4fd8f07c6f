import type { Lease } from '../engine/archive/lease.ts'
import { EngineUnavailable, type SearchEngine } from '../engine/search-engine.ts'
import type { Progress } from './report/progress.ts'
import type { Behind } from './report/run-report.ts'

/** Brings an engine up to date while articles are being stored. */
export interface Follower {
  /** Call it after each commit with the number of articles that changed; the index follows every two seconds or so. */
  changed(articles: number): Promise<void>
  /** Brings the index up to date; returns what is left when the engine fails. */
  finish(progress: Progress): Promise<Behind | undefined>
}

const millisecondsBetween = 2000

/** After a failure the engine is left alone until `finish`: storing goes on, because the archive is what counts. */
export function followArchive(engine: SearchEngine, lease: Lease): Follower {
  let waiting = 0
  let failed = false
  let due = performance.now() + millisecondsBetween
  const sync = async (progress?: Progress): Promise<Behind | undefined> => {
    const began = performance.now()
    try {
      await engine.sync(
        lease,
        progress &&
          ((done, of) => {
            progress.indexing(done, of)
          }),
      )
      waiting = 0
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error
      failed = true
      return { articles: waiting, reason: error.message }
    }
    const ended = performance.now()
    // An index that takes long to follow gets half of the time at most.
    due = ended + Math.max(millisecondsBetween, ended - began)
    return undefined
  }
  return {
    changed: async (articles) => {
      waiting += articles
      if (!failed && performance.now() >= due) await sync()
    },
    finish: (progress) => sync(progress),
  }
}
