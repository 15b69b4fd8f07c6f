import type { Lists } from './lists.ts'
import { inOneSentence, type Reading } from './reading.ts'

/** The nearest word of the same sentence, at most `reach` words away, that shows that a name is a weapon's. */
export function weaponCueNear(
  reading: Reading,
  { from, to }: { readonly from: number; readonly to: number },
  lists: Lists,
  reach: number,
): string | undefined {
  for (let distance = 0; distance < reach; distance++) {
    for (const at of [to + distance, from - 1 - distance]) {
      const word = reading.words[at]
      if (!word || !lists.isKind(word.key, 'weapon-cue')) continue
      if (inOneSentence(reading, Math.min(from, at), Math.max(to, at + 1))) return word.key
    }
  }
  return undefined
}
