import type { EntityMention } from './facet-values.ts'
import { placesOf } from './listed.ts'
import type { Lists } from './lists.ts'
import type { NamesakeIndex } from './namesakes.ts'
import { isCapital, isJoined, keyAt, type ListedMatch, type Reading } from './reading.ts'
import { saidAfter } from './said-of.ts'
import { endsBefore } from './sentences.ts'

/**
 * Surnames of the article's people that are words or places too, and so begin no name by themselves: "Austin said" beside Lloyd
 * Austin, "May said" beside Theresa May, "met Park" beside Park Geun-hye. Words that
 * are part of a mention already, of a person or of something else, are passed over.
 */
export function surnamesAgain(
  readings: readonly Reading[],
  known: Known,
  namesakes: NamesakeIndex,
  lists: Lists,
): EntityMention[] {
  const mentioned = mentionedWords(known.found)
  return readings.flatMap((reading) =>
    reading.words.flatMap((word, from) => {
      const isFree = !known.taken.get(reading)?.[from] && !mentioned.get(reading)?.has(from)
      const sharing = word.shape === 'upper' && isFree ? namesakes.bySurname(word.key) : undefined
      return sharing ? surnameAt(reading, from, sharing, lists) : []
    }),
  )
}

type Namesakes = NonNullable<ReturnType<NamesakeIndex['bySurname']>>

function surnameAt(
  reading: Reading,
  from: number,
  sharing: Namesakes,
  lists: Lists,
): EntityMention[] {
  const rule = isAlone(reading, from) ? whyPerson(reading, from, lists) : undefined
  const entity = rule === undefined ? undefined : sharing.nearestBefore(reading, from)
  return rule !== undefined && entity ? [{ reading, from, to: from + 1, rule, entity }] : []
}

/** What the words of an article are already known to be. */
interface Known {
  /** Words of other facets. */
  readonly taken: ReadonlyMap<Reading, readonly boolean[]>
  readonly found: readonly EntityMention[]
}

function mentionedWords(found: readonly EntityMention[]): Map<Reading, Set<number>> {
  const words = new Map<Reading, Set<number>>()
  for (const { reading, from, to } of found) {
    const known = words.get(reading) ?? new Set<number>()
    words.set(reading, known)
    for (let at = from; at < to; at++) known.add(at)
  }
  return words
}

// Neither "New Lincoln" nor "Lincoln Center", nor "in Lincoln".
function isAlone(reading: Reading, at: number): boolean {
  if (isPartOfOther(reading.matchAt[at])) return false
  if (isJoined(reading, at + 1) && isCapital(reading, at + 1) && !reading.titleCase) return false
  const joins = isJoined(reading, at) && (isCapital(reading, at - 1) || isBound(reading, at - 1))
  return !joins
}

function isPartOfOther(match: ListedMatch | undefined): boolean {
  if (!match) return false
  return match.to - match.from > 1 || match.values.some(({ list }) => !isPlaceOrPerson(list))
}

function isPlaceOrPerson(list: string): boolean {
  return list === 'places' || list === 'people'
}

function isBound(reading: Reading, at: number): boolean {
  return /^(?:in|at|near|from|to|outside|around|across|of|the|a|this|that|every|each)$/.test(
    keyAt(reading, at),
  )
}

function whyPerson(reading: Reading, from: number, lists: Lists): string | undefined {
  const [match, key] = [reading.matchAt[from], keyAt(reading, from)]
  const said = saidSoon(reading, from + 1, lists)
  const speaks = placesOf(match).some(({ id }) => isState(id, lists))
  if (said && (!speaks || hasPronoun(reading, from + 2))) return said
  const isPlain = match === undefined && !lists.isKind(key, 'function')
  const inSentence = isJoined(reading, from) && lists.isKind(key, 'surname-first')
  return isPlain && inSentence ? 'surname of a full name in the article' : undefined
}

// "May also said", "Austin has said".
function saidSoon(reading: Reading, to: number, lists: Lists): string | undefined {
  const next = keyAt(reading, to)
  const skip = /^(?:has|had|also|later|then|himself|herself)$/.test(next) ? 1 : 0
  return saidAfter({ reading, from: to - 1, to: to + skip }, lists)
}

// Countries, states and capitals speak too.
function isState(id: string, lists: Lists): boolean {
  const kind = lists.places.kinds.get(id)
  return kind === 'country' || kind === 'capital' || kind === 'state'
}

/** So many words behind the verb "he" is the speaker. */
const pronounWithin = 8

function hasPronoun(reading: Reading, from: number): boolean {
  for (let at = from; at < from + pronounWithin && !endsBefore(reading, at); at++)
    if (/^(?:he|she|his|her)$/.test(keyAt(reading, at))) return true
  return false
}
