import type { Reading } from './reading.ts'

/** The words that an article also writes small: capitalised at the head of a sentence, they are hardly names. */
export function lowerWords(readings: readonly Reading[]): Set<string> {
  const lower = new Set<string>()
  for (const { words } of readings) {
    for (const word of words)
      // The end of Yong-woo is no word.
      if (word.shape === 'lower' && word.gap !== 'hyphen' && word.gap !== 'glued')
        lower.add(word.key)
  }
  return lower
}
