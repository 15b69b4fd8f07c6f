import type { ListedName } from './lists.ts'
import { isCapital, keyAt, startsSentence, type Reading } from './reading.ts'

/** A town that an article has named with its region: where, and by the keys of which words. */
export interface NamedTown {
  readonly reading: Reading
  readonly from: number
  readonly to: number
  readonly keys: readonly string[]
  readonly place: Pick<ListedName, 'id' | 'name'>
}

/** Words in a reading that name such a town again. */
interface AgainNamed {
  readonly from: number
  readonly to: number
  readonly place: NamedTown['place']
}

/**
 * Where towns that an article has named with their region stand alone: "Warren" after "Warren, Mich." Not where a sentence or
 * a headline may give the word its capital, nor inside a longer name. `isFree` tells which words nothing else has claimed.
 */
export function findTownsAgain(
  reading: Reading,
  towns: readonly NamedTown[],
  isFree: (range: { from: number; to: number }) => boolean,
): AgainNamed[] {
  if (towns.length === 0 || reading.titleCase) return []
  return reading.words.flatMap((_, from) => {
    const town = towns.find(({ keys }) => keys.every((key, i) => keyAt(reading, from + i) === key))
    if (!town) return []
    const range = { from, to: from + town.keys.length }
    return standsAlone(reading, range) && isFree(range) ? [{ ...range, place: town.place }] : []
  })
}

function standsAlone(reading: Reading, { from, to }: { from: number; to: number }): boolean {
  if (!isCapital(reading, from) || startsSentence(reading, from)) return false
  // "Birmingham, England" is not the one in Michigan.
  if (reading.words[to]?.gap === 'comma' && reading.matchAt[to]) return false
  return !isInName(reading, from, from - 1) && !isInName(reading, to, to)
}

function isInName(reading: Reading, seam: number, neighbour: number): boolean {
  return reading.words[seam]?.gap === 'space' && isCapital(reading, neighbour)
}
