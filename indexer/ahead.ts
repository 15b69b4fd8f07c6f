/** How many items may be worked on at once. */
export interface Room<T> {
  readonly items: number
  /** Whatever their number; a single larger one is worked on alone. */
  readonly bytes: number
  readonly bytesOf: (item: T) => number
  /** Ends the work: see `ahead`. */
  readonly stop?: AbortSignal | undefined
}

/**
 * Works on the items of `source`, as many at a time as there is room for, and yields the results in the order of the items, each as
 * soon as it and those before it are there. What `work` rejects with is thrown in its turn, and so is an error of the source, after the
 * results of what came before it.
 *
 * When it is told to stop it yields at once what was done by then, up to the first item that was not: what comes after that would
 * overtake it. What is still being worked on, and whatever becomes of it, is left: an item may fail because others are stopped too.
 */
export async function* ahead<T, R>(
  source: AsyncIterable<T>,
  room: Room<T>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const arrivals = new Arrivals(source)
  const jobs: Job<R>[] = []
  const isOver = () => room.stop?.aborted === true || (arrivals.haveEnded && jobs.length === 0)
  try {
    for (;;) {
      const done = jobs[0]?.isDone() ? jobs.shift() : undefined
      if (done) yield await done.result
      else if (isOver()) return
      else jobs.push(...(await nextJobs(arrivals, jobs, { ...room, work })))
    }
  } finally {
    await arrivals.close()
  }
}

/** Waits for the next item where there is room for it, or for the first job; begins what came. */
async function nextJobs<T, R>(
  arrivals: Arrivals<T>,
  jobs: readonly Job<R>[],
  works: Works<T, R>,
): Promise<readonly Job<R>[]> {
  const coming = arrivals.haveEnded || isFull(jobs, works) ? [] : [arrivals.next()]
  const first = jobs.slice(0, 1).map(({ done }) => done)
  const arrived = await firstOf([...coming, ...first], works.stop)
  return arrived ? begin(arrivals.take(arrived), works) : []
}

interface Works<T, R> extends Room<T> {
  readonly work: (item: T) => Promise<R>
}

type Arrival<T> =
  | { readonly kind: 'item'; readonly item: T }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** The items of a source, asked for one at a time. */
class Arrivals<T> {
  readonly #iterator: AsyncIterator<T, unknown>
  #coming: Promise<Arrival<T>> | undefined
  haveEnded = false

  constructor(source: AsyncIterable<T>) {
    this.#iterator = source[Symbol.asyncIterator]()
  }

  /** The same until it is taken. */
  next(): Promise<Arrival<T>> {
    return (this.#coming ??= this.#ask())
  }

  take(arrived: Arrival<T>): Arrival<T> {
    this.#coming = undefined
    this.haveEnded = arrived.kind !== 'item'
    return arrived
  }

  async close(): Promise<void> {
    await this.#iterator.return?.()
  }

  async #ask(): Promise<Arrival<T>> {
    try {
      const next = await this.#iterator.next()
      return next.done ? { kind: 'end' } : { kind: 'item', item: next.value }
    } catch (error) {
      return { kind: 'failed', error }
    }
  }
}

/** What comes first of these; undefined when told to stop before. */
async function firstOf<T>(
  promises: readonly Promise<T | undefined>[],
  stop: AbortSignal | undefined,
): Promise<T | undefined> {
  let end: (() => void) | undefined
  // Made anew each time: what waits for a promise that lasts as long as the run would never be freed.
  const stopped = new Promise<undefined>((resolve) => {
    end = () => {
      resolve(undefined)
    }
  })
  if (end) stop?.addEventListener('abort', end)
  try {
    const first = await Promise.race([stopped, ...promises])
    // Who reads may have broken off because it was stopped.
    return stop?.aborted ? undefined : first
  } finally {
    if (end) stop?.removeEventListener('abort', end)
  }
}

interface Job<R> {
  readonly result: Promise<R>
  readonly bytes: number
  /** Resolves when the result is there, be it an error. */
  readonly done: Promise<undefined>
  /** Whether the result was there before the end of the work. */
  isDone(): boolean
}

function begin<T, R>(arrived: Arrival<T>, { bytesOf, stop, work }: Works<T, R>): readonly Job<R>[] {
  if (arrived.kind === 'end') return []
  if (arrived.kind === 'failed') return [watched(rejection(arrived.error), 0, stop)]
  return [watched(work(arrived.item), bytesOf(arrived.item), stop)]
}

async function rejection(error: unknown): Promise<never> {
  throw error
}

function watched<R>(result: Promise<R>, bytes: number, stop: AbortSignal | undefined): Job<R> {
  let isDone = false
  const settle = () => {
    isDone = !stop?.aborted
    return undefined
  }
  return { result, bytes, done: result.then(settle, settle), isDone: () => isDone }
}

function isFull<T, R>(jobs: readonly Job<R>[], room: Room<T>): boolean {
  return jobs.length >= room.items || jobs.reduce((sum, { bytes }) => sum + bytes, 0) >= room.bytes
}
