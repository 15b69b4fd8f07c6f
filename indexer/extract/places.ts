import type { EntityMention } from './facet-values.ts'
import { placesOf } from './listed.ts'
import type { ListedName, Lists } from './lists.ts'
import { type ListedMatch, type Reading } from './reading.ts'

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
      return place ? [place] : []
    })
  })
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
  const next = reading.words[to]
  const name = reading.words[to - 1]
  if (
    next?.gap === 'space' &&
    next.shape !== 'lower' &&
    lists.isKind(next.key, 'place-bound') &&
    name?.shape !== 'caps'
  ) {
    return true
  }
  const start = reading.words[from]?.start ?? 0
  return bindsBefore.test(reading.text.slice(Math.max(0, start - 24), start))
}

// In a line set in capitals, "TELL US MORE", US is the pronoun.
function isShouted(reading: Reading, { from, to }: ListedMatch): boolean {
  const word = reading.words[from]
  if (!word || to - from > 1 || word.key !== 'us') return false
  const { text } = reading
  const end = text.indexOf('\n', word.end)
  const line = text.slice(text.lastIndexOf('\n', word.start) + 1, end === -1 ? text.length : end)
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
  const previous = reading.words[from - 1]
  if (previous && prepositions.test(previous.key) && reading.words[from]?.gap === 'space')
    return true
  const next = reading.words[to]
  const follower = reading.matchAt[to]
  return next?.gap === 'comma' && follower !== undefined && placesOf(follower).length > 0
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
