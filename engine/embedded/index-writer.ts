import { Worker } from 'node:worker_threads'
import { EngineUnavailable } from '../search-engine.ts'
import { IndexUnusable } from './index-fault.ts'
import type { WriterReport, WriterTask } from './writer-thread.ts'

/** An idle thread ends after so long: it holds some 100 MB. In milliseconds. */
const longestIdle = 15_000
/** In MB. What is young is articles on their way: more room for them would gain a twentieth, and take 60 MB. */
const limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 }

const closed = 'The search engine was closed.'

interface Running {
  readonly progress: (done: number, of: number) => void
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/**
 * The thread that writes the index, so that neither a site nor an indexer waits for it. Whoever asks holds the lease of the archive
 * until the answer.
 */
export class IndexWriter {
  readonly #dataDir: string
  #worker: Worker | undefined
  #running: Running | undefined
  #idle: NodeJS.Timeout | undefined
  #closed = false

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  /**
   * Applies all changes of the archive that a generation has not seen; one call at a time. Rejects with IndexUnusable when it is to be
   * built anew, with EngineUnavailable when it cannot be written.
   */
  follow(generation: number, progress: Running['progress']): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new EngineUnavailable(closed)
      clearTimeout(this.#idle)
      this.#running = { progress, resolve, reject }
      const worker = (this.#worker ??= this.#newWorker())
      // Writing keeps the process alive, an idle thread does not.
      worker.ref()
      const task: WriterTask = { generation }
      worker.postMessage(task)
    })
  }

  /** Ends the thread wherever it is: the transaction that it is in is not kept, and nothing is written any more. */
  close(): Promise<void> {
    this.#closed = true
    return this.#end()
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle)
    const [worker, running] = [this.#worker, this.#running]
    this.#worker = undefined
    this.#running = undefined
    await worker?.terminate()
    running?.reject(new EngineUnavailable(closed))
  }

  #newWorker(): Worker {
    const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
      workerData: this.#dataDir,
      // Options of the main thread, such as those of a profiler, are not meant for this one.
      execArgv: [],
      resourceLimits: limits,
    })
    worker.on('message', (report: WriterReport) => {
      this.#take(report)
    })
    worker.on('error', (error) => {
      this.#lose(worker, error)
    })
    worker.on('exit', () => {
      this.#lose(worker, undefined)
    })
    return worker
  }

  #take(report: WriterReport): void {
    switch (report.kind) {
      case 'progress':
        this.#running?.progress(report.done, report.of)
        return
      case 'followed':
        this.#rest()?.resolve()
        return
      case 'unusable':
        this.#rest()?.reject(new IndexUnusable(report.message))
        return
      case 'unavailable':
        this.#rest()?.reject(new EngineUnavailable(report.message))
    }
  }

  /** The work is done; the thread may be wanted again in a moment. */
  #rest(): Running | undefined {
    const running = this.#running
    this.#running = undefined
    this.#worker?.unref()
    this.#idle = setTimeout(() => void this.#end(), longestIdle).unref()
    return running
  }

  #lose(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    const why = cause instanceof Error ? ` (${cause.message})` : ''
    const running = this.#running
    this.#running = undefined
    running?.reject(
      new EngineUnavailable(
        `The thread that writes the index ended unexpectedly${why}. Try again.`,
        { cause },
      ),
    )
  }
}
