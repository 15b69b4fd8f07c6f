import { Worker } from 'node:worker_threads'
import { Unreadable, type Draft } from './draft.ts'

/** A document to be parsed. */
export interface DocumentTask {
  readonly kind: 'page' | 'markdown' | 'pdf' | 'mail'
  readonly bytes: Uint8Array
  /** The charset that whoever sent a page said it is in. */
  readonly charset?: string
}

/** What the child process answers to a document. */
export type DocumentAnswer =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Node itself with the libraries, besides what a document may take. */
const ownMegabytes = 256

const megabytes = Number(process.argv[2]) + ownMegabytes
new Worker(new URL('./memory-watch.ts', import.meta.url), {
  workerData: megabytes * 1024 * 1024,
}).unref()

process.on('message', (task: DocumentTask) => {
  void answer(task).then((answered) => process.send?.(answered))
})
// Those who stop a run stop its whole group of processes; the indexer decides when this one ends.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())

async function answer(task: DocumentTask): Promise<DocumentAnswer> {
  try {
    return { kind: 'draft', draft: await read(task) }
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error, task) }
  }
}

/** Libraries are loaded with the first document that needs them. */
async function read({ kind, bytes, charset }: DocumentTask): Promise<Draft> {
  switch (kind) {
    case 'page': {
      const { readPage } = await import('./html/page-article.ts')
      return readPage(bytes, charset)
    }
    case 'markdown': {
      const { readMarkdown } = await import('./markdown/markdown-article.ts')
      return readMarkdown(bytes)
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/pdf-article.ts')
      return readPdf(bytes)
    }
    case 'mail': {
      const { readMail } = await import('./mail/mail-article.ts')
      return readMail(bytes)
    }
  }
}

function reasonOf(error: unknown, { kind }: DocumentTask): string {
  if (error instanceof Unreadable) return error.message
  if (error instanceof RangeError) return `the ${kind} is nested too deeply to be parsed`
  return `the ${kind} cannot be parsed: ${error instanceof Error ? error.message : String(error)}`
}
