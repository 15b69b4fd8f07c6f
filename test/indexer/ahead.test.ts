import { describe, expect, it } from '@jest/globals'
import { setTimeout } from 'node:timers/promises'
import { ahead } from '../../indexer/ahead.ts'

const room = (items: number, bytes = Infinity) => ({
  items,
  bytes,
  bytesOf: (item: number) => item,
})

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 1; number <= count; number++) yield number
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}

/** Work that ends when it is told to, and what was begun. */
function workshop() {
  const begun: number[] = []
  const finish = new Map<number, () => void>()
  const work = (item: number) => {
    begun.push(item)
    return new Promise<number>((resolve) => {
      finish.set(item, () => {
        resolve(item * 10)
      })
    })
  }
  return { begun, work, finish: (item: number) => finish.get(item)?.() }
}

describe('working ahead', () => {
  it('yields results in the order of the items, whichever is done first', async () => {
    const { work, finish } = workshop()
    const results = collect(ahead(numbers(3), room(3), work))
    for (const item of [3, 1, 2]) {
      await setTimeout(1)
      finish(item)
    }
    expect(await results).toEqual([10, 20, 30])
  })

  it('begins no more items than there is room for', async () => {
    const { begun, work, finish } = workshop()
    const results = ahead(numbers(9), room(2), work)
    const first = results.next()
    await setTimeout(1)
    expect(begun).toEqual([1, 2])
    finish(1)
    expect((await first).value).toBe(10)
    const second = results.next()
    await setTimeout(1)
    expect(begun).toEqual([1, 2, 3])
    finish(2)
    expect((await second).value).toBe(20)
  })

  it('begins no more bytes than there is room for, but a larger item alone', async () => {
    const { begun, work, finish } = workshop()
    const results = ahead(numbers(9), room(100, 3), work)
    const first = results.next()
    await setTimeout(1)
    expect(begun).toEqual([1, 2])
    finish(1)
    await first
    finish(2)
    await results.next()
    const third = results.next()
    await setTimeout(1)
    expect(begun).toEqual([1, 2, 3])
    finish(3)
    expect((await third).value).toBe(30)
  })

  it('does not keep a result back until the next item comes', async () => {
    async function* slow(): AsyncGenerator<number> {
      yield 1
      await new Promise(() => undefined)
    }
    const results = ahead(slow(), room(5), async (item) => item)
    expect(await results.next()).toEqual({ done: false, value: 1 })
  })

  it('throws in its turn what the work or the source fails with', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1
      yield 2
      throw new Error('the source broke off')
    }
    const seen: number[] = []
    const read = async (work: (item: number) => Promise<number>) => {
      seen.length = 0
      for await (const result of ahead(broken(), room(9), work)) seen.push(result)
    }
    await expect(read(async (item) => item)).rejects.toThrow('the source broke off')
    expect(seen).toEqual([1, 2])
    const failing = async (item: number) => {
      if (item === 2) throw new Error('two is too many')
      return item
    }
    await expect(read(failing)).rejects.toThrow('two is too many')
    expect(seen).toEqual([1])
  })

  it('closes the source when nobody wants more', async () => {
    let isClosed = false
    async function* source(): AsyncGenerator<number> {
      try {
        yield* numbers(9)
      } finally {
        isClosed = true
      }
    }
    for await (const result of ahead(source(), room(2), async (item) => item))
      if (result === 3) break
    expect(isClosed).toBe(true)
  })

  it('yields what was done in order before it was stopped, and waits for nothing', async () => {
    const { work, finish } = workshop()
    const stop = new AbortController()
    const results = collect(ahead(numbers(5), { ...room(5), stop: stop.signal }, work))
    await setTimeout(1)
    for (const item of [1, 2, 4]) finish(item)
    await setTimeout(1)
    stop.abort()
    for (const item of [3, 5]) finish(item)
    expect(await results).toEqual([10, 20])
  })

  it('ends at once when it is stopped while the first item is worked on', async () => {
    const { work } = workshop()
    const stop = new AbortController()
    const results = collect(ahead(numbers(2), { ...room(5), stop: stop.signal }, work))
    await setTimeout(1)
    stop.abort()
    expect(await results).toEqual([])
  })

  it('leaves what fails once it was stopped, be it the work or the source', async () => {
    const stop = new AbortController()
    async function* broken(): AsyncGenerator<number> {
      yield 1
      await new Promise((resolve) => {
        stop.signal.addEventListener('abort', resolve)
      })
      throw new Error('broken off')
    }
    const results = collect(
      ahead(broken(), { ...room(5), stop: stop.signal }, async () => {
        await new Promise((resolve) => {
          stop.signal.addEventListener('abort', resolve)
        })
        throw new Error('ended')
      }),
    )
    await setTimeout(1)
    stop.abort()
    expect(await results).toEqual([])
  })
})
