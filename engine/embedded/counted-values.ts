import { facetNames, noValue, type FacetName } from '../article.ts'
import { byFacet } from '../by-facet.ts'
import type { CountedValue } from '../list-values.ts'
import type { SearchRequest } from '../search-engine.ts'
import type { FacetColumns } from './columns.ts'

/** All values of a facet that have articles. */
export function allValues(
  columns: FacetColumns,
  perValue: Int32Array,
  facet: FacetName,
): CountedValue[] {
  const counted: CountedValue[] = []
  const facetNumber = facetNames.indexOf(facet)
  for (let value = 0; value < perValue.length; value++) {
    const count = perValue[value] ?? 0
    if (count > 0 && columns.values.facetOf[value] === facetNumber)
      counted.push({ id: columns.values.idOf[value] ?? '', count })
  }
  return counted
}

/**
 * The values of each facet that an answer lists, as far as they have articles: the most frequent `facetSize`, the chosen ones and
 * `noValue`, in no order. An archive has tens of thousands of values, so that sorting them all would take longer than counting.
 */
export function listedValues(
  columns: FacetColumns,
  perValue: Int32Array,
  { filters, facetSize }: SearchRequest,
): Readonly<Record<FacetName, readonly CountedValue[]>> {
  const tops = facetNames.map(() => new Top(facetSize, columns.values.idOf, perValue))
  const nones = facetNames.map((facet) => columns.numberOf(facet, noValue))
  for (let value = 0; value < perValue.length; value++) {
    if (perValue[value] === 0) continue
    const facet = columns.values.facetOf[value] ?? 0
    if (nones[facet] !== value) tops[facet]?.offer(value)
  }
  return byFacet((facet) => {
    const chosen = [...filters[facet].include, ...filters[facet].exclude, noValue]
    const numbers = chosen.flatMap((id) => columns.numberOf(facet, id) ?? [])
    const top = tops[facetNames.indexOf(facet)]?.values ?? []
    return [...new Set([...top, ...numbers])]
      .map((value) => ({ id: columns.values.idOf[value] ?? '', count: perValue[value] ?? 0 }))
      .filter(({ count }) => count > 0)
  })
}

/** The first of some values: the highest counts, ties by id. */
class Top {
  readonly values: number[] = []
  readonly #size: number
  readonly #idOf: readonly string[]
  readonly #counts: Int32Array

  constructor(size: number, idOf: readonly string[], counts: Int32Array) {
    this.#size = size
    this.#idOf = idOf
    this.#counts = counts
  }

  /** Nearly all values are turned away at the first comparison. */
  offer(value: number): void {
    const last = this.values.at(-1)
    const isFull = this.values.length >= this.#size
    if (isFull && (last === undefined || !this.#isBefore(value, last))) return
    if (isFull) this.values.pop()
    let at = this.values.length
    while (at > 0 && this.#isBefore(value, this.values[at - 1] ?? 0)) at--
    this.values.splice(at, 0, value)
  }

  #isBefore(a: number, b: number): boolean {
    const difference = (this.#counts[a] ?? 0) - (this.#counts[b] ?? 0)
    if (difference !== 0) return difference > 0
    return (this.#idOf[a] ?? '') < (this.#idOf[b] ?? '')
  }
}
