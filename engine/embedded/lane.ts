import { Worker } from 'node:worker_threads'
import { EngineUnavailable } from '../search-engine.ts'
import type { ReaderResult, ReaderStart, ReaderTask } from './reader-thread.ts'

/** Garbage is collected before a thread holds more than this; the arrays of the facets are counted apart. In MB. */
const oldGenerationMb = 256
const youngGenerationMb = 8

/** A task and who waits for its answer. */
export interface Waiting {
  readonly task: ReaderTask
  readonly finish: (result: ReaderResult) => void
  readonly reject: (error: Error) => void
}

/** What the threads of a lane are started with, and how many there are at most. */
export interface LaneOptions extends ReaderStart {
  readonly threads: number
}

/** Threads that search, each started when there is something for it to do, and what waits for one of them. */
export class Lane {
  readonly #options: LaneOptions
  readonly #idle: Worker[] = []
  readonly #busy = new Map<Worker, Waiting>()
  readonly #queue: Waiting[] = []
  #closed = false

  constructor(options: LaneOptions) {
    this.#options = options
  }

  /** How many tasks wait for a thread. */
  get waiting(): number {
    return this.#queue.length
  }

  add(waiting: Waiting): void {
    this.#queue.push(waiting)
    this.#dispatch()
  }

  /** Takes back what no thread has begun; false for anything else. */
  remove(waiting: Waiting): boolean {
    const at = this.#queue.indexOf(waiting)
    if (at >= 0) this.#queue.splice(at, 1)
    return at >= 0
  }

  /** Rejects all that is not answered, with this error. */
  async close(error: Error): Promise<void> {
    this.#closed = true
    for (const waiting of [...this.#queue.splice(0), ...this.#busy.values()]) waiting.reject(error)
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()))
  }

  #dispatch(): void {
    if (this.#closed || this.#queue.length === 0) return
    const worker = this.#idle.pop() ?? this.#newWorker()
    const waiting = worker && this.#queue.shift()
    if (!waiting) return
    this.#busy.set(worker, waiting)
    // A search keeps the process alive, an idle pool does not.
    worker.ref()
    worker.postMessage(waiting.task)
  }

  #newWorker(): Worker | undefined {
    const { threads, dataDir, patience } = this.#options
    if (this.#busy.size + this.#idle.length >= threads) return undefined
    const start: ReaderStart = { dataDir, patience }
    const worker = new Worker(new URL('./reader-thread.ts', import.meta.url), {
      workerData: start,
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
    // The thread goes on before the main one turns to the answer.
    this.#dispatch()
    waiting?.finish(result)
  }

  #lose(worker: Worker, cause: unknown): void {
    const waiting = this.#busy.get(worker)
    this.#busy.delete(worker)
    const at = this.#idle.indexOf(worker)
    if (at >= 0) this.#idle.splice(at, 1)
    waiting?.reject(
      new EngineUnavailable('A search thread ended unexpectedly. Try again.', { cause }),
    )
    this.#dispatch()
  }
}
