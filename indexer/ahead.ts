/**
 * Works on the items of `source` up to `depth` at a time and yields the results in the order of the items.
 * What `work` rejects with is thrown in its turn.
 */
export async function* ahead<T, R>(
  source: AsyncIterable<T>,
  depth: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const pending: Promise<R>[] = []
  for await (const item of source) {
    const result = work(item)
    // It is awaited below; until then a failure is not unhandled.
    result.catch(() => undefined)
    pending.push(result)
    const first = pending.length >= depth ? pending.shift() : undefined
    if (first) yield await first
  }
  for (const result of pending) yield await result
}
