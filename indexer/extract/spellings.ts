import { areAlike, soundOf } from '../../engine/query/alike.ts'

/** From this length on a word may also differ by a slip of the pen. */
const longWord = 6

/**
 * Whether two folded words are spellings of one surname, or of one given name: equal in sound whatever the transliteration
 * (Gadhafi and Kadafi), or one slip apart that is not in the last letter (Riedel and Reidel, but not Milley and Miller).
 * Only meaningful beside an equal other name: Khamenei and Khomeini pass, and are two men.
 */
export function areSpellings(a: string, b: string): boolean {
  if (a === b) return true
  if (!areAlike(a, b) || isNisba(a, b) || isNisba(b, a)) return false
  return a.slice(0, -1) !== b.slice(0, -1) || soundOf(a) === soundOf(b)
}

// Asadi is of the house of Asad, another family than Assad.
function isNisba(longer: string, shorter: string): boolean {
  return /[^aeiouy]i$/.test(longer) && /[^aeiouy]$/.test(shorter)
}

/**
 * Keys of which any two spellings of one word share one at least: its sound, and the word without each of its letters, for a
 * slip changes one of them. Few other words share them, so that a word need not be compared with all.
 */
export function spellingKeys(word: string): string[] {
  const keys = [`=${word}`, `~${soundOf(word)}`]
  if (word.length < longWord - 1) return keys
  keys.push(word)
  for (let at = 0; at < word.length; at++) keys.push(word.slice(0, at) + word.slice(at + 1))
  return keys
}

/** What is written for one sound in one transliteration or another, vowels too, for names that stand by themselves. */
const sameSounds: readonly (readonly [written: RegExp, sound: string])[] = [
  [/kh|gh|q|g/g, 'k'],
  [/ou|oo|o|w/g, 'u'],
  [/dh/g, 'd'],
  [/[aeiy]*[eiy][aeiy]*/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** A longer name than this, its spaces aside, is hardly another man's by accident. */
const longName = 11

/**
 * A folded full name as it is written in any transliteration: equal for Hossein Dehqan and Hosein Dehghan. Undefined for names too
 * short to tell by it: Mark Kelley is not Mark Kelly.
 */
export function soundOfName(keys: readonly string[]): string | undefined {
  const last = keys.at(-1) ?? ''
  if (last.length < 4 || keys.join('').length <= longName) return undefined
  return sameSounds.reduce((sound, [written, to]) => sound.replace(written, to), keys.join(' '))
}
