import { allOf, condition, type Filter } from './filter.ts'
import { countQuery, countsOf, isCutOff } from './counts.ts'
import { searchAll, type Searched } from './server.ts'
import type { CountedAttribute } from './views.ts'

/** Articles per value of one attribute. */
export interface AllValues {
  readonly counts: ReadonlyMap<string, number>
  /** Whether every value is there and every count is right; if not, there may be more of both. */
  readonly complete: boolean
}

/** Further parts are not asked for: at some 500 articles a part this reaches a quarter of a million. */
const mostParts = 512
const partsAtOnce = 32

/**
 * Counts every value of an attribute, however many there are. Meilisearch lists so many and no more, so the articles are halved by
 * their sequence numbers, again and again, until the lists of all parts are whole; their sums are the counts.
 */
export async function countAll(
  searched: Searched,
  filter: Filter,
  attribute: CountedAttribute,
): Promise<AllValues> {
  const sums = new Map<string, number>()
  let parts: Part[] = [{ first: 1, last: Math.max(1, searched.archive.lastSequence()) }]
  let complete = true
  for (let asked = 0; parts.length > 0;) {
    const wave = parts.slice(0, partsAtOnce)
    const lists = await countParts(searched, filter, attribute, wave)
    asked += wave.length
    const halves: Part[] = []
    for (const [i, part] of wave.entries()) {
      const counted = lists[i] ?? new Map<string, number>()
      const isSplit = isCutOff(counted) && part.first < part.last && asked < mostParts
      if (isSplit) halves.push(...halvesOf(part))
      else {
        addTo(sums, counted)
        complete &&= !isCutOff(counted)
      }
    }
    parts = [...parts.slice(wave.length), ...halves]
  }
  return { counts: sums, complete }
}

/** Sequence numbers, both inclusive. */
interface Part {
  readonly first: number
  readonly last: number
}

function halvesOf({ first, last }: Part): Part[] {
  const middle = Math.floor((first + last) / 2)
  return [
    { first, last: middle },
    { first: middle + 1, last },
  ]
}

async function countParts(
  { server, index }: Searched,
  filter: Filter,
  attribute: CountedAttribute,
  parts: readonly Part[],
): Promise<(ReadonlyMap<string, number> | undefined)[]> {
  const views = parts.map(({ first, last }) => ({
    filter: allOf([filter, condition(`sequence ${first} TO ${last}`)]),
    attributes: [attribute],
  }))
  const results = await searchAll(server, index, views.map(countQuery))
  return views.map((view, i) => countsOf([view], results.slice(i, i + 1)).get(attribute))
}

function addTo(sums: Map<string, number>, counted: ReadonlyMap<string, number>): void {
  for (const [value, count] of counted) sums.set(value, (sums.get(value) ?? 0) + count)
}
