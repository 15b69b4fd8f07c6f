/** Sequence numbers in ascending order, each once. */
export type SortedIds = Int32Array

/** Those in both. */
export function intersection(a: SortedIds, b: SortedIds): SortedIds {
  const ids = new Int32Array(Math.min(a.length, b.length))
  let length = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [first, second] = [at(a, i), at(b, j)]
    if (first === second) ids[length++] = first
    if (first <= second) i++
    if (second <= first) j++
  }
  return ids.subarray(0, length)
}

/** Those in either. */
export function union(a: SortedIds, b: SortedIds): SortedIds {
  const ids = new Int32Array(a.length + b.length)
  let length = 0
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [first, second] = [at(a, i), at(b, j)]
    ids[length++] = Math.min(first, second)
    if (first <= second) i++
    if (second <= first) j++
  }
  return ids.subarray(0, length)
}

/** Those of the first that the second lacks. */
export function difference(a: SortedIds, b: SortedIds): SortedIds {
  const ids = new Int32Array(a.length)
  let length = 0
  for (let i = 0, j = 0; i < a.length; i++) {
    const id = at(a, i)
    while (at(b, j) < id) j++
    if (at(b, j) !== id) ids[length++] = id
  }
  return ids.subarray(0, length)
}

/** Whether a number is among them. */
export function isIn(ids: SortedIds, id: number): boolean {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(ids, middle) < id) low = middle + 1
    else high = middle
  }
  return at(ids, low) === id
}

/** Past the end stands more than any number. */
const at = (ids: SortedIds, index: number) => ids[index] ?? Infinity

const comma = 44
const zero = 48

/**
 * Reads numbers with commas between, at most so many. One long text read here, as bytes, beats as many rows from SQLite several times
 * over; counting through it beats for-of as much again.
 */
export function parseIds(list: Uint8Array, most: number): SortedIds {
  if (list.length === 0) return new Int32Array(0)
  // Each number takes two bytes at least.
  const ids = new Int32Array(Math.min(most, (list.length + 1) >> 1))
  let length = 0
  let id = 0
  for (let i = 0, { length: end } = list; i < end; i++) {
    const byte = list[i] ?? 0
    if (byte === comma) {
      ids[length++] = id
      id = 0
    } else id = id * 10 + byte - zero
  }
  ids[length++] = id
  return ids.subarray(0, length)
}
