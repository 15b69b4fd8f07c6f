import type { Archive } from '../../engine/archive/archive.ts'
import type { FoundMerge } from '../corrections/merge.ts'
import type { Lists } from '../extract/lists.ts'
import { WorkerPool } from '../workers/worker-pool.ts'
import { findMerges, type Settled } from './find-merges.ts'
import type { MergeWorkerStart } from './merge-worker.ts'

/** From so many articles on the names are worth a process of their own: some 200 MB for 100,000 people, given back at its end. */
const fewestForWorker = 10_000
/** Some seconds for a hundred thousand articles. */
const oneHour = 3_600_000

/** What a large archive takes. */
export interface ComparingOptions {
  readonly lists: Lists
  readonly settled: Settled
  /** Default: ten thousand articles. */
  readonly fewest?: number
  /** Ends the comparing in a process of its own. */
  readonly stop?: AbortSignal | undefined
}

/**
 * Finds the people of an archive who are one, see `findMerges`; those of a large one in a process of its own. Undefined when it was
 * stopped.
 */
export async function compareNames(
  archive: Archive,
  { lists, settled, fewest = fewestForWorker, stop }: ComparingOptions,
): Promise<readonly FoundMerge[] | undefined> {
  if (archive.count() < fewest) return findMerges(archive.extractedValues(), lists, settled)
  const start: MergeWorkerStart = { dataDir: archive.dataDir, folder: lists.folder }
  const script = new URL('./merge-worker.ts', import.meta.url)
  const pool = new WorkerPool<Settled, readonly FoundMerge[]>({
    ...{ script, start, workers: 1, longestTask: oneHour, megabytes: 4_096 },
  })
  const end = () => void pool.close()
  stop?.addEventListener('abort', end)
  try {
    return await pool.run(settled)
  } catch (error) {
    if (stop?.aborted) return undefined
    throw error
  } finally {
    stop?.removeEventListener('abort', end)
    await pool.close()
  }
}
