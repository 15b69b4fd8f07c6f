import { Worker } from 'node:worker_threads'
import type { Archive } from '../archive/archive.ts'
import { DatabaseUnusable } from '../archive/open-database.ts'
import { preparedChanges, type PreparedChange } from './prepare-change.ts'
import type { PreparerReport, PreparerRequest } from './preparer-thread.ts'

/** From so many changes on, a second thread is worth its start, almost a second of work: what a run stores meanwhile is less. */
const fewestForThread = 5_000
/** Batches that the second thread is ahead at most; they wait in memory. */
const mostAhead = 4
/** In MB. What is young is articles on their way: more room for them would gain a twentieth, and take 60 MB. */
const limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 }

/**
 * The changes of an archive after one of them, in their order and prepared for the index, also those that are made meanwhile. Many
 * are read and analysed by a second thread, while the calling one writes those before: on two cores that takes little more than half the
 * time. Many are `fewest` or more.
 */
export function changeBatches(
  archive: Archive,
  after: number,
  fewest = fewestForThread,
): AsyncIterable<readonly PreparedChange[]> | Iterable<readonly PreparedChange[]> {
  const isLong = archive.lastChange() - after >= fewest
  return isLong ? preparedElsewhere(archive, after) : preparedChanges(archive, after)
}

async function* preparedElsewhere(
  { dataDir }: Archive,
  after: number,
): AsyncGenerator<readonly PreparedChange[]> {
  const worker = new Worker(new URL('./preparer-thread.ts', import.meta.url), {
    workerData: dataDir,
    execArgv: [],
    resourceLimits: limits,
  })
  const next: PreparerRequest = { after }
  const reports = reportsOf(worker)
  try {
    for (let asked = 0; asked < mostAhead; asked++) worker.postMessage(next)
    for (;;) {
      const changes = changesIn(await reports.next())
      if (changes.length === 0) return
      worker.postMessage(next)
      yield changes
    }
  } finally {
    await worker.terminate()
  }
}

/** What a thread has reported, one by one. Rejects when it ends. */
function reportsOf(worker: Worker) {
  const arrived: PreparerReport[] = []
  let failure: Error | undefined
  let wake: () => void = () => undefined
  worker.on('message', (report: PreparerReport) => {
    arrived.push(report)
    wake()
  })
  worker.on('error', (error) => {
    failure = new Error(`The thread that reads articles ended unexpectedly (${String(error)}).`)
    wake()
  })
  return {
    async next(): Promise<PreparerReport> {
      for (;;) {
        const report = arrived.shift()
        if (report) return report
        if (failure) throw failure
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

function changesIn(report: PreparerReport): readonly PreparedChange[] {
  switch (report.kind) {
    case 'changes':
      return report.changes
    case 'unusable':
      throw new DatabaseUnusable(report.message)
    case 'failed':
      throw new Error(report.message)
  }
}
