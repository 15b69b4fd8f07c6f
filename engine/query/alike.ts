import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js'

/** Shorter words are alike by accident. */
const fewestLetters = 4
/** More letters apart, one is a short form of the other: Chris is not another spelling of Christopher. */
const mostApart = 2
/** Words of as many letters at least may also differ by a slip: Kushner and Kusher. */
const longWord = 6

/**
 * Whether two folded words of one entity's names are spellings of one word: equal in sound, whatever the transliteration
 * (Dehghan and Dehqan, Gadhafi and Kadafi), or one slip apart. Says nothing of words of different entities: Khamenei and Khomeini
 * sound alike and are two men.
 */
export function areAlike(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < fewestLetters) return false
  if (Math.abs(one.length - other.length) > mostApart) return false
  if (soundAlike(one, other)) return true
  const areLong = Math.min(one.length, other.length) >= longWord
  return areLong && other.startsWith(one.charAt(0)) && isOneSlip(one, other)
}

/** Many words share one or two consonants: Hussein and Hossein are also written alike, Cohen and Kanye are not. */
function soundAlike(one: string, other: string): boolean {
  const sound = soundOf(one)
  if (sound === '' || sound !== soundOf(other)) return false
  return sound.length > 2 || JaroWinklerDistance(one, other, {}) >= closeEnough
}

const closeEnough = 0.8

/** Letters with which one sound begins in one transliteration or another: Gadhafi and Kadafi, Yeltsin and Eltsin. */
const initials = ['kgqch', 'jydgie', 'vw', 'szct', 'fp', 'ou', 'aeo']

/** The letters with which another spelling of a word may begin, its own first. */
export function initialsOf(word: string): string {
  const own = word.charAt(0)
  return own + initials.filter((letters) => letters.includes(own)).join('')
}

/** What is written for one sound, in this order: longer groups before their letters, vowels and silent letters last. */
const sounds: readonly (readonly [written: RegExp, sound: string])[] = [
  [/shch|sch|sh|tch|ch|cz/g, 'x'],
  [/ph/g, 'f'],
  [/tz|ts|z|c(?=[eiy])/g, 's'],
  [/dj|dzh|zh/g, 'j'],
  [/kh|gh|q|g|c/g, 'k'],
  [/w/g, 'v'],
  [/[aeiouyh]/g, ''],
  [/(.)\1+/g, '$1'],
]

/** The consonants of a word as they sound; '' for one of vowels alone. */
export function soundOf(word: string): string {
  return sounds.reduce((sound, [written, letter]) => sound.replace(written, letter), word)
}

/** One letter more, less or another, or two neighbours swapped; not the s of a plural. */
function isOneSlip(one: string, other: string): boolean {
  if (one === `${other}s` || other === `${one}s`) return false
  const start = sharedStart(Array.from(one), Array.from(other))
  const [a, b] = [one.slice(start), other.slice(start)]
  const end = sharedStart(Array.from(a).reverse(), Array.from(b).reverse())
  const [left, right] = [a.slice(0, a.length - end), b.slice(0, b.length - end)]
  if (Math.max(left.length, right.length) <= 1) return true
  return left.length === 2 && right === left.charAt(1) + left.charAt(0)
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((letter, i) => letter !== other[i])
  return different < 0 ? one.length : different
}
