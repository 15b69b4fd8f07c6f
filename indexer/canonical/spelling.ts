import type { Grapheme } from './graphemes.ts'
import type { NameWord } from './name-word.ts'

/**
 * How far two words are from being one word in two transliterations: 0 for no difference that means anything (Shoigu and Shoygu),
 * some tenths for a usual one (Dehghan and Dehqan), about 1 for every sound that is another (Khamenei and Khomeini).
 */
export function spellingDistance(one: NameWord, other: NameWord): number {
  if (one === other || one.letters === other.letters) return 0
  const distances = compared.get(one) ?? new Map<NameWord, number>()
  compared.set(one, distances)
  const distance = distances.get(other) ?? align(one.sounds, other.sounds)
  distances.set(other, distance)
  return distance
}

/** Given names are compared again and again. */
const compared = new WeakMap<NameWord, Map<NameWord, number>>()

/** Whether two words are spellings of one: the shorter they are, the less may differ. */
export function areSpellings(one: NameWord, other: NameWord): boolean {
  return (
    spellingDistance(one, other) <= farthest(Math.min(one.letters.length, other.letters.length))
  )
}

function farthest(length: number): number {
  if (length < 4) return 0
  if (length < 5) return 0.35
  return length < 7 ? 0.5 : 0.65
}

/** The least sum of differences over all ways to set the sounds of two words side by side. */
function align(one: readonly Grapheme[], other: readonly Grapheme[]): number {
  let before = [0]
  for (const [j, sound] of other.entries()) before.push(at(before, j) + missing(other, j, sound))
  for (const [i, left] of one.entries()) {
    const row = [at(before, 0) + missing(one, i, left)]
    for (const [j, right] of other.entries()) {
      row.push(
        Math.min(
          at(before, j) +
            difference(left, right, {
              start: i + j === 0,
              end: i === one.length - 1 && j === other.length - 1,
            }),
          at(before, j + 1) + missing(one, i, left),
          at(row, j) + missing(other, j, right),
        ),
      )
    }
    before = row
  }
  return at(before, other.length)
}

const at = (row: readonly number[], index: number) => row[index] ?? Infinity

interface Place {
  readonly start: boolean
  readonly end: boolean
}

function difference(one: Grapheme, other: Grapheme, place: Place): number {
  if (one.letters === other.letters) return 0
  if (one.kind !== other.kind) return Infinity
  // Bush and Busch are two German and English names; inside a word, sch is the German sh of Lukaschenko.
  if (place.end && [one.letters, other.letters].includes('sch')) return 1
  return one.kind === 'vowel'
    ? vowelDifference(one.letters, other.letters, place)
    : (consonants.get(one.letters)?.get(other.letters) ?? 1)
}

/** What two letters for one sound cost. Arabic and Persian qaf and ghain, kha; Slavic zh and ts; German and French ways to write. */
const consonants = costs([
  [0.05, 'd-dh ts-tz'],
  [0.1, 'q-gh q-k k-c t-th'],
  [0.2, 'q-g g-gh k-kh q-kh kh-gh z-tz z-ts s-ts s-tz sh-sch j-zh k-qu'],
  [0.3, 'kh-h k-gh q-c s-z g-j ch-kh ch-sh ch-c c-s f-v shch-sch shch-sh'],
  [0.45, 'k-g'],
])

const vowels = costs([
  [0.15, 'e-i o-u'],
  [0.3, 'a-e'],
  [0.4, 'a-u'],
  [0.5, 'e-u'],
  [0.7, 'a-i e-o a-o'],
])

/** By either letter, then by the other one. */
function costs(
  lists: readonly (readonly [cost: number, pairs: string])[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>()
  const note = (from: string, to: string, cost: number) => {
    found.set(from, (found.get(from) ?? new Map<string, number>()).set(to, cost))
  }
  for (const [cost, pairs] of lists) {
    for (const pair of pairs.split(' ')) {
      const [one = '', other = ''] = pair.split('-')
      note(one, other, cost)
      note(other, one, cost)
    }
  }
  return found
}

function vowelDifference(one: string, other: string, place: Place): number {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  // Short vowels are heard in many ways, and a word ends in a or o by its dialect: Lukashenko and Lukashenka.
  if (place.end && shorter.length === 1 && longer.length === 1 && /^[ao]{2}$/.test(one + other))
    return 0.3
  const start = place.start ? 0.2 : 0
  return start + alignVowels(shorter, longer)
}

function alignVowels(shorter: string, longer: string): number {
  if (shorter.length === longer.length) {
    return Array.from(shorter).reduce(
      (sum, letter, i) => sum + vowelCost(letter, longer.charAt(i)),
      0,
    )
  }
  const without = Array.from(longer).map((_, i) => longer.slice(0, i) + longer.slice(i + 1))
  return 0.15 + Math.min(...without.map((rest) => alignVowels(shorter, rest)))
}

function vowelCost(one: string, other: string): number {
  return one === other ? 0 : (vowels.get(one)?.get(other) ?? 1)
}

/** What it costs that only one of two words has a sound. */
function missing(word: readonly Grapheme[], index: number, sound: Grapheme): number {
  const next = word[index + 1]
  return sound.kind === 'vowel'
    ? missingVowel(sound.letters, index, next)
    : missingConsonant(sound.letters, index, next)
}

function missingVowel(letters: string, index: number, next: Grapheme | undefined): number {
  // Surovikine, in French; otherwise a vowel at the end says who is meant: Asad and Asadi, Daniel and Daniela.
  if (!next) return letters === 'e' ? 0.2 : 1
  return index === 0 ? 0.5 : 0.45
}

function missingConsonant(letters: string, index: number, next: Grapheme | undefined): number {
  // Korochenko for Korotchenko, Ganz for Gantz.
  if (letters === 't') return isSibilant(next) ? 0.2 : 1
  return letters === 'h' && index > 0 && next?.kind === 'vowel' ? 0.3 : 1
}

const isSibilant = (sound: Grapheme | undefined) => /^(?:s|z|ch|ts)$/.test(sound?.letters ?? '')
