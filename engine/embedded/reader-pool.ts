import { Worker } from 'node:worker_threads'
import { EngineUnavailable, type SearchAnswer, type SearchRequest } from '../search-engine.ts'
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
  readonly resolve: (answer: SearchAnswer) => void
  readonly reject: (error: Error) => void
}

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

  /** Rejects with EngineUnavailable when the index cannot be read or too many requests wait. */
  search(request: SearchRequest): Promise<SearchAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new EngineUnavailable('The search engine is closed.'))
      } else if (this.#queue.length >= longestQueue) {
        reject(new EngineUnavailable('Too many searches are waiting. Try again in a moment.'))
      } else {
        this.#queue.push({ task: { request }, resolve, reject })
        this.#dispatch()
      }
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const closed = new EngineUnavailable('The search engine was closed.')
    for (const waiting of [...this.#queue.splice(0), ...this.#busy.values()]) waiting.reject(closed)
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()))
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
    if (result.kind === 'answer') waiting?.resolve(result.answer)
    else waiting?.reject(new EngineUnavailable(result.message))
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
