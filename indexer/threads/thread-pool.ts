import { Worker } from 'node:worker_threads'

/** What a thread tells its pool. */
export type ThreadReport<Answer> =
  | { readonly kind: 'ready' }
  /** To the oldest task that it has not answered. */
  | { readonly kind: 'answer'; readonly answer: Answer }

/** Which threads a pool starts. */
export interface PoolOptions {
  /** A module that calls `answerTasks`. */
  readonly script: URL
  /** What the script finds in `workerData`. */
  readonly start: unknown
  readonly threads: number
}

/** The threads cannot work at all; the message says why. */
export class ThreadsUnusable extends Error {
  override readonly name = 'ThreadsUnusable'
}

/** A thread ended while it worked on one task; the others are not concerned. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'
}

/** So many tasks waiting are worth the start of a further thread, which reads the lists anew. */
const worthStart = 16
/** Tasks that a thread has at once: it goes on while the main thread is busy, with storing a batch for example. */
const mostGiven = 16
/** In MB. What is young is one article's words and mentions: more room for them takes memory and gains nothing. */
const youngGenerationMb = 8

interface Job<Task, Answer> {
  readonly task: Task
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

interface Thread<Task, Answer> {
  readonly worker: Worker
  /** In the order in which they are answered. */
  readonly given: Job<Task, Answer>[]
  isReady: boolean
  failure: unknown
}

/**
 * Works on tasks in threads of their own. They start when there is work for them: the first one with the first task, further ones when
 * tasks wait. A thread that ends costs the task that it was at, the rest goes to others. Tasks must not have what threads
 * cannot be sent, such as functions.
 */
export class ThreadPool<Task, Answer> {
  readonly #options: PoolOptions
  readonly #threads = new Set<Thread<Task, Answer>>()
  readonly #waiting: Job<Task, Answer>[] = []
  #unusable: ThreadsUnusable | undefined

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** Rejects with ThreadEnded when the thread ended at this task, and with ThreadsUnusable when there is none to work on it. */
  run(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#unusable) {
        reject(this.#unusable)
        return
      }
      this.#waiting.push({ task, resolve, reject })
      this.#dispatch()
    })
  }

  /** Whether a thread would take a task at once; if none would, a further one starts. */
  hasRoom(): boolean {
    const hasRoom = this.#unusable !== undefined || this.#leastBusy() !== undefined
    if (!hasRoom) this.#startOneMore()
    return hasRoom
  }

  /** Ends the threads. What is not answered is rejected. */
  async close(): Promise<void> {
    this.#giveUp(new ThreadsUnusable('The threads were ended.'))
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #dispatch(): void {
    if (this.#threads.size === 0 || this.#waiting.length >= worthStart) this.#startOneMore()
    for (let job = this.#waiting[0]; job; job = this.#waiting[0]) {
      const thread = this.#leastBusy()
      if (!thread) return
      this.#waiting.shift()
      thread.given.push(job)
      thread.worker.postMessage(job.task)
    }
  }

  /** A thread that is still starting gets nothing: one that is ready may be done with it before. */
  #leastBusy(): Thread<Task, Answer> | undefined {
    let least: Thread<Task, Answer> | undefined
    for (const thread of this.#threads) {
      const isFree = thread.isReady && thread.given.length < mostGiven
      if (isFree && (!least || thread.given.length < least.given.length)) least = thread
    }
    return least
  }

  #startOneMore(): void {
    const { script, start, threads } = this.#options
    if (this.#threads.size >= threads) return
    const worker = new Worker(script, {
      workerData: start,
      // Options of the main thread, such as those of a profiler, are not meant for this one.
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
    })
    const thread: Thread<Task, Answer> = { worker, given: [], isReady: false, failure: undefined }
    this.#threads.add(thread)
    worker.on('message', (report: ThreadReport<Answer>) => {
      if (report.kind === 'ready') thread.isReady = true
      else thread.given.shift()?.resolve(report.answer)
      this.#dispatch()
    })
    worker.on('error', (error) => {
      thread.failure = error
    })
    // Comes after the last message, so what was answered before the end is known.
    worker.on('exit', () => {
      this.#lose(thread)
    })
  }

  #lose(thread: Thread<Task, Answer>): void {
    this.#threads.delete(thread)
    if (this.#unusable) return
    const why = reasonIn(thread.failure)
    if (!thread.isReady) {
      this.#giveUp(
        new ThreadsUnusable(`A thread could not start: ${why}`, { cause: thread.failure }),
      )
      return
    }
    const [working, ...others] = thread.given.splice(0)
    working?.reject(
      new ThreadEnded(`the thread that worked on it ended: ${why}`, { cause: thread.failure }),
    )
    this.#waiting.unshift(...others)
    if (this.#waiting.length > 0) this.#dispatch()
  }

  #giveUp(reason: ThreadsUnusable): void {
    this.#unusable ??= reason
    const given = [...this.#threads].flatMap((thread) => thread.given.splice(0))
    for (const job of [...given, ...this.#waiting.splice(0)]) job.reject(this.#unusable)
  }
}

function reasonIn(failure: unknown): string {
  const hasMessage = typeof failure === 'object' && failure !== null && 'message' in failure
  return hasMessage ? String(failure.message) : 'it gave no reason'
}
