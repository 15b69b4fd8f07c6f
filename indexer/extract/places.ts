import type { EntityMention } from './facet-values.ts'
import { isAcronym, isInsideName, isShouted } from './inside-name.ts'
import { placesOf } from './listed.ts'
import type { ListedName, Lists } from './lists.ts'
import { whereLocated } from './located.ts'
import { placeContext, type PlaceContext } from './place-context.ts'
import { whichPlace } from './place-senses.ts'
import { startsSentence, type ListedMatch, type Reading } from './reading.ts'
import { findTowns } from './towns.ts'
import { findTownsAgain, type NamedTown } from './towns-again.ts'

/**
 * Every place that an article names, by its listed name. `taken` marks the words that are people, weapons or outlets;
 * a place inside another name (University of Texas, Tehran Times) is none, a doubtful one (Reading, Nice) needs a
 * preposition before it or its region after it, once in the article.
 */
export function findPlaces(
  readings: readonly Reading[],
  taken: ReadonlyMap<Reading, readonly boolean[]>,
  lists: Lists,
): EntityMention[] {
  const context = placeContext(readings, lists)
  const free = readings.map((reading) => freeWords(reading, taken.get(reading) ?? []))
  const named = free.flatMap((words) => townsIn(words, lists))
  const found = free.map((words) => placesIn(words, named, context, lists))
  const sure = found.flatMap((places) => places.filter(({ rule }) => rule !== undefined))
  const known = new Set(sure.map(({ place }) => place.id))
  return found.flat().flatMap(({ reading, from, to, place, rule }) => {
    const reason = rule ?? againRule(reading, from, place, known)
    const entity = { id: place.id, name: place.name }
    return reason === undefined ? [] : [{ reading, from, to, rule: reason, entity }]
  })
}

/** A listed place in a text, and what makes it sure; undefined where nothing does. */
interface FoundPlace {
  readonly reading: Reading
  readonly from: number
  readonly to: number
  readonly place: Pick<ListedName, 'id' | 'name'>
  readonly rule: string | undefined
}

/** A reading, and which ranges of its words no other facet has claimed. */
interface FreeWords {
  readonly reading: Reading
  readonly isFree: (range: { from: number; to: number }) => boolean
}

function freeWords(reading: Reading, claimed: readonly boolean[]): FreeWords {
  return { reading, isFree: ({ from, to }) => !claimed.slice(from, to).some(Boolean) }
}

function townsIn({ reading, isFree }: FreeWords, lists: Lists): NamedTown[] {
  return findTowns(reading, lists.places.towns, lists.placesBroader)
    .filter((town) => isFree(town) && !isInLonger(reading, town))
    .map(({ from, to, town }) => ({
      reading,
      from,
      to,
      place: town,
      keys: reading.words.slice(from, to).map(({ key }) => key),
    }))
}

function placesIn(
  words: FreeWords,
  named: readonly NamedTown[],
  context: PlaceContext,
  lists: Lists,
): FoundPlace[] {
  const { reading, isFree } = words
  const towns = named.filter((town) => town.reading === reading)
  const inTown = new Set(towns.flatMap(({ from, to }) => range(from, to)))
  const isLeft = (words: { from: number; to: number }) =>
    isFree(words) && !range(words.from, words.to).some((at) => inTown.has(at))
  const again = findTownsAgain(reading, named, isLeft)
  return [
    ...towns.map((town) => ({ ...town, rule: 'list of places, its region after it' })),
    ...again.map((town) => ({ ...town, reading, rule: againReason })),
    ...reading.matches
      .filter((match) => isLeft(match) && !again.some(({ from }) => from === match.from))
      .flatMap((match) => placeOf(reading, match, context, lists)),
  ]
}

const againReason = 'list of places, located elsewhere in the article'

// The York of "New York, U.S." and the Leavenworth of "Fort Leavenworth, Kan."
function isInLonger(reading: Reading, { from, to }: { from: number; to: number }): boolean {
  const match = reading.matchAt[from]
  return match !== undefined && match.to - match.from > to - from
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

function placeOf(
  reading: Reading,
  match: ListedMatch,
  context: PlaceContext,
  lists: Lists,
): FoundPlace[] {
  const place = whichPlace(reading, match, context)
  if (!place || isInsideName(reading, match, lists) || isShouted(reading, match)) return []
  if (isAcronym(reading, match, place.name)) return []
  const isSure = placesOf(match).some(({ trust }) => trust === 'plain')
  const rule = isSure ? 'list of places' : whereLocated(reading, match, context)
  return [{ reading, from: match.from, to: match.to, place, rule }]
}

/** A doubtful name counts again where it has counted once, except where a sentence may give it its capital. */
function againRule(
  reading: Reading,
  from: number,
  { id }: Pick<ListedName, 'id'>,
  known: ReadonlySet<string>,
): string | undefined {
  if (!known.has(id) || reading.titleCase || startsSentence(reading, from)) return undefined
  return againReason
}
