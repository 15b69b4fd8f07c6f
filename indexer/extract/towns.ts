import type { BroaderById } from './broader.ts'
import { isCapital, isJoined, keyAt, type Reading } from './reading.ts'
import { placesOf } from './listed.ts'
import type { ListedPlace, TownsByName } from './place-lists.ts'

/** A town and the words that name it, its region not among them. */
export interface FoundTown {
  readonly from: number
  readonly to: number
  readonly town: ListedPlace
}

/** Listed towns have no more words. */
const mostWords = 4

/**
 * The towns that stand before the region or country that they lie in: the Warren of "Warren, Mich.". Only words after
 * which a comma and a listed place follow are looked at, so that the names of people stay theirs.
 */
export function findTowns(reading: Reading, towns: TownsByName, broader: BroaderById): FoundTown[] {
  return reading.matches.flatMap((match) => {
    if (reading.words[match.from]?.gap !== 'comma') return []
    const above = new Set(placesOf(match).map(({ id }) => id))
    const found = above.size > 0 && townBefore(reading, match.from, above, towns, broader)
    return found ? [found] : []
  })
}

function townBefore(
  reading: Reading,
  to: number,
  above: ReadonlySet<string>,
  towns: TownsByName,
  broader: BroaderById,
): FoundTown | undefined {
  const liesAbove = ({ id }: ListedPlace) =>
    broader.get(id)?.some((region) => above.has(region.id)) ?? false
  let longest: FoundTown | undefined
  let name = ''
  for (let from = to - 1; from >= to - mostWords && isCapital(reading, from); from--) {
    name = name === '' ? keyAt(reading, from) : `${keyAt(reading, from)} ${name}`
    const town = towns.get(name)?.find(liesAbove)
    if (town) longest = { from, to, town }
    if (!isNameGoingOn(reading, from)) break
  }
  return longest
}

// "Winston-Salem", "St. Cloud"
function isNameGoingOn(reading: Reading, at: number): boolean {
  return isJoined(reading, at) || reading.words[at]?.gap === 'dot'
}
