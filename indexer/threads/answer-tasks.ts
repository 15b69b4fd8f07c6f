import { parentPort, type MessagePort } from 'node:worker_threads'
import type { ThreadReport } from './thread-pool.ts'

/** Makes the running thread one of a ThreadPool: it answers each task by `work`. What that throws ends the thread. */
export function answerTasks<Task, Answer>({ work }: ThreadWork<Task, Answer>): void {
  const port = portOfThread()
  const report = (message: ThreadReport<Answer>) => {
    port.postMessage(message)
  }
  port.on('message', (task: Task) => {
    report({ kind: 'answer', answer: work(task) })
  })
  report({ kind: 'ready' })
}

function portOfThread(): MessagePort {
  if (!parentPort) throw new Error('This module runs in a thread of a ThreadPool only.')
  return parentPort
}

interface ThreadWork<Task, Answer> {
  readonly work: (task: Task) => Answer
}
