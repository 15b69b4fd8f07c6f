import { Worker } from 'node:worker_threads'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import {
  EngineUnavailable,
  type FacetValuesAnswer,
  type FacetValuesRequest,
  type SearchAnswer,
  type SearchRequest,
  type SimilarWord,
  type Spelling,
} from '../search-engine.ts'
import type { ReaderResult, ReaderTask } from './reader-thread.ts'

/** With two threads a short query behind nine broad ones waits seven times longer than with four. */
const threads = 4
/** Garbage is collected before a thread holds more than this; the arrays of the facets are counted apart. In MB. */
const oldGenerationMb = 256
const youngGenerationMb = 8
/** Further requests are refused rather than left to wait for minutes. */
const longestQueue = 100

interface Waiting {
  readonly task: ReaderTask
  readonly finish: (result: ReaderResult) => void
  readonly reject: (error: Error) => void
}

/** Picks what was asked for from a result; undefined for any other. */
type Take<T> = (result: ReaderResult) => T | undefined

/** Threads that search, so that a slow query blocks neither the site nor other readers. */
export class ReaderPool {
  readonly #dataDir: string
  readonly #idle: Worker[] = []
  readonly #busy = new Map<Worker, Waiting>()
  readonly #queue: Waiting[] = []
  #closed = false

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  /*
   * All of these reject with EngineUnavailable when the index cannot be read, when too many requests wait, and when `signal` says that
   * nobody waits for the answer any more: what no thread has begun by then is not begun.
   */

  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
    const take: Take<SearchAnswer> = (result) =>
      result.kind === 'search' ? result.answer : undefined
    return this.#ask({ kind: 'search', request }, take, signal)
  }

  facetValues(request: FacetValuesRequest, signal?: AbortSignal): Promise<FacetValuesAnswer> {
    const take: Take<FacetValuesAnswer> = (result) =>
      result.kind === 'facetValues' ? result.answer : undefined
    return this.#ask({ kind: 'facetValues', request }, take, signal)
  }

  /** The sequence numbers of all articles that a request finds, ascending. */
  matching(request: SearchRequest): Promise<Int32Array> {
    const take: Take<Int32Array> = (result) =>
      result.kind === 'matching' ? result.answer : undefined
    return this.#ask({ kind: 'matching', request }, take)
  }

  suggest(word: string, limit: number): Promise<readonly SimilarWord[]> {
    const take: Take<readonly SimilarWord[]> = (result) =>
      result.kind === 'suggest' ? result.answer : undefined
    return this.#ask({ kind: 'suggest', word, limit }, take)
  }

  plan(query: Query, spelling: Spelling): Promise<Plan> {
    const take: Take<Plan> = (result) => (result.kind === 'plan' ? result.answer : undefined)
    return this.#ask({ kind: 'plan', query, spelling }, take)
  }

  async close(): Promise<void> {
    this.#closed = true
    const closed = new EngineUnavailable('The search engine was closed.')
    for (const waiting of [...this.#queue.splice(0), ...this.#busy.values()]) waiting.reject(closed)
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()))
  }

  #ask<T>(task: ReaderTask, take: Take<T>, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const refusal = this.#refusal(signal)
      if (refusal !== undefined) {
        reject(new EngineUnavailable(refusal))
        return
      }
      const finish = (result: ReaderResult) => {
        const answer = take(result)
        if (answer !== undefined) resolve(answer)
        else reject(new EngineUnavailable(result.kind === 'unavailable' ? result.message : wrong))
      }
      const waiting: Waiting = { task, finish, reject }
      signal?.addEventListener('abort', () => {
        this.#abandon(waiting)
      })
      this.#queue.push(waiting)
      this.#dispatch()
    })
  }

  #refusal(signal: AbortSignal | undefined): string | undefined {
    if (this.#closed) return 'The search engine is closed.'
    if (signal?.aborted) return abandoned
    return this.#queue.length >= longestQueue
      ? 'Too many searches are waiting. Try again in a moment.'
      : undefined
  }

  #abandon(waiting: Waiting): void {
    const at = this.#queue.indexOf(waiting)
    if (at < 0) return
    this.#queue.splice(at, 1)
    waiting.reject(new EngineUnavailable(abandoned))
  }

  #dispatch(): void {
    const worker = this.#idle.pop() ?? this.#newWorker()
    if (!worker) return
    const waiting = this.#queue.shift()
    if (!waiting) {
      this.#idle.push(worker)
      return
    }
    this.#busy.set(worker, waiting)
    // A search keeps the process alive, an idle pool does not.
    worker.ref()
    worker.postMessage(waiting.task)
  }

  #newWorker(): Worker | undefined {
    if (this.#busy.size + this.#idle.length >= threads) return undefined
    const worker = new Worker(new URL('./reader-thread.ts', import.meta.url), {
      workerData: this.#dataDir,
      // Options of the main thread, such as those of a profiler, are not meant for this one.
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: oldGenerationMb,
        maxYoungGenerationSizeMb: youngGenerationMb,
      },
    })
    worker.on('message', (result: ReaderResult) => {
      this.#finish(worker, result)
    })
    worker.on('error', (error) => {
      this.#lose(worker, error)
    })
    // A thread may also end without an error; after one this finds nothing left to do.
    worker.on('exit', () => {
      this.#lose(worker, undefined)
    })
    return worker
  }

  #finish(worker: Worker, result: ReaderResult): void {
    const waiting = this.#busy.get(worker)
    this.#busy.delete(worker)
    this.#idle.push(worker)
    worker.unref()
    waiting?.finish(result)
    if (!this.#closed && this.#queue.length > 0) this.#dispatch()
  }

  #lose(worker: Worker, cause: unknown): void {
    const waiting = this.#busy.get(worker)
    this.#busy.delete(worker)
    const at = this.#idle.indexOf(worker)
    if (at >= 0) this.#idle.splice(at, 1)
    waiting?.reject(
      new EngineUnavailable('A search thread ended unexpectedly. Try again.', { cause }),
    )
    if (!this.#closed && this.#queue.length > 0) this.#dispatch()
  }
}

const abandoned = 'The search was given up before it began.'
const wrong = 'A search thread answered something else than it was asked.'
