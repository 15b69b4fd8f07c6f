import { facetNames, type FacetName } from '../article.ts'
import { periodBetween } from '../query/plan-query.ts'
import type { FacetFilter, SearchRequest } from '../search-engine.ts'
import type { FacetColumns } from './columns.ts'
import { inHead } from './facet-block.ts'
import { isInside, packPeriod, type PackedPeriod } from './packed-date.ts'

/** What an article may fail besides the inclusions of the facets, whose bits come first in the order of `facetNames`. */
export const dateBit = 1 << facetNames.length
export const exclusionBit = dateBit << 1
const twoExclusions = exclusionBit << 1

const included = 1
const excluded = 2

/** Judges articles by the filters of one request. */
export class Judge {
  /** Whether there is anything that an article can fail. */
  readonly isNeeded: boolean
  /** Bits of the facets of which every included value is needed. */
  readonly all: number
  /** The last excluded value of the article that was judged last. */
  excludedBy = 0
  readonly #columns: FacetColumns
  /** By value number: bits of `included` and `excluded`. */
  readonly #roles: Uint8Array
  /** How many included values an article needs of each facet, and how many the one in hand has. */
  readonly #needed: Int32Array
  readonly #found = new Int32Array(facetNames.length)
  readonly #period: PackedPeriod | undefined

  constructor(columns: FacetColumns, { filters, from, to }: SearchRequest) {
    this.#columns = columns
    this.#roles = new Uint8Array(columns.values.facetOf.length)
    this.#needed = Int32Array.from(facetNames, (facet) => neededOf(filters[facet]))
    this.all = facetNames.reduce(
      (bits, facet, i) => (filters[facet].match === 'all' ? bits | (1 << i) : bits),
      0,
    )
    for (const facet of facetNames) {
      this.#mark(facet, filters[facet].include, included)
      this.#mark(facet, filters[facet].exclude, excluded)
    }
    this.#period = from !== '' || to !== '' ? packPeriod(periodBetween(from, to)) : undefined
    this.isNeeded =
      this.#period !== undefined ||
      this.#needed.some((count) => count > 0) ||
      this.#roles.some((role) => role !== 0)
  }

  /** Everything that an article fails, as bits: 0 where it passes, more than one bit where no one click would show it. */
  failuresOf(sequence: number): number {
    const [columns, roles, found] = [this.#columns, this.#roles, this.#found]
    found.fill(0)
    let failed = 0
    const begin = cell(columns.start, sequence)
    const cells = begin > 0 ? columns.base : columns.tail
    const start = Math.abs(begin)
    const end = start + cell(cells, start - inHead.count)
    for (let at = start; at < end; at++) {
      const value = cell(cells, at)
      const role = cell(roles, value)
      if (role === 0) continue
      const facet = cell(columns.values.facetOf, value)
      if ((role & included) !== 0) found[facet] = cell(found, facet) + 1
      if ((role & excluded) !== 0) {
        failed |= (failed & exclusionBit) === 0 ? exclusionBit : twoExclusions
        this.excludedBy = value
      }
    }
    return failed | this.#unmet() | this.#failedDate(sequence)
  }

  /** Bits of the facets whose inclusions the article in hand does not meet. */
  #unmet(): number {
    let bits = 0
    for (let facet = 0; facet < this.#needed.length; facet++)
      if (cell(this.#found, facet) < cell(this.#needed, facet)) bits |= 1 << facet
    return bits
  }

  #failedDate(sequence: number): number {
    const isOutside =
      this.#period !== undefined && !isInside(this.#columns.dateOf(sequence), this.#period)
    return isOutside ? dateBit : 0
  }

  #mark(facet: FacetName, ids: readonly string[], role: number): void {
    for (const id of ids) {
      const number = this.#columns.numberOf(facet, id)
      if (number !== undefined) this.#roles[number] = cell(this.#roles, number) | role
    }
  }
}

function neededOf({ include, match }: FacetFilter): number {
  return match === 'all' ? new Set(include).size : Math.min(include.length, 1)
}

/** Reads inside the bounds, which the compiler cannot know. */
function cell(array: Int32Array | Uint8Array, index: number): number {
  return array[index] ?? 0
}
