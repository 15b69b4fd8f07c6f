import { facetNames, type FacetName } from '../article.ts'
import { periodBetween } from '../query/plan-query.ts'
import type { SearchRequest } from '../search-engine.ts'
import { timelineUnit } from '../timeline.ts'
import type { FacetColumns } from './columns.ts'
import { isInside, packPeriod, type PackedPeriod } from './packed-date.ts'
import { PeriodCounter } from './period-counter.ts'

/** What one pass over the articles that match a query finds. */
export interface Counted {
  /** Sequence numbers of the articles that pass every filter, in the order given. */
  readonly matched: Int32Array
  /** Articles per value number: what choosing it, or lifting its exclusion, would show. */
  readonly perValue: Int32Array
  /** The filter on dates is left out. */
  readonly periods: PeriodCounter
}

/** What an article may fail besides the inclusions of the facets, whose bits come first. */
const dateBit = 1 << facetNames.length
const exclusionBit = dateBit << 1
const twoExclusions = exclusionBit << 1

/**
 * Counts in one pass. An article that fails nothing counts everywhere; one that fails only the inclusions of a facet of which any will
 * do counts for that facet's values; one that only its date fails, on the timeline; one that a single excluded value fails, for that
 * value. One that fails two things counts nowhere: no one click would show it.
 */
export function countArticles(
  columns: FacetColumns,
  candidates: Int32Array,
  request: SearchRequest,
): Counted {
  const filters = prepareFilters(columns, request)
  const perValue = new Int32Array(columns.facetOf.length)
  const periods = new PeriodCounter(columns, timelineUnit(request), request)
  const matched = new Int32Array(candidates.length)
  let total = 0
  const state: Failure = { failed: 0, excludedBy: 0 }
  for (const sequence of candidates) {
    if (!columns.has(sequence) || sequence <= request.newerThan) continue
    const failed = filters.any ? judge(columns, sequence, filters, state) : 0
    if (failed === 0) {
      matched[total++] = sequence
      countValues(columns, sequence, perValue)
      periods.count(sequence)
    } else if ((failed & (failed - 1)) === 0) {
      countOneFailure(columns, sequence, filters, state, perValue, periods)
    }
  }
  return { matched: matched.subarray(0, total), perValue, periods }
}

interface Filters {
  readonly any: boolean
  /** By value number: bits of `included` and `excluded`. */
  readonly roles: Uint8Array
  /** Bits of the facets that need included values. */
  readonly needed: number
  /** Bits of those of them of which every one is needed. */
  readonly all: number
  /** How many different values each facet includes. */
  readonly included: Int32Array
  /** Of each facet, how many of them an article has; reused for every article. */
  readonly found: Int32Array
  readonly period: PackedPeriod | undefined
}

const included = 1
const excluded = 2

function prepareFilters(columns: FacetColumns, { filters, from, to }: SearchRequest): Filters {
  const roles = new Uint8Array(columns.facetOf.length)
  const counts = new Int32Array(facetNames.length)
  let needed = 0
  let all = 0
  for (const [bit, facet] of facetNames.entries()) {
    const { include, match, exclude } = filters[facet]
    counts[bit] = new Set(include).size
    if (include.length > 0) needed |= 1 << bit
    if (include.length > 0 && match === 'all') all |= 1 << bit
    mark(columns, roles, facet, include, included)
    mark(columns, roles, facet, exclude, excluded)
  }
  const period = from !== '' || to !== '' ? packPeriod(periodBetween(from, to)) : undefined
  const any = needed !== 0 || period !== undefined || roles.some((role) => role !== 0)
  const found = new Int32Array(facetNames.length)
  return { any, roles, needed, all, included: counts, found, period }
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
    if (number !== undefined) roles[number] = cell(roles, number) | role
  }
}

interface Failure {
  failed: number
  /** The last excluded value that was met. */
  excludedBy: number
}

/** Everything that an article fails, as bits. */
function judge(columns: FacetColumns, sequence: number, filters: Filters, state: Failure): number {
  const { roles, found } = filters
  let failed = 0
  found.fill(0)
  const start = cell(columns.start, sequence)
  const end = start + cell(columns.count, sequence)
  for (let at = start; at < end; at++) {
    const value = cell(columns.values, at)
    const role = cell(roles, value)
    if (role === 0) continue
    const facet = cell(columns.facetOf, value)
    if ((role & included) !== 0) found[facet] = cell(found, facet) + 1
    if ((role & excluded) !== 0) {
      failed |= (failed & exclusionBit) === 0 ? exclusionBit : twoExclusions
      state.excludedBy = value
    }
  }
  failed |= unmet(filters)
  if (filters.period && !isInside(cell(columns.date, sequence), filters.period)) failed |= dateBit
  state.failed = failed
  return failed
}

/** Bits of the facets whose inclusions an article does not meet. */
function unmet({ needed, all, included: wanted, found }: Filters): number {
  let bits = 0
  for (let facet = 0; facet < found.length; facet++) {
    const bit = 1 << facet
    if ((needed & bit) === 0) continue
    const enough = (all & bit) === 0 ? 1 : cell(wanted, facet)
    if (cell(found, facet) < enough) bits |= bit
  }
  return bits
}

function countOneFailure(
  columns: FacetColumns,
  sequence: number,
  { all }: Filters,
  { failed, excludedBy }: Failure,
  perValue: Int32Array,
  periods: PeriodCounter,
): void {
  if (failed === dateBit) periods.count(sequence)
  else if (failed === exclusionBit) perValue[excludedBy] = cell(perValue, excludedBy) + 1
  else if ((all & failed) === 0) countFacet(columns, sequence, failed, perValue)
}

function countValues(columns: FacetColumns, sequence: number, perValue: Int32Array): void {
  const start = cell(columns.start, sequence)
  const end = start + cell(columns.count, sequence)
  for (let at = start; at < end; at++) {
    const value = cell(columns.values, at)
    perValue[value] = cell(perValue, value) + 1
  }
}

/** Counts the values of one facet, given as its bit. */
function countFacet(
  columns: FacetColumns,
  sequence: number,
  bit: number,
  perValue: Int32Array,
): void {
  const start = cell(columns.start, sequence)
  const end = start + cell(columns.count, sequence)
  for (let at = start; at < end; at++) {
    const value = cell(columns.values, at)
    if (1 << cell(columns.facetOf, value) === bit) perValue[value] = cell(perValue, value) + 1
  }
}

/** Reads inside the bounds, which the compiler cannot know. */
function cell(array: Int32Array | Uint8Array, index: number): number {
  return array[index] ?? 0
}
