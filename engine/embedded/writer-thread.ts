import { parentPort, workerData } from 'node:worker_threads'
import type { DatabaseSync } from 'node:sqlite'
import { Archive } from '../archive/archive.ts'
import { changeBatches } from './change-batches.ts'
import { IndexUnusable, isDamage } from './index-fault.ts'
import { openForWriting, readState } from './index-file.ts'
import { indexUnavailable } from './unavailable.ts'
import { applyBatches } from './write-index.ts'

/** Asks the writer thread to apply all changes of the archive to a generation. */
export interface WriterTask {
  readonly generation: number
}

/** What the writer thread tells: any number of times how far it is, then one of the others. */
export type WriterReport =
  /** In changes. */
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'followed' }
  /** The generation cannot be used and is to be built anew. */
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string }

const archive = new Archive(String(workerData))
let open: { readonly generation: number; readonly db: DatabaseSync } | undefined

parentPort?.on('message', ({ generation }: WriterTask) => {
  void followed(generation).then(tell)
})

function tell(report: WriterReport): void {
  parentPort?.postMessage(report)
}

async function followed(generation: number): Promise<WriterReport> {
  try {
    await follow(opened(generation))
    return { kind: 'followed' }
  } catch (error) {
    forget()
    if (error instanceof IndexUnusable) return { kind: 'unusable', message: error.message }
    if (isDamage(error)) return { kind: 'unusable', message: 'The search index is damaged.' }
    return { kind: 'unavailable', message: indexUnavailable('written', archive, error).message }
  }
}

/** Kept open, because opening forgets which words the index has. */
function opened(generation: number): DatabaseSync {
  if (open?.generation === generation) return open.db
  forget()
  open = { generation, db: openForWriting(archive.dataDir, generation) }
  return open.db
}

function forget(): void {
  open?.db.close()
  open = undefined
}

async function follow(db: DatabaseSync): Promise<void> {
  const { applied, mark } = readState(db)
  // Which of its articles such an archive still has cannot be told.
  if (archive.changeMark(applied) !== mark)
    throw new IndexUnusable('The archive was put back to an older copy than the search index.')
  const end = archive.lastChange()
  await applyBatches(db, changeBatches(archive, applied), (last) => {
    tell({ kind: 'progress', done: Math.min(last, end) - applied, of: end - applied })
  })
}
