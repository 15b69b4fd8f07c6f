import { facetNames, type FacetName } from '../article.ts'
import { periodBetween } from '../query/plan.ts'
import type { SearchRequest } from '../search-engine.ts'
import type { FacetColumns } from './columns.ts'
import { undated } from './facet-block.ts'

/** What one pass over the matching articles finds. */
export interface Counted {
  /** Sequence numbers of the articles that pass every filter, in the order given. */
  readonly matched: Int32Array
  /** Articles per value number; a facet's own filter is left out of its counts. */
  readonly perValue: Int32Array
  /** Articles per month number; the filter on dates is left out. */
  readonly perMonth: ReadonlyMap<number, number>
}

/** The bit of the date filter, after those of the facets. */
const dateBit = 1 << facetNames.length

/**
 * Counts in one pass. An article that fails no filter counts everywhere; one that fails a single facet's filter counts for the
 * other values of that facet, which is how a reader sees what choosing them instead would bring; one that fails two, nowhere.
 */
export function countArticles(
  columns: FacetColumns,
  candidates: Int32Array,
  request: SearchRequest,
): Counted {
  const filters = prepareFilters(columns, request)
  const perValue = new Int32Array(columns.facetOf.length)
  const perMonth = new Map<number, number>()
  const matched = new Int32Array(candidates.length)
  let total = 0
  for (const sequence of candidates) {
    if (!exists(columns, sequence) || sequence <= request.newerThan) continue
    const failed = failedFilters(columns, sequence, filters)
    if (failed === 0) matched[total++] = sequence
    const failsTwo = (failed & (failed - 1)) !== 0
    if (failsTwo) continue
    if (failed !== dateBit) countValues(columns, sequence, failed, perValue)
    if ((failed & ~dateBit) === 0) countMonth(columns, sequence, perMonth)
  }
  return { matched: matched.subarray(0, total), perValue, perMonth }
}

function exists(columns: FacetColumns, sequence: number): boolean {
  return sequence < columns.size && cell(columns.count, sequence) >= 0
}

interface Filters {
  readonly any: boolean
  /** By value number: 1 included, 2 excluded. */
  readonly roles: Uint8Array
  /** Bits of the facets that need an included value. */
  readonly needed: number
  readonly dates: boolean
  readonly firstDay: number
  readonly lastDay: number
}

const included = 1
const excluded = 2

function prepareFilters(columns: FacetColumns, { filters, from, to }: SearchRequest): Filters {
  const roles = new Uint8Array(columns.facetOf.length)
  let needed = 0
  for (const [bit, facet] of facetNames.entries()) {
    if (filters[facet].include.length > 0) needed |= 1 << bit
    mark(columns, roles, facet, filters[facet].include, included)
    mark(columns, roles, facet, filters[facet].exclude, excluded)
  }
  const dates = from !== '' || to !== ''
  const { first, last } = periodBetween(from, to)
  const any = needed !== 0 || dates || roles.includes(excluded)
  return { any, roles, needed, dates, firstDay: first, lastDay: last }
}

function mark(
  columns: FacetColumns,
  roles: Uint8Array,
  facet: FacetName,
  ids: readonly string[],
  role: number,
): void {
  for (const id of ids) {
    const number = columns.numberOf(facet, id)
    if (number !== undefined) roles[number] = role
  }
}

function failedFilters(columns: FacetColumns, sequence: number, filters: Filters): number {
  if (!filters.any) return 0
  let failed = 0
  let satisfied = 0
  const start = cell(columns.start, sequence)
  const end = start + cell(columns.count, sequence)
  for (let at = start; at < end; at++) {
    const value = cell(columns.values, at)
    const role = cell(filters.roles, value)
    if (role === included) satisfied |= 1 << cell(columns.facetOf, value)
    else if (role === excluded) failed |= 1 << cell(columns.facetOf, value)
  }
  failed |= filters.needed & ~satisfied
  return filters.dates && !isWithin(columns, sequence, filters) ? failed | dateBit : failed
}

function isWithin(columns: FacetColumns, sequence: number, filters: Filters): boolean {
  const first = cell(columns.firstDay, sequence)
  return (
    first !== undated &&
    first >= filters.firstDay &&
    cell(columns.lastDay, sequence) <= filters.lastDay
  )
}

/** `failed` is 0 to count every value, or the bit of the one facet whose values are counted. */
function countValues(
  columns: FacetColumns,
  sequence: number,
  failed: number,
  perValue: Int32Array,
): void {
  const start = cell(columns.start, sequence)
  const end = start + cell(columns.count, sequence)
  for (let at = start; at < end; at++) {
    const value = cell(columns.values, at)
    const isCounted = failed === 0 || 1 << cell(columns.facetOf, value) === failed
    if (isCounted) perValue[value] = cell(perValue, value) + 1
  }
}

/** Reads inside the bounds, which the compiler cannot know. */
function cell(array: Int32Array | Uint8Array, index: number): number {
  return array[index] ?? 0
}

function countMonth(columns: FacetColumns, sequence: number, perMonth: Map<number, number>): void {
  const month = cell(columns.month, sequence)
  if (month !== undated) perMonth.set(month, (perMonth.get(month) ?? 0) + 1)
}
