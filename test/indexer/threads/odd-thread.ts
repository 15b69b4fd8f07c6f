import { workerData } from 'node:worker_threads'
import { answerTasks } from '../../../indexer/threads/answer-tasks.ts'

if (workerData === 'cannot start') throw new Error('there are no lists')

/** Doubles numbers; a word makes it fail in the way that it names. */
answerTasks({
  work: (task: number | 'throw' | 'exit') => {
    if (task === 'throw') throw new Error('seven is enough')
    if (task === 'exit') process.exit(3)
    return task * 2
  },
})
