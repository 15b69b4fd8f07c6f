import { parentPort, workerData, type Transferable } from 'node:worker_threads'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import type {
  FacetValuesAnswer,
  FacetValuesRequest,
  SearchRequest,
  SimilarWord,
  Spelling,
} from '../search-engine.ts'
import { packAnswer, type PackedAnswer } from './packed-answer.ts'
import { IndexReader } from './reader.ts'
import { TooBroad, TooCostly, type Patience } from './patience.ts'

/** What a reader thread may be asked. */
export type ReaderTask =
  | { readonly kind: 'search'; readonly request: SearchRequest }
  | { readonly kind: 'facetValues'; readonly request: FacetValuesRequest }
  | { readonly kind: 'matching'; readonly request: SearchRequest }
  | { readonly kind: 'suggest'; readonly word: string; readonly limit: number }
  | { readonly kind: 'plan'; readonly query: Query; readonly spelling: Spelling }

/** What a reader thread answers: the kind of its task, or why it cannot. */
export type ReaderResult =
  | { readonly kind: 'search'; readonly answer: PackedAnswer }
  | { readonly kind: 'facetValues'; readonly answer: FacetValuesAnswer }
  | { readonly kind: 'matching'; readonly answer: Int32Array<ArrayBuffer> }
  | { readonly kind: 'suggest'; readonly answer: readonly SimilarWord[] }
  | { readonly kind: 'plan'; readonly answer: Plan }
  | { readonly kind: 'too broad' }
  | { readonly kind: 'too costly' }
  | { readonly kind: 'unavailable'; readonly message: string }

/** What a reader thread is started with. */
export interface ReaderStart {
  readonly dataDir: string
  /** What takes more is answered with `too broad` or `too costly`. */
  readonly patience: Patience
}

const { dataDir, patience } = startOf(workerData)
const reader = new IndexReader(dataDir, patience)

parentPort?.on('message', (task: ReaderTask) => {
  const result = resultOf(task)
  const isBytes = result.kind === 'matching' || result.kind === 'search'
  const moved: Transferable[] = isBytes ? [result.answer.buffer] : []
  parentPort?.postMessage(result, moved)
})

function resultOf(task: ReaderTask): ReaderResult {
  try {
    return answer(task)
  } catch (error) {
    if (error instanceof TooCostly) return { kind: 'too costly' }
    if (error instanceof TooBroad) return { kind: 'too broad' }
    return { kind: 'unavailable', message: error instanceof Error ? error.message : String(error) }
  }
}

function answer(task: ReaderTask): ReaderResult {
  switch (task.kind) {
    case 'search':
      return { kind: task.kind, answer: packAnswer(reader.search(task.request)) }
    case 'facetValues':
      return { kind: task.kind, answer: reader.facetValues(task.request) }
    case 'matching':
      // A copy of its own: the sequences may be a view of what the reader keeps.
      return { kind: task.kind, answer: new Int32Array(reader.matching(task.request)) }
    case 'suggest':
      return { kind: task.kind, answer: reader.suggest(task.word, task.limit) }
    case 'plan':
      return { kind: task.kind, answer: reader.plan(task.query, task.spelling) }
  }
}

function startOf(given: unknown): ReaderStart {
  if (!isFields(given) || !isFields(given['patience']))
    throw new Error('A search thread was started without its data folder.')
  const { articles, pages, costlyPages, compared } = given['patience']
  return {
    dataDir: String(given['dataDir']),
    patience: {
      articles: Number(articles),
      pages: Number(pages),
      costlyPages: Number(costlyPages),
      compared: Number(compared),
    },
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
