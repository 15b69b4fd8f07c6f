import { countryOrState } from './country-or-state.ts'
import { nearestToOthers } from './nearest-place.ts'
import { distance } from './coordinates.ts'
import { placesOf } from './listed.ts'
import type { ListedName } from './lists.ts'
import { liesIn, type PlaceContext } from './place-context.ts'
import { keyAt, type ListedMatch, type Reading } from './reading.ts'
import { whichSea } from './which-sea.ts'

/**
 * Which of the places of one name a match stands for: the one that lies in the region named after it ("Tripoli,
 * Lebanon"), the one in which the town before it lies ("Spokane, Washington"), a state among states or before its
 * governor, the city where the article is about it (New York), the one nearest to the other places of the article.
 * Undefined where nothing tells which is meant.
 */
export function whichPlace(
  reading: Reading,
  match: ListedMatch,
  context: PlaceContext,
): ListedName | undefined {
  const candidates = placesOf(match)
  const [first] = candidates
  if (!first || candidates.length === 1) return first
  return (
    byWordsBeside(reading, match, candidates, context) ??
    countryOrState(candidates, context) ??
    oneOfCountries(candidates, context) ??
    byOtherPlaces(candidates, context)
  )
}

function byWordsBeside(
  reading: Reading,
  match: ListedMatch,
  candidates: readonly ListedName[],
  context: PlaceContext,
): ListedName | undefined {
  return (
    inRegionAfter(reading, match, candidates, context) ??
    ofTownBefore(reading, match, candidates, context) ??
    stateOfGovernor(reading, match, candidates, context) ??
    stateAmongStates(reading, match, candidates, context)
  )
}

function byOtherPlaces(
  candidates: readonly ListedName[],
  context: PlaceContext,
): ListedName | undefined {
  const sea = whichSea(candidates, context)
  if (sea) return sea.place
  return cityOfItsState(candidates, context) ?? nearestToOthers(candidates, context)
}

// Congo is the larger one, unless the article has a town of the other or its full name.
function oneOfCountries(
  candidates: readonly ListedName[],
  { kinds, unique, broader }: PlaceContext,
): ListedName | undefined {
  if (!candidates.every(({ id }) => kinds.get(id) === 'country')) return undefined
  const [first] = candidates
  const named = candidates.filter((country) =>
    [...unique].some((id) => id === country.id || liesIn({ id }, [country], broader)),
  )
  return named.some((country) => country === first) ? first : (named[0] ?? first)
}

function inRegionAfter(
  reading: Reading,
  { to }: ListedMatch,
  candidates: readonly ListedName[],
  { broader }: PlaceContext,
): ListedName | undefined {
  if (reading.words[to]?.gap !== 'comma') return undefined
  const after = placesOf(reading.matchAt[to])
  const within = candidates.filter((candidate) => liesIn(candidate, after, broader))
  // "Washington, U.S." is still the capital.
  return within.find(({ trust }) => trust === 'plain') ?? within[0]
}

function ofTownBefore(
  reading: Reading,
  { from }: ListedMatch,
  candidates: readonly ListedName[],
  { broader }: PlaceContext,
): ListedName | undefined {
  if (reading.words[from]?.gap !== 'comma') return undefined
  const towns = placesOf(reading.matchAt[from - 1])
  return candidates.find((candidate) => towns.some((town) => liesIn(town, [candidate], broader)))
}

const offices =
  /^(?:gov|governor|governors|lt|sens?|senator|reps?|congressman|congresswoman|republicans?|democrats?|capitol|legislature|district)$/

function stateOfGovernor(
  reading: Reading,
  match: ListedMatch,
  candidates: readonly ListedName[],
  { kinds }: PlaceContext,
): ListedName | undefined {
  if (!isBesideOffice(reading, match)) return undefined
  return candidates.find(({ id }) => kinds.get(id) === 'state')
}

// "Washington Gov. Jane Doe", "a Georgia Republican", "Georgia's governor", "the governor of Georgia", "D-Georgia".
function isBesideOffice(reading: Reading, { from, to }: ListedMatch): boolean {
  const next = reading.words[to]
  if (next && offices.test(next.key)) return next.gap === 'space' || next.gap === 'possessive'
  const before = keyAt(reading, from - 1)
  if (before === 'of') return offices.test(keyAt(reading, from - 2))
  return reading.words[from]?.gap === 'hyphen' && /^[dri]$/.test(before)
}

// "Oregon, Washington and Idaho": the neighbours in a list are of one kind.
function stateAmongStates(
  reading: Reading,
  { from, to }: ListedMatch,
  candidates: readonly ListedName[],
  { kinds }: PlaceContext,
): ListedName | undefined {
  const isState = (place: ListedName) => kinds.get(place.id) === 'state'
  const neighbours = [listedBefore(reading, from), listedAfter(reading, to)]
    .map(placesOf)
    .filter((places) => places.length > 0)
  const areStates = neighbours.every(([first, ...others]) => {
    return first !== undefined && others.length === 0 && isState(first)
  })
  return neighbours.length > 0 && areStates ? candidates.find(isState) : undefined
}

/** Kilometres from the middle of a city within which places are parts of it. */
const cityReach = 40

// New York is the city where the article names it in full, or Brooklyn; else the state, in which both lie.
function cityOfItsState(
  candidates: readonly ListedName[],
  { ids, broader, coordinates }: PlaceContext,
): ListedName | undefined {
  const city = candidates.find((candidate) => liesIn(candidate, candidates, broader))
  const middle = city && coordinates.get(city.id)
  if (!city || !middle) return undefined
  const isPart = (id: string) => {
    const point = coordinates.get(id)
    return point !== undefined && distance(point, middle) < cityReach
  }
  const isMeant = ids.has(city.id) || [...ids].some(isPart)
  return isMeant ? city : candidates.find((candidate) => candidate !== city)
}

function listedBefore(reading: Reading, from: number): ListedMatch | undefined {
  if (reading.words[from]?.gap === 'comma') return reading.matchAt[from - 1]
  return keyAt(reading, from - 1) === 'and' ? reading.matchAt[from - 2] : undefined
}

function listedAfter(reading: Reading, to: number): ListedMatch | undefined {
  if (reading.words[to]?.gap === 'comma' && keyAt(reading, to) !== 'and') return reading.matchAt[to]
  return keyAt(reading, to) === 'and' ? reading.matchAt[to + 1] : undefined
}
