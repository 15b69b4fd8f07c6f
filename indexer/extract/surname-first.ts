import type { Lists } from './lists.ts'
import { keyAt, type Reading } from './reading.ts'
import type { Titles } from './titles.ts'

/** Words of the languages that write the surname first, by their sound: Jinping, Guangcheng, Geun, Hye, Thaek. */
const syllable =
  '(?:zh|ch|sh|th|ph|ng|nh|kh|kw|gw|hw|ts|tr|[bcdfghjklmnpqrstwxyz])?(?:yeo|yae|wae|iao|uai|oai|[aeiouy]{1,2})(?:ng|nh|ch|[knlmprgt])?'
const oneSyllable = new RegExp(`^${syllable}$`)
const twoSyllables = new RegExp(`^${syllable}${syllable}$`)

/**
 * Whether the words of a name, folded, are one of those that begin with the surname, as Chinese, Korean and Vietnamese names do:
 * a surname of the list before one or two words of the right sound. Kim Jong Un and Sun Zhe are, Kim Kardashian and Sun Valley are not.
 */
export function isSurnameFirst(keys: readonly string[], lists: Lists): boolean {
  const [surname = '', ...given] = keys
  if (!lists.isKind(surname, 'surname-first')) return false
  if (given.length === 1) return given.every((key) => key.length > 1 && soundsRight(key))
  return given.length === 2 && given.every((key) => key.length > 1 && oneSyllable.test(key))
}

function soundsRight(key: string): boolean {
  return key.length < 11 && (oneSyllable.test(key) || twoSyllables.test(key))
}

/**
 * Whether the word, which may be a common one, is such a surname here: right after a title ("President Park said") or before a
 * given name in two syllables ("Park Geun-hye"). Park Lane and Park City are no people.
 */
export function isFirstSurname(
  reading: Reading,
  at: number,
  titles: Titles,
  lists: Lists,
): boolean {
  const word = reading.words[at]
  if (word?.shape !== 'upper' || !lists.isKind(word.key, 'surname-first')) return false
  return (
    isHyphenedGiven(reading, at + 1) ||
    (isTitled(reading, at, titles, lists) && endsHere(reading, at))
  )
}

function isHyphenedGiven(reading: Reading, at: number): boolean {
  const [first, second] = [reading.words[at], reading.words[at + 1]]
  if (first?.gap !== 'space' || first.shape !== 'upper' || second?.gap !== 'hyphen') return false
  return [first.key, second.key].every((key) => key.length > 1 && oneSyllable.test(key))
}

function isTitled(reading: Reading, at: number, titles: Titles, lists: Lists): boolean {
  const gap = reading.words[at]?.gap
  const follows = gap === 'space' || lists.isKind(keyAt(reading, at - 1), 'abbreviated-title')
  return follows && titles.endingAt.get(at) === 'title'
}

function endsHere(reading: Reading, at: number): boolean {
  const next = reading.words[at + 1]
  return next?.gap !== 'space' || next.shape === 'lower'
}
