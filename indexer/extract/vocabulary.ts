import type { Reading } from './reading.ts'

/** The words that an article also writes small: capitalised at the head of a sentence, they are hardly names. */
export function lowerWords(readings: readonly Reading[]): Set<string> {
  const lower = new Set<string>()
  for (const { words } of readings) {
    for (const word of words) if (word.shape === 'lower') lower.add(word.key)
  }
  return lower
}
