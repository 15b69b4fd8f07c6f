import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Options of Node for workers: what is young is a few articles' words and mentions, for which more room gains nothing; no article needs a
 * gigabyte.
 */
const nodeOptions = ['--max-semi-space-size=16', '--max-old-space-size=1024']

/** Starts a worker: a process of its own that runs a module, with something to start with. */
export function startWorker(script: URL, start: unknown): ChildProcess {
  return fork(fileURLToPath(script), [JSON.stringify(start)], {
    execArgv: nodeOptions,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
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
