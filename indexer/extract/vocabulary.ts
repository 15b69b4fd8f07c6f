import type { Reading } from './reading.ts'

/** The words that an article also writes small: capitalised at the head of a sentence, they are hardly names. */
export function lowerWords(readings: readonly Reading[]): Set<string> {
  const [first = new Set<string>(), ...others] = readings
    .map(lowerWordsOf)
    .sort((a, b) => b.size - a.size)
  const lower = new Set(first)
  for (const words of others) for (const word of words) lower.add(word)
  return lower
}

const known = new WeakMap<Reading, ReadonlySet<string>>()

// Asked for by people, by places and by the tagger.
function lowerWordsOf(reading: Reading): ReadonlySet<string> {
  const before = known.get(reading)
  if (before) return before
  const lower = new Set<string>()
  for (const { shape, gap, key } of reading.words)
    // The end of Yong-woo is no word.
    if (shape === 'lower' && gap !== 'hyphen' && gap !== 'glued') lower.add(key)
  known.set(reading, lower)
  return lower
}
