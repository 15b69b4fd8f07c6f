import type { EntityMention } from './facet-values.ts'
import { placesOf } from './listed.ts'
import type { ListedName, Lists } from './lists.ts'
import { isCapital, keyAt, offsetsOf, type ListedMatch, type Reading } from './reading.ts'

/**
 * Every place that an article names, by its listed name. `taken` marks the words that are people, weapons or outlets;
 * a place inside another name (University of Texas, Tehran Times) is none, a doubtful one (Reading, Nice) needs a
 * preposition or the country after it.
 */
export function findPlaces(
  readings: readonly Reading[],
  taken: ReadonlyMap<Reading, readonly boolean[]>,
  lists: Lists,
): EntityMention[] {
  const ids = new Set(
    readings.flatMap((reading) =>
      reading.matches.flatMap((match) => placesOf(match).map(({ id }) => id)),
    ),
  )
  return readings.flatMap((reading) => {
    const claimed = taken.get(reading) ?? []
    return reading.matches.flatMap((match) => {
      if (claimed.slice(match.from, match.to).some(Boolean)) return []
      const place = placeOf(reading, match, ids, lists)
      return place ? [place, ...stateAfterComma(reading, match, ids, lists)] : []
    })
  })
}

// "Birmingham, Alabama" is listed to tell it from the other; Alabama is named all the same.
function stateAfterComma(
  reading: Reading,
  match: ListedMatch,
  ids: ReadonlySet<string>,
  lists: Lists,
): EntityMention[] {
  for (let at = match.from + 1; at < match.to; at++) {
    if (reading.words[at]?.gap !== 'comma') continue
    const state = lists.names.longestAt(reading.words, at)
    const found = state && placeOf(reading, state, ids, lists)
    if (found && found.entity.id !== 'washington-d-c') return [found]
  }
  return []
}

function placeOf(
  reading: Reading,
  match: ListedMatch,
  ids: ReadonlySet<string>,
  lists: Lists,
): EntityMention | undefined {
  const [place] = placesOf(match)
  if (!place || isInsideName(reading, match, lists) || isShouted(reading, match)) return undefined
  if (place.trust === 'cue' && !isLocated(reading, match)) return undefined
  const entity = whichGeorgia(place, ids)
  return {
    reading,
    from: match.from,
    to: match.to,
    rule: 'list of places',
    entity: { id: entity.id, name: entity.name },
  }
}

const bindsBefore =
  /\b(?:University|College|Bank|School|Institute|Church|Museum|Academy|Bishop|Archbishop|Duke|Duchess|Prince|Princess|Earl|Sons|Daughters|Voice|Radio|Air|Fort|Port|Mount|Lake|New|Miss|Captain|Real)\s+(?:of\s+(?:the\s+)?)?$/

function isInsideName(reading: Reading, { from, to }: ListedMatch, lists: Lists): boolean {
  // "U.S. Department of State" does name the United States; "Tehran Times" is not about Tehran.
  const isShort = reading.words[to - 1]?.shape === 'caps'
  const joins = reading.words[to]?.gap === 'space' && isCapital(reading, to)
  if (joins && !isShort && lists.isKind(keyAt(reading, to), 'place-bound')) return true
  const { start } = offsetsOf(reading, from, to)
  return bindsBefore.test(reading.text.slice(Math.max(0, start - 24), start))
}

/** What tells a line set in capitals stands near; a line of megabytes is not read anew for every US in it. UTF-16 units. */
const lineRead = 400

// In a line set in capitals, "TELL US MORE", US is the pronoun.
function isShouted(reading: Reading, { from, to }: ListedMatch): boolean {
  const word = reading.words[from]
  if (!word || to - from > 1 || word.key !== 'us') return false
  const before = reading.text.slice(Math.max(0, word.start - lineRead), word.start)
  const [rest = ''] = reading.text.slice(word.end, word.end + lineRead).split('\n', 1)
  const line = before.slice(before.lastIndexOf('\n') + 1) + rest
  const neighbours = [reading.words[from - 1], reading.words[to]].filter(
    (near) => near !== undefined,
  )
  return (
    !/\p{Ll}/u.test(line) ||
    (neighbours.length > 0 && neighbours.every((near) => near.shape === 'caps'))
  )
}

const prepositions =
  /^(?:in|at|near|from|outside|around|to|toward|towards|across|throughout|into|via|nearby|downtown|visiting|leaving)$/

function isLocated(reading: Reading, { from, to }: ListedMatch): boolean {
  if (isTailOfTown(reading, from, to)) return true
  const followsSpace = reading.words[from]?.gap === 'space'
  if (followsSpace && prepositions.test(keyAt(reading, from - 1))) return true
  return reading.words[to]?.gap === 'comma' && placesOf(reading.matchAt[to]).length > 0
}

// "Wichita, Kan.": an abbreviated state after its town.
function isTailOfTown(reading: Reading, from: number, to: number): boolean {
  return (
    reading.words[from]?.gap === 'comma' &&
    isAbbreviated(reading, to) &&
    isCapital(reading, from - 1)
  )
}

function isAbbreviated(reading: Reading, to: number): boolean {
  const last = reading.words[to - 1]
  return last !== undefined && (last.key.endsWith('.') || reading.text.charAt(last.end) === '.')
}

const caucasus = [
  'tbilisi',
  'abkhazia',
  'south-ossetia',
  'caucasus',
  'south-caucasus',
  'azerbaijan',
  'armenia',
  'batumi',
  'gori',
  'ukraine',
  'moldova',
  'russia',
]
const states = [
  'alabama',
  'florida',
  'south-carolina',
  'north-carolina',
  'tennessee',
  'atlanta',
  'texas',
  'arizona',
  'ohio',
  'michigan',
  'pennsylvania',
  'wisconsin',
  'savannah',
  'augusta',
  'iowa',
  'nevada',
  'mississippi',
  'virginia',
]

/** Georgia is the country beside its neighbours, else the state; so it is one of them throughout an article. */
function whichGeorgia(place: ListedName, ids: ReadonlySet<string>): { id: string; name: string } {
  if (place.id !== 'georgia' && place.id !== 'georgia-us-state') return place
  const near = (list: readonly string[]) => list.filter((id) => ids.has(id)).length
  return near(caucasus) > near(states)
    ? { id: 'georgia', name: 'Georgia' }
    : { id: 'georgia-us-state', name: 'Georgia (U.S. state)' }
}
