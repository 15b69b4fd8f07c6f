import { Unreadable, type Draft } from '../draft.ts'
import { readPage } from './page-article.ts'

/** What the child process answers to the bytes of a page. */
export type PageAnswer =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'unreadable'; readonly reason: string }

process.on('message', (bytes: Uint8Array) => {
  process.send?.(answer(bytes))
})
// Ctrl-C reaches every process of the terminal; the indexer decides when this one ends.
process.on('SIGINT', () => undefined)

function answer(bytes: Uint8Array): PageAnswer {
  try {
    return { kind: 'draft', draft: readPage(bytes) }
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  if (error instanceof RangeError) return 'the page is nested too deeply to be parsed'
  return `the page cannot be parsed: ${error instanceof Error ? error.message : String(error)}`
}
