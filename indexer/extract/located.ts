import type { BroaderById } from './broader.ts'
import { placesOf } from './listed.ts'
import { liesIn } from './place-senses.ts'
import { isCapital, keyAt, type ListedMatch, type Reading } from './reading.ts'

const prepositions =
  /^(?:in|at|near|from|outside|around|to|toward|towards|across|throughout|into|via|nearby|downtown|visiting|leaving)$/

/** What tells that a doubtful name is a place here: a preposition before it, or its region or country after it. */
export function whereLocated(
  reading: Reading,
  match: ListedMatch,
  broader: BroaderById,
): string | undefined {
  const { from, to } = match
  if (isTailOfTown(reading, from, to)) return 'list of places, a town before it'
  const followsSpace = reading.words[from]?.gap === 'space'
  const before = keyAt(reading, from - 1)
  if (followsSpace && prepositions.test(before)) return `list of places, "${before}" before it`
  return isBeforeItsRegion(reading, match, broader)
    ? 'list of places, its region after it'
    : undefined
}

function isBeforeItsRegion(reading: Reading, match: ListedMatch, broader: BroaderById): boolean {
  if (reading.words[match.to]?.gap !== 'comma') return false
  const after = placesOf(reading.matchAt[match.to])
  return placesOf(match).some((place) => liesIn(place, after, broader))
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
