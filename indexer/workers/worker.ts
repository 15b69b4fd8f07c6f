import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endWithThis } from './end-with-this.ts'

/** What is young is a few articles' words and mentions: it takes 3 % less time than with 16, and some 40 MB more. In MB. */
const youngMb = 32

/** What a worker is started with. */
export interface WorkerStart {
  /** The module that it runs. */
  readonly script: URL
  /** Plain enough for JSON. */
  readonly start: unknown
  /** What it may keep in memory; it ends when it needs more. */
  readonly megabytes: number
}

/** Starts a worker: a process of its own. */
export function startWorker({ script, start, megabytes }: WorkerStart): ChildProcess {
  const worker = fork(fileURLToPath(script), [JSON.stringify(start)], {
    execArgv: [`--max-semi-space-size=${youngMb}`, `--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  endWithThis(worker)
  return worker
}

/** What a worker that ran out of memory prints is long. */
const longestComplaint = 8_192

/** Listens to what a worker prints as an error; says at its end why it ended. */
export function complaintsOf(worker: ChildProcess): {
  why(told: string | undefined): string
} {
  let printed = ''
  worker.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (printed.length < longestComplaint) printed += text
  })
  return {
    why: (told) => {
      if (told !== undefined) return told
      if (printed.includes('heap out of memory')) return 'it needed more memory than it may have'
      return worker.signalCode === null ? 'it gave no reason' : `by ${worker.signalCode}`
    },
  }
}
