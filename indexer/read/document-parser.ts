import { fork, type ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { DocumentAnswer, DocumentTask } from './document-worker.ts'
import { Unreadable, type Draft } from './draft.ts'
import { endWithThis } from '../workers/end-with-this.ts'
import { listenForEnd } from './why-ended.ts'

/** What a document may take. */
export interface DocumentLimits {
  /** Default 10,000; a PDF may take three times as long. */
  readonly milliseconds: number
  /** Default 512. */
  readonly megabytes: number
}

interface Job {
  readonly task: DocumentTask
  readonly settle: (answer: DocumentAnswer | GivenUp) => void
}

/** The parser was closed before. */
interface GivenUp {
  readonly kind: 'given up'
}

/** A document was not parsed because nobody waits for it any more: it may be parsed another time. */
export class ParserClosed extends Error {
  override readonly name = 'ParserClosed'
}

/**
 * Parses pages, mail and PDFs in a process of its own, one at a time, within limits of time and memory. A document that exceeds them is
 * unreadable; its process is ended and the next one gets a new one. It starts with the first document.
 * A thread would not do: V8 may end the whole process, and the run with it, when a thread needs more memory than it may have.
 */
export class DocumentParser {
  readonly #limits: DocumentLimits
  readonly #waiting: Job[] = []
  #worker: ChildProcess | undefined
  #current: Job | undefined
  #clock: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(limits: DocumentLimits = { milliseconds: 10_000, megabytes: 512 }) {
    this.#limits = limits
  }

  /** Rejects with Unreadable when there is no article in the document or it exceeds the limits, with ParserClosed after `close`. */
  async parse(task: DocumentTask): Promise<Draft> {
    const answer = await new Promise<DocumentAnswer | GivenUp>((settle) => {
      this.#waiting.push({ task, settle })
      this.#next()
    })
    if (answer.kind === 'given up') throw new ParserClosed('The parsing of documents was ended.')
    if (answer.kind === 'unreadable') throw new Unreadable(answer.reason)
    return answer.draft
  }

  /** Gives up what is being parsed, and whatever comes after. */
  close(): void {
    this.#isClosed = true
    const worker = this.#worker
    this.#worker = undefined
    worker?.kill('SIGKILL')
    this.#settle({ kind: 'given up' })
  }

  #next(): void {
    if (this.#isClosed) for (const job of this.#waiting.splice(0)) job.settle({ kind: 'given up' })
    if (this.#current) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#current = job
    const worker = (this.#worker ??= this.#startWorker())
    // Starting a process takes its time too, but a fraction of a second.
    const limit = this.#limits.milliseconds * (job.task.kind === 'pdf' ? 3 : 1)
    this.#clock = setTimeout(() => {
      this.#abandon(worker, `the ${job.task.kind} took longer than ${limit / 1000} s to parse`)
    }, limit)
    keepAlive(worker)
    worker.send(job.task, (error) => {
      if (error) this.#abandon(worker, `cannot be parsed: ${error.message}`)
    })
  }

  #startWorker(): ChildProcess {
    const worker = fork(
      fileURLToPath(new URL('./document-worker.ts', import.meta.url)),
      [String(this.#limits.megabytes)],
      {
        // No options of this process, such as those of a profiler, but the limit.
        execArgv: [`--max-old-space-size=${this.#limits.megabytes}`],
        serialization: 'advanced',
        // Libraries that print must not disturb the progress display.
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    )
    endWithThis(worker)
    const end = listenForEnd(worker, this.#limits.megabytes)
    worker.on('message', (answer: DocumentAnswer) => {
      this.#settle(answer)
    })
    worker.on('error', (error) => {
      this.#abandon(worker, `cannot be parsed: ${error.message}`)
    })
    // Comes after the last of what it printed.
    worker.on('close', () => {
      this.#abandon(worker, `cannot be parsed: ${end.why()}`)
    })
    return worker
  }

  #abandon(worker: ChildProcess, reason: string): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    worker.kill('SIGKILL')
    this.#settle({ kind: 'unreadable', reason })
  }

  #settle(answer: DocumentAnswer | GivenUp): void {
    clearTimeout(this.#clock)
    const job = this.#current
    this.#current = undefined
    if (this.#worker) letEnd(this.#worker)
    job?.settle(answer)
    this.#next()
  }
}

/** While a document is parsed this process waits for it. */
function keepAlive(worker: ChildProcess): void {
  worker.ref()
  printingOf(worker)?.ref()
  worker.channel?.ref()
}

/** An idle child does not keep this process from ending; it ends with it. */
function letEnd(worker: ChildProcess): void {
  worker.unref()
  printingOf(worker)?.unref()
  worker.channel?.unref()
}

function printingOf({ stderr }: ChildProcess): Socket | undefined {
  return stderr instanceof Socket ? stderr : undefined
}
