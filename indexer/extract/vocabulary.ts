import type { Reading } from './reading.ts'

/** The words that an article also writes small: capitalised at the head of a sentence, they are hardly names. */
export function lowerWords(readings: readonly Reading[]): Set<string> {
  const lower = new Set<string>()
  for (const { words } of readings) {
    for (const word of words) if (word.shape === 'lower') lower.add(word.key)
  }
  return lower
}

/** Whether a field is set like a headline, most of its longer words capitalised, so that capitals prove nothing. */
export function isTitleCase({ words }: Reading): boolean {
  const longer = words.filter((word) => word.end - word.start > 3)
  const capital = longer.filter((word) => word.shape !== 'lower')
  return longer.length > 0 && longer.length < 40 && capital.length / longer.length > 0.7
}
