/** How many items may be worked on at once. */
export interface Room<T> {
  readonly items: number
  /** Whatever their number; a single larger one is worked on alone. */
  readonly bytes: number
  readonly bytesOf: (item: T) => number
}

/**
 * Works on the items of `source`, as many at a time as there is room for, and yields the results in the order of the items, each as
 * soon as it and those before it are there. What `work` rejects with is thrown in its turn, and so is an error of the source, after the
 * results of what came before it.
 */
export async function* ahead<T, R>(
  source: AsyncIterable<T>,
  room: Room<T>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const iterator = source[Symbol.asyncIterator]()
  const jobs: Job<R>[] = []
  let coming: Promise<Arrival<T>> | undefined
  let hasEnded = false
  try {
    while (!hasEnded || jobs.length > 0) {
      const due = takeDue(jobs, room, hasEnded)
      if (due) {
        yield await due.result
        continue
      }
      coming ??= arrival(iterator)
      const arrived = await Promise.race([coming, ...jobs.slice(0, 1).map(({ done }) => done)])
      if (!arrived) continue
      coming = undefined
      hasEnded = arrived.kind !== 'item'
      jobs.push(...begin(arrived, room, work))
    }
  } finally {
    await iterator.return?.()
  }
}

type Arrival<T> =
  | { readonly kind: 'item'; readonly item: T }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly error: unknown }

interface Job<R> {
  readonly result: Promise<R>
  readonly bytes: number
  /** Resolves when the result is there, be it an error. */
  readonly done: Promise<undefined>
  isDone(): boolean
}

async function arrival<T>(iterator: AsyncIterator<T, unknown>): Promise<Arrival<T>> {
  try {
    const next = await iterator.next()
    return next.done ? { kind: 'end' } : { kind: 'item', item: next.value }
  } catch (error) {
    return { kind: 'failed', error }
  }
}

function begin<T, R>(
  arrived: Arrival<T>,
  room: Room<T>,
  work: (item: T) => Promise<R>,
): readonly Job<R>[] {
  if (arrived.kind === 'end') return []
  if (arrived.kind === 'failed') return [watched(rejection(arrived.error), 0)]
  return [watched(work(arrived.item), room.bytesOf(arrived.item))]
}

async function rejection(error: unknown): Promise<never> {
  throw error
}

function watched<R>(result: Promise<R>, bytes: number): Job<R> {
  let isDone = false
  const settle = () => {
    isDone = true
    return undefined
  }
  return { result, bytes, done: result.then(settle, settle), isDone: () => isDone }
}

/** The first job, taken from the list, when there is nothing better to do than to wait for it. */
function takeDue<T, R>(jobs: Job<R>[], room: Room<T>, hasEnded: boolean): Job<R> | undefined {
  const isFull =
    jobs.length >= room.items || jobs.reduce((sum, { bytes }) => sum + bytes, 0) >= room.bytes
  return hasEnded || isFull || jobs[0]?.isDone() ? jobs.shift() : undefined
}
