/**
 * Yields what several generators give as it comes, of at most `atOnce` of them at a time, started in their order. Each waits with its
 * next item until the last one was taken. When the consumer stops early, those that were started are ended.
 */
export async function* together<T>(
  sources: Iterable<AsyncGenerator<T>>,
  atOnce: number,
): AsyncGenerator<T> {
  const waiting = sources[Symbol.iterator]()
  const running = new Map<AsyncGenerator<T>, Promise<Arrival<T>>>()
  const start = () => {
    const next = waiting.next()
    if (!next.done) running.set(next.value, arrival(next.value))
  }
  for (let count = 0; count < atOnce; count++) start()
  try {
    while (running.size > 0) {
      const { source, result } = await Promise.race(running.values())
      if (result.done) {
        running.delete(source)
        start()
      } else {
        yield result.value
        running.set(source, arrival(source))
      }
    }
  } finally {
    await Promise.all([...running.keys()].map((source) => source.return(undefined)))
  }
}

interface Arrival<T> {
  readonly source: AsyncGenerator<T>
  readonly result: IteratorResult<T, unknown>
}

async function arrival<T>(source: AsyncGenerator<T>): Promise<Arrival<T>> {
  return { source, result: await source.next() }
}
