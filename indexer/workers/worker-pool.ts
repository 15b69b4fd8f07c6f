import type { ChildProcess } from 'node:child_process'
import { complaintsOf, startWorker } from './worker.ts'

/** What a worker tells its pool. */
export type WorkerReport<Answer> =
  | { readonly kind: 'ready' }
  /** To the oldest task that it has not answered. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** It ends. */
  | { readonly kind: 'failed'; readonly message: string }

/** Which workers a pool starts. */
export interface PoolOptions {
  /** A module that calls `answerTasks`. */
  readonly script: URL
  /** What the script finds by `startGiven`: plain enough for JSON. */
  readonly start: unknown
  readonly workers: number
  /** What each may keep in memory; it ends when it needs more. Default: 1,024, more than any article takes. */
  readonly megabytes?: number
  /** In milliseconds; a worker that is at one task for longer is ended. Default: five minutes. */
  readonly longestTask?: number
}

/** The workers cannot work at all; the message says why. */
export class WorkersUnusable extends Error {
  override readonly name = 'WorkersUnusable'
}

/** A worker ended while it worked on one task; the others are not concerned. */
export class WorkerEnded extends Error {
  override readonly name = 'WorkerEnded'
}

/** So many tasks waiting are worth the start of a further worker, which reads the lists anew. */
const worthStart = 16
/** Tasks that a worker has at once: it goes on while the main thread is busy, with storing a batch for example. */
const mostGiven = 40
const fiveMinutes = 300_000

interface Job<Task, Answer> {
  readonly task: Task
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

interface Member<Task, Answer> {
  readonly worker: ChildProcess
  /** In the order in which they are answered. */
  readonly given: Job<Task, Answer>[]
  isReady: boolean
  failure: string | undefined
  /** Runs while there is a task. */
  limit: NodeJS.Timeout | undefined
}

/**
 * Works on tasks in processes of their own, which share nothing: on two cores they are nearly twice as fast as one, and whatever ends one,
 * be it memory, costs the task that it was at; the rest goes to others. They start when there is work for them: the first one with the
 * first task, further ones when tasks wait. Tasks must not have what processes cannot be sent, such as functions.
 */
export class WorkerPool<Task, Answer> {
  readonly #options: PoolOptions
  readonly #members = new Set<Member<Task, Answer>>()
  readonly #waiting: Job<Task, Answer>[] = []
  #unusable: WorkersUnusable | undefined

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** Rejects with WorkerEnded when the worker ended at this task, and with WorkersUnusable when there is none to work on it. */
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

  /** Whether a worker is there to begin at once or soon; if there is none yet, one starts. */
  isReady(): boolean {
    if (this.#members.size === 0) this.#startOneMore()
    return this.#unusable !== undefined || [...this.#members].some(({ isReady }) => isReady)
  }

  /** Ends the workers. What is not answered is rejected. */
  async close(): Promise<void> {
    this.#giveUp(new WorkersUnusable('The workers were ended.'))
    await Promise.all([...this.#members].map(ended))
  }

  #dispatch(): void {
    if (this.#members.size === 0 || this.#waiting.length >= worthStart) this.#startOneMore()
    for (let job = this.#waiting[0]; job; job = this.#waiting[0]) {
      const member = this.#leastBusy()
      if (!member) return
      this.#waiting.shift()
      member.given.push(job)
      if (member.given.length === 1) this.#watch(member)
      // A worker that has just ended is told by its end.
      member.worker.send({ task: job.task }, () => undefined)
    }
  }

  /** One that is still starting gets nothing: one that is ready may be done with it before. */
  #leastBusy(): Member<Task, Answer> | undefined {
    let least: Member<Task, Answer> | undefined
    for (const member of this.#members) {
      const isFree = member.isReady && member.given.length < mostGiven
      if (isFree && (!least || member.given.length < least.given.length)) least = member
    }
    return least
  }

  #startOneMore(): void {
    const { script, start, workers, megabytes = 1_024 } = this.#options
    if (this.#members.size >= workers || this.#unusable) return
    const worker = startWorker({ script, start, megabytes })
    const complaints = complaintsOf(worker)
    const member: Member<Task, Answer> = {
      ...{ worker, given: [], isReady: false, failure: undefined, limit: undefined },
    }
    this.#members.add(member)
    worker.on('message', (report: WorkerReport<Answer>) => {
      this.#take(member, report)
    })
    worker.on('error', (error) => {
      member.failure = error.message
      // Comes instead of an end where the worker did not even begin.
      if (worker.pid === undefined) this.#lose(member, error.message)
    })
    // Comes after the last message, so what was answered before the end is known.
    worker.on('close', () => {
      this.#lose(member, complaints.why(member.failure))
    })
  }

  #take(member: Member<Task, Answer>, report: WorkerReport<Answer>): void {
    if (report.kind === 'failed') {
      member.failure = report.message
      return
    }
    if (report.kind === 'ready') member.isReady = true
    else member.given.shift()?.resolve(report.answer)
    this.#watch(member)
    this.#dispatch()
  }

  /** Ends a worker that stays at one task. */
  #watch(member: Member<Task, Answer>): void {
    clearTimeout(member.limit)
    if (member.given.length === 0) return
    const { longestTask = fiveMinutes } = this.#options
    member.limit = setTimeout(() => {
      member.failure = `it took longer than ${longestTask / 1000} s`
      member.worker.kill('SIGKILL')
    }, longestTask)
  }

  #lose(member: Member<Task, Answer>, why: string): void {
    clearTimeout(member.limit)
    if (!this.#members.delete(member) || this.#unusable) return
    if (!member.isReady) {
      this.#giveUp(new WorkersUnusable(`A worker could not start: ${why}`))
      return
    }
    const [working, ...others] = member.given.splice(0)
    working?.reject(new WorkerEnded(`the process that worked on it ended: ${why}`))
    this.#waiting.unshift(...others)
    if (this.#waiting.length > 0) this.#dispatch()
  }

  #giveUp(reason: WorkersUnusable): void {
    this.#unusable ??= reason
    const given = [...this.#members].flatMap((member) => member.given.splice(0))
    for (const job of [...given, ...this.#waiting.splice(0)]) job.reject(this.#unusable)
  }
}

/** Ends a worker, and waits until it is no more. */
function ended<Task, Answer>({ worker, limit }: Member<Task, Answer>): Promise<void> {
  clearTimeout(limit)
  return new Promise((resolve) => {
    worker.once('close', () => {
      resolve()
    })
    worker.kill('SIGKILL')
  })
}
