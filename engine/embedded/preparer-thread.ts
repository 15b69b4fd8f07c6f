import { parentPort, workerData } from 'node:worker_threads'
import { Archive } from '../archive/archive.ts'
import { DatabaseUnusable } from '../archive/open-database.ts'
import { preparedChanges, type PreparedChange } from './prepare-change.ts'

/** Asks for the next changes; the first request says after which one they begin. */
export interface PreparerRequest {
  readonly after: number
}

/** The answer to each message: the next changes, none at the end. */
export type PreparerReport =
  | { readonly kind: 'changes'; readonly changes: readonly PreparedChange[] }
  /** The archive cannot be read, and the message says what to do. */
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }

const archive = new Archive(String(workerData))
let batches: ReturnType<typeof preparedChanges> | undefined

parentPort?.on('message', ({ after }: PreparerRequest) => {
  batches ??= preparedChanges(archive, after)
  parentPort?.postMessage(nextReport(batches))
})

function nextReport(from: ReturnType<typeof preparedChanges>): PreparerReport {
  try {
    const next = from.next()
    return { kind: 'changes', changes: next.done ? [] : next.value }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: error instanceof DatabaseUnusable ? 'unusable' : 'failed', message }
  }
}
