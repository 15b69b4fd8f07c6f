import { placesOf } from './listed.ts'
import { liesIn, type PlaceContext } from './place-context.ts'
import { isCapital, keyAt, offsetsOf, type ListedMatch, type Reading } from './reading.ts'

const prepositions =
  /^(?:in|at|near|from|outside|around|to|toward|towards|across|throughout|into|via|nearby|downtown|visiting|leaving|entered|entering|shelled|shelling|besieged)$/

/**
 * What tells that a doubtful name is a place here: a preposition before it, a word for what it is beside it, its region or
 * country after it, or listed places on both sides.
 */
export function whereLocated(
  reading: Reading,
  match: ListedMatch,
  context: PlaceContext,
): string | undefined {
  if (isTailOfTown(reading, match.from, match.to)) return 'list of places, a town before it'
  return (
    prepositionBefore(reading, match, context) ??
    kindBeside(reading, match) ??
    kindBehind(reading, match) ??
    partyBefore(reading, match) ??
    placesBeside(reading, match, context)
  )
}

// "in Split", and "in the Gulf" for what is no town.
function prepositionBefore(
  reading: Reading,
  { from, to, values }: ListedMatch,
  { kinds }: PlaceContext,
): string | undefined {
  if (reading.words[from]?.gap !== 'space') return undefined
  const takesThe = values.some(({ id }) => articled.test(kinds.get(id) ?? ''))
  const withThe = takesThe && keyAt(reading, from - 1) === 'the' && !goesOn(reading, to)
  const before = keyAt(reading, withThe ? from - 2 : from - 1)
  const isBefore = withThe ? beforeThe(before) : prepositions.test(before)
  return isBefore ? `list of places, "${before}" before it` : undefined
}

const beforeThe = (key: string) => prepositions.test(key) || /^(?:for|through|over)$/.test(key)

const articled = /^(?:sea|region|mountain|river)$/

function goesOn(reading: Reading, at: number): boolean {
  return reading.words[at]?.gap === 'space' && isCapital(reading, at)
}

const kindsBefore = /^(?:town|city|village|province|state|district|suburb|port|island)$/
const kindsAfter =
  /^(?:region|province|district|governorate|area|valley|peninsula|suburb|neighborhood|neighbourhood|states|nations|countries|airport)$/

// "the town of Split", "the Split area", "Gulf states"
function kindBeside(reading: Reading, { from, to }: ListedMatch): string | undefined {
  const isNamed = keyAt(reading, from - 1) === 'of' && kindsBefore.test(keyAt(reading, from - 2))
  if (isNamed) return `list of places, "${keyAt(reading, from - 2)} of" before it`
  const next = reading.words[to]
  if (next?.gap !== 'space' || next.shape !== 'lower' || !kindsAfter.test(next.key))
    return undefined
  return `list of places, "${next.key}" after it`
}

const kindPhrase = /^,\s(?:an?|the)\s(?:[\p{Ll}-]+\s){0,2}(?:town|city|village|port)\b/u

// "entered Split, a city in Croatia"
function kindBehind(reading: Reading, { from, to }: ListedMatch): string | undefined {
  if (reading.words[to]?.gap !== 'comma') return undefined
  const { end } = offsetsOf(reading, from, to)
  return kindPhrase.test(reading.text.slice(end, end + 60))
    ? 'list of places, what it is behind it'
    : undefined
}

// "D-Calif."
function partyBefore(reading: Reading, { from }: ListedMatch): string | undefined {
  const isParty = reading.words[from]?.gap === 'hyphen' && /^[dri]$/.test(keyAt(reading, from - 1))
  return isParty ? 'list of places, a party before it' : undefined
}

function placesBeside(
  reading: Reading,
  match: ListedMatch,
  { broader }: PlaceContext,
): string | undefined {
  const [before, after] = [match.from, match.to].map((at) => reading.words[at]?.gap === 'comma')
  const next = after ? placesOf(reading.matchAt[match.to]) : []
  if (placesOf(match).some((place) => liesIn(place, next, broader)))
    return 'list of places, its region after it'
  const isListed = before && placesOf(reading.matchAt[match.from - 1]).length > 0
  return isListed && next.length > 0 ? 'list of places, among others' : undefined
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
