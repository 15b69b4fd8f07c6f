import { Archive } from '../../engine/archive/archive.ts'
import type { FoundMerge } from '../corrections/merge.ts'
import { loadLists } from '../extract/lists.ts'
import { answerTasks, startGiven } from '../workers/answer-tasks.ts'
import { findMerges, type Settled } from './find-merges.ts'

/** What a worker needs to compare the names of an archive. */
export interface MergeWorkerStart {
  readonly dataDir: string
  /** Of the lists. */
  readonly folder: string
}

const { dataDir, folder } = startOf(startGiven())
const lists = loadLists(folder)

answerTasks({
  work: (settled: Settled): readonly FoundMerge[] => {
    const archive = new Archive(dataDir)
    try {
      return findMerges(archive.extractedValues(), lists, settled)
    } finally {
      archive.close()
    }
  },
})

function startOf(given: unknown): MergeWorkerStart {
  const isStart =
    typeof given === 'object' && given !== null && 'dataDir' in given && 'folder' in given
  if (!isStart) throw new Error('it was started without an archive')
  return { dataDir: String(given.dataDir), folder: String(given.folder) }
}
