import type { WorkerReport } from './worker-pool.ts'

/** What a worker says before it ends by an error, wherever that is thrown. */
process.on('uncaughtException', (error) => {
  // What waits behind the task that failed is for others.
  process.removeAllListeners('message')
  const message = error instanceof Error ? error.message : String(error)
  tell({ kind: 'failed', message }, () => process.exit(1))
})
// Those who stop a run stop its whole group of processes, and what has been read is to be stored first.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())

/** What the pool gave its workers to start with. */
export function startGiven(): unknown {
  return JSON.parse(process.argv[2] ?? 'null')
}

/** Makes the running process one of a WorkerPool: it answers each task by `work`. What that throws ends the process. */
export function answerTasks<Task, Answer>({ work }: Work<Task, Answer>): void {
  process.on('message', ({ task }: { readonly task: Task }) => {
    tell({ kind: 'answer', answer: work(task) })
  })
  tell({ kind: 'ready' })
}

function tell(report: WorkerReport<unknown>, told: () => void = () => undefined): void {
  if (!process.send) throw new Error('This module runs in a process of a WorkerPool only.')
  process.send(report, told)
}

interface Work<Task, Answer> {
  readonly work: (task: Task) => Answer
}
