import { afterEach, describe, expect, it } from '@jest/globals'
import { WorkerEnded, WorkerPool, WorkersUnusable } from '../../../indexer/workers/worker-pool.ts'

type Task = number | 'throw' | 'exit' | 'hang' | 'hoard'

let pool: WorkerPool<Task, number>
afterEach(() => pool.close())

function open(workers: number, start = '', longestTask = 60_000): void {
  const script = new URL('./odd-worker.ts', import.meta.url)
  pool = new WorkerPool({ script, start, workers, longestTask, megabytes: 64 })
}

describe('a pool of workers', () => {
  it.each([1, 3])('answers every task, with %i workers', async (workers) => {
    open(workers)
    const numbers = Array.from({ length: 200 }, (_, at) => at)
    const answers = await Promise.all(numbers.map((number) => pool.run(number)))
    expect(answers).toEqual(numbers.map((number) => number * 2))
  })

  it.each([
    ['throws', 'throw', 'the process that worked on it ended: seven is enough'],
    ['ends', 'exit', 'the process that worked on it ended: it gave no reason'],
    [
      'fills its memory',
      'hoard',
      'the process that worked on it ended: it needed more memory than it may have',
    ],
  ] as const)('loses one task to a worker that %s, and no other', async (_, task, reason) => {
    open(2)
    const tasks: Task[] = [1, 2, 3, task, 4, 5, task, 6]
    const results = await Promise.allSettled(tasks.map((one) => pool.run(one)))
    expect(
      results.map((result) =>
        result.status === 'fulfilled' ? result.value : String(result.reason),
      ),
    ).toEqual([2, 4, 6, `WorkerEnded: ${reason}`, 8, 10, `WorkerEnded: ${reason}`, 12])
    const [, , , lost] = results
    expect(lost?.status === 'rejected' && lost.reason).toBeInstanceOf(WorkerEnded)
  })

  it('says why no worker can work, to everyone who asks', async () => {
    open(2, 'cannot start')
    const first = pool.run(1)
    await expect(first).rejects.toThrow('A worker could not start: there are no lists')
    await expect(pool.run(2)).rejects.toBeInstanceOf(WorkersUnusable)
  })

  it('rejects what is not answered when it is closed', async () => {
    open(1)
    const task = pool.run(1)
    const closed = pool.close()
    await expect(task).rejects.toBeInstanceOf(WorkersUnusable)
    await closed
  })

  it('ends a worker that stays at one task, and goes on with the others', async () => {
    open(1, '', 400)
    await pool.run(1)
    const [lost, next] = await Promise.allSettled([pool.run('hang'), pool.run(2)])
    expect(lost.status === 'rejected' && String(lost.reason)).toBe(
      'WorkerEnded: the process that worked on it ended: it took longer than 0.4 s',
    )
    expect(next).toEqual({ status: 'fulfilled', value: 4 })
  })

  it('is ready once a worker has started', async () => {
    open(1)
    expect(pool.isReady()).toBe(false)
    await pool.run(1)
    expect(pool.isReady()).toBe(true)
  })
})
