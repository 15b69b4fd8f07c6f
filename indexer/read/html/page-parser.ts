import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
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
 * Parses pages in a process of its own, one at a time, within limits of time and memory. A page that exceeds them is
 * unreadable; its process is ended and the next page gets a new one. It starts with the first page.
 * A thread would not do: V8 may end the whole process, and the run with it, when a thread needs more memory than it may have.
 */
export class PageParser {
  readonly #limits: PageLimits
  readonly #waiting: Job[] = []
  #worker: ChildProcess | undefined
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

  close(): void {
    const worker = this.#worker
    this.#worker = undefined
    clearTimeout(this.#clock)
    worker?.kill('SIGKILL')
  }

  #next(): void {
    if (this.#current) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#current = job
    const worker = (this.#worker ??= this.#startWorker())
    // Starting a process takes its time too, but a fraction of a second.
    this.#clock = setTimeout(() => {
      this.#abandon(
        worker,
        `the page took longer than ${this.#limits.milliseconds / 1000} s to parse`,
      )
    }, this.#limits.milliseconds)
    keepAlive(worker)
    worker.send(job.bytes, (error) => {
      if (error) this.#abandon(worker, `the page cannot be parsed: ${error.message}`)
    })
  }

  #startWorker(): ChildProcess {
    const worker = fork(fileURLToPath(new URL('./page-worker.ts', import.meta.url)), {
      // No options of this process, such as those of a profiler, but the limit.
      execArgv: [`--max-old-space-size=${this.#limits.megabytes}`],
      serialization: 'advanced',
      // Libraries that print must not disturb the progress display.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    worker.on('message', (answer: PageAnswer) => {
      this.#settle(answer)
    })
    worker.on('error', (error) => {
      this.#abandon(worker, `the page cannot be parsed: ${error.message}`)
    })
    worker.on('exit', () => {
      this.#abandon(
        worker,
        `the page cannot be parsed: it needs more than ${this.#limits.megabytes} MB of memory`,
      )
    })
    return worker
  }

  #abandon(worker: ChildProcess, reason: string): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    worker.kill('SIGKILL')
    this.#settle({ kind: 'unreadable', reason })
  }

  #settle(answer: PageAnswer): void {
    clearTimeout(this.#clock)
    const job = this.#current
    this.#current = undefined
    if (this.#worker) letEnd(this.#worker)
    job?.settle(answer)
    this.#next()
  }
}

/** While a page is parsed this process waits for it. */
function keepAlive(worker: ChildProcess): void {
  worker.ref()
  worker.channel?.ref()
}

/** An idle child does not keep this process from ending; it ends with it. */
function letEnd(worker: ChildProcess): void {
  worker.unref()
  worker.channel?.unref()
}
