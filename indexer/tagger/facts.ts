import type { ListedName, Lists } from '../extract/lists.ts'
import type { Reading } from '../extract/reading.ts'

/** What the lists know of words; the weights belong to none of it. */
export type KnownWords = Pick<Lists, 'names' | 'titles' | 'givenNames' | 'commonWords' | 'isKind'>

/**
 * What the lists say of the word at a place, one bit for each fact: kinds of words, titles, given names, then names of
 * each list, sure or not; 0 outside the words that were asked about.
 */
export type Facts = (at: number) => number

const wordKinds = [
  'demonym',
  'calendar',
  'function',
  'organisation',
  'person-bound',
  'place-bound',
  'speech-verb',
  'source-verb',
  'weapon-cue',
  'transliterated',
  'surname-word',
  'surname-first',
] as const

const listNames = ['people', 'places', 'weapons', 'outlets', 'other'] as const

const givenBit = wordKinds.length
const commonBit = givenBit + 1
const titleBit = commonBit + 1
const afterTitleBit = titleBit + 1
const laterBit = afterTitleBit + 1
const listBit = laterBit + 1
const unsureBit = listBit + listNames.length

/** No title has more words. */
const longestTitle = 4

/** Asks the lists about the words from `from` to `to`, exclusive. */
export function factsOf(reading: Reading, from: number, to: number, known: KnownWords): Facts {
  const first = Math.max(0, from - longestTitle)
  const bits = reading.words
    .slice(first, to)
    .map(({ key }, index) => kindBits(key, known) | matchBits(reading, first + index))
  markTitles(bits, first, reading, known)
  return (at) => (at < from ? 0 : (bits[at - first] ?? 0))
}

const kindsByKey = new WeakMap<KnownWords, Map<string, number>>()

// A text says the same few thousand words over and over.
function kindBits(key: string, known: KnownWords): number {
  const seen = kindsByKey.get(known) ?? new Map<string, number>()
  kindsByKey.set(known, seen)
  const before = seen.get(key)
  if (before !== undefined) return before
  let bits = known.givenNames.has(key) ? 1 << givenBit : 0
  if (known.commonWords.has(key)) bits |= 1 << commonBit
  wordKinds.forEach((kind, bit) => {
    if (known.isKind(key, kind)) bits |= 1 << bit
  })
  if (seen.size > 100_000) seen.clear()
  seen.set(key, bits)
  return bits
}

function matchBits(reading: Reading, at: number): number {
  const match = reading.matchAt[at]
  if (!match) return 0
  const later = match.from < at ? 1 << laterBit : 0
  return match.values.reduce((bits, value) => bits | bitOf(value), later)
}

function bitOf({ list, trust }: ListedName): number {
  return 1 << ((trust === 'plain' ? listBit : unsureBit) + listNames.indexOf(list))
}

function markTitles(bits: number[], first: number, reading: Reading, known: KnownWords): void {
  for (let at = 0; at < bits.length; at++) {
    const title = known.titles.longestAt(reading.words, first + at)
    if (!title) continue
    const to = title.to - first
    for (let inside = at; inside < to; inside++) mark(bits, inside, titleBit)
    mark(bits, to, afterTitleBit)
    at = to - 1
  }
}

function mark(bits: number[], at: number, bit: number): void {
  const known = bits[at]
  if (known !== undefined) bits[at] = known | (1 << bit)
}
