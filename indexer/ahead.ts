/**
 * Works on the items of `source` up to `depth` at a time and yields the results in the order of the items.
 * `work` must not reject.
 */
export async function* ahead<T, R>(
  source: AsyncIterable<T>,
  depth: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const pending: Promise<R>[] = []
  for await (const item of source) {
    pending.push(work(item))
    const first = pending.length >= depth ? pending.shift() : undefined
    if (first) yield await first
  }
  for (const result of pending) yield await result
}
