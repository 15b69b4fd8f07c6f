import { Worker } from 'node:worker_threads'
import { Unreadable, type Draft } from '../draft.ts'
import type { PageAnswer } from './page-worker.ts'

/** What a page may take. */
export interface PageLimits {
  /** Default 10,000. */
  readonly milliseconds: number
  /** Default 512. */
  readonly megabytes: number
}

interface Job {
  readonly bytes: Uint8Array
  readonly settle: (answer: PageAnswer) => void
}

/**
 * Parses pages in a thread of its own, one at a time, within limits of time and memory. A page that exceeds them is
 * unreadable; its thread is ended and the next page gets a new one. The thread starts with the first page.
 */
export class PageParser {
  readonly #limits: PageLimits
  readonly #waiting: Job[] = []
  #worker: Worker | undefined
  #current: Job | undefined
  #clock: NodeJS.Timeout | undefined

  constructor(limits: PageLimits = { milliseconds: 10_000, megabytes: 512 }) {
    this.#limits = limits
  }

  /** Rejects with Unreadable when there is no article in the page or it exceeds the limits. */
  async parse(bytes: Uint8Array): Promise<Draft> {
    const answer = await new Promise<PageAnswer>((settle) => {
      this.#waiting.push({ bytes, settle })
      this.#next()
    })
    if (answer.kind === 'unreadable') throw new Unreadable(answer.reason)
    return answer.draft
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    clearTimeout(this.#clock)
    await worker?.terminate()
  }

  #next(): void {
    if (this.#current) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#current = job
    const worker = (this.#worker ??= this.#startWorker())
    // Starting a thread takes its time too, but a fraction of a second.
    this.#clock = setTimeout(() => {
      this.#abandon(
        worker,
        `the page took longer than ${this.#limits.milliseconds / 1000} s to parse`,
      )
    }, this.#limits.milliseconds)
    worker.postMessage(job.bytes)
  }

  #startWorker(): Worker {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
      // Options of the main thread, such as those of a profiler, are not meant for this one.
      execArgv: [],
      // Libraries that print must not disturb the progress display.
      stdout: true,
      stderr: true,
    })
    worker.on('message', (answer: PageAnswer) => {
      this.#settle(answer)
    })
    worker.on('error', (error: unknown) => {
      this.#abandon(worker, `the page cannot be parsed: ${String(error)}`)
    })
    worker.unref()
    return worker
  }

  #abandon(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    void worker.terminate()
    this.#settle({ kind: 'unreadable', reason })
  }

  #settle(answer: PageAnswer): void {
    clearTimeout(this.#clock)
    const job = this.#current
    this.#current = undefined
    job?.settle(answer)
    this.#next()
  }
}
