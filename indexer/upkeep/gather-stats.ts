import type { ArchiveStatistics, RunOfArchive } from '../../engine/archive/statistics.ts'
import {
  EngineUnavailable,
  type EngineStats,
  type SearchEngine,
} from '../../engine/search-engine.ts'
import { DatabaseUnusable } from '../../engine/archive/open-database.ts'
import { readCorrections } from '../corrections/corrections-file.ts'
import { diskUse, type DiskUse } from './disk-use.ts'
import type { Reading } from './reading.ts'

/** Everything that `stats` tells. */
export interface Stats {
  readonly archive: ArchiveStatistics
  /** The last five, the latest first. */
  readonly runs: readonly RunOfArchive[]
  readonly corrections: Told<{ readonly lines: number; readonly faulty: number }>
  readonly bytes: DiskUse
  readonly index: Told<EngineStats & { readonly changesBehind: number }>
}

/** What could be found out, or why not. */
export type Told<T> = T | { readonly problem: string }

const runsTold = 5

/** Reads one state of the archive, whatever is written meanwhile. */
export async function gatherStats({ archive, engine }: Reading): Promise<Stats> {
  return archive.snapshot(async () => {
    const lastChange = archive.lastChange()
    return {
      archive: archive.statistics(),
      runs: archive.latestRuns(runsTold),
      corrections: countCorrections(archive.dataDir),
      bytes: diskUse(archive.dataDir),
      index: await indexStats(engine, lastChange),
    }
  })
}

function countCorrections(dataDir: string): Stats['corrections'] {
  try {
    const { corrections, faults } = readCorrections(dataDir)
    return { lines: corrections.length, faulty: faults.length }
  } catch (error) {
    if (!(error instanceof DatabaseUnusable)) throw error
    return { problem: error.message }
  }
}

async function indexStats(engine: SearchEngine, lastChange: number): Promise<Stats['index']> {
  try {
    const stats = await engine.stats()
    // An indexer may have gone on since the archive was looked at.
    return { ...stats, changesBehind: Math.max(0, lastChange - stats.change) }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    return { problem: error.message }
  }
}
