import { parentPort, workerData } from 'node:worker_threads'
import type { SearchAnswer, SearchRequest } from '../search-engine.ts'
import { IndexReader } from './reader.ts'

/** A request to a reader thread. */
export interface ReaderTask {
  readonly request: SearchRequest
}

/** What a reader thread answers. */
export type ReaderResult =
  | { readonly kind: 'answer'; readonly answer: SearchAnswer }
  | { readonly kind: 'unavailable'; readonly message: string }

const reader = new IndexReader(String(workerData))

parentPort?.on('message', ({ request }: ReaderTask) => {
  parentPort?.postMessage(answer(request))
})

function answer(request: SearchRequest): ReaderResult {
  try {
    return { kind: 'answer', answer: reader.search(request) }
  } catch (error) {
    return { kind: 'unavailable', message: error instanceof Error ? error.message : String(error) }
  }
}
