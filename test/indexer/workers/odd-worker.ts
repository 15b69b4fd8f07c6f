import { answerTasks, startGiven } from '../../../indexer/workers/answer-tasks.ts'

if (startGiven() === 'cannot start') throw new Error('there are no lists')

/** Doubles numbers; a word makes it fail in the way that it names. */
answerTasks({
  work: (task: number | 'throw' | 'exit' | 'hang' | 'hoard') => {
    if (task === 'throw') throw new Error('seven is enough')
    if (task === 'exit') process.exit(3)
    if (task === 'hang') for (;;);
    if (task === 'hoard') hoard()
    return task * 2
  },
})

function hoard(): never {
  const kept: number[][] = []
  for (;;) kept.push(new Array<number>(1_000_000).fill(kept.length))
}
