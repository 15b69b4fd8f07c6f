import { afterEach, describe, expect, it } from '@jest/globals'
import { ThreadEnded, ThreadPool, ThreadsUnusable } from '../../../indexer/threads/thread-pool.ts'

type Task = number | 'throw' | 'exit'

let pool: ThreadPool<Task, number>
afterEach(() => pool.close())

function open(threads: number, start = ''): void {
  pool = new ThreadPool({ script: new URL('./odd-thread.ts', import.meta.url), start, threads })
}

describe('a pool of threads', () => {
  it.each([1, 3])('answers every task, with %i threads', async (threads) => {
    open(threads)
    const numbers = Array.from({ length: 200 }, (_, at) => at)
    const answers = await Promise.all(numbers.map((number) => pool.run(number)))
    expect(answers).toEqual(numbers.map((number) => number * 2))
  })

  it.each([
    ['throws', 'throw', 'the thread that worked on it ended: seven is enough'],
    ['ends', 'exit', 'the thread that worked on it ended: it gave no reason'],
  ] as const)('loses one task to a thread that %s, and no other', async (_, task, reason) => {
    open(2)
    const tasks: Task[] = [1, 2, 3, task, 4, 5, task, 6]
    const results = await Promise.allSettled(tasks.map((one) => pool.run(one)))
    expect(
      results.map((result) =>
        result.status === 'fulfilled' ? result.value : String(result.reason),
      ),
    ).toEqual([2, 4, 6, `ThreadEnded: ${reason}`, 8, 10, `ThreadEnded: ${reason}`, 12])
    const [, , , lost] = results
    expect(lost?.status === 'rejected' && lost.reason).toBeInstanceOf(ThreadEnded)
  })

  it('says why no thread can work, to everyone who asks', async () => {
    open(2, 'cannot start')
    const first = pool.run(1)
    await expect(first).rejects.toThrow('A thread could not start: there are no lists')
    await expect(pool.run(2)).rejects.toBeInstanceOf(ThreadsUnusable)
  })

  it('rejects what is not answered when it is closed', async () => {
    open(1)
    const task = pool.run(1)
    const closed = pool.close()
    await expect(task).rejects.toBeInstanceOf(ThreadsUnusable)
    await closed
  })

  it('has room once a thread has started, and less with each task', async () => {
    open(1)
    expect(pool.hasRoom()).toBe(false)
    await pool.run(1)
    expect(pool.hasRoom()).toBe(true)
    const tasks = Array.from({ length: 100 }, (_, at) => pool.run(at))
    expect(pool.hasRoom()).toBe(false)
    await Promise.all(tasks)
    expect(pool.hasRoom()).toBe(true)
  })
})
