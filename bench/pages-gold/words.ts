const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{M}\p{N}]+/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** How much of one list is in another one. */
export interface Agreement {
  readonly precision: number
  readonly recall: number
  /** The harmonic mean of both; 1 where both lists are empty. */
  readonly f1: number
}

/** The words of a text, lower-cased, in reading order. Each character of Chinese, Japanese and Korean is a word. */
export function wordsOf(text: string): string[] {
  const lower = text.normalize('NFC').toLowerCase()
  return (lower.match(word) ?? []).flatMap((found) =>
    unspaced.test(found) ? Array.from(found) : [found],
  )
}

/** Compares two lists as multisets: what stands twice in both counts twice. */
export function agreement(found: readonly string[], wanted: readonly string[]): Agreement {
  const shared = sharedCount(found, wanted)
  const both = found.length + wanted.length
  return {
    precision: share(shared, found.length),
    recall: share(shared, wanted.length),
    f1: both === 0 ? 1 : (2 * shared) / both,
  }
}

function sharedCount(found: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>()
  for (const item of wanted) left.set(item, (left.get(item) ?? 0) + 1)
  return found.filter((item) => {
    const count = left.get(item) ?? 0
    left.set(item, count - 1)
    return count > 0
  }).length
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
