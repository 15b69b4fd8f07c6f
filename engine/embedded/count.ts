import type { SearchRequest } from '../search-engine.ts'
import { timelineUnit } from '../timeline.ts'
import type { FacetColumns } from './columns.ts'
import { inHead } from './facet-block.ts'
import { dateBit, exclusionBit, Judge } from './judge.ts'
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
  const judge = new Judge(columns, request)
  const tally: Tally = {
    columns,
    perValue: new Int32Array(columns.values.facetOf.length),
    periods: new PeriodCounter(columns, timelineUnit(request), request),
  }
  const matched = new Int32Array(candidates.length)
  let total = 0
  for (const sequence of candidates) {
    if (!columns.has(sequence) || sequence <= request.newerThan) continue
    const failed = judge.isNeeded ? judge.failuresOf(sequence) : 0
    if (failed === 0) {
      matched[total++] = sequence
      countValues(tally, sequence)
      tally.periods.count(sequence)
    } else if ((failed & (failed - 1)) === 0) countOneFailure(tally, sequence, failed, judge)
  }
  return { matched: matched.subarray(0, total), perValue: tally.perValue, periods: tally.periods }
}

interface Tally {
  readonly columns: FacetColumns
  readonly perValue: Int32Array
  readonly periods: PeriodCounter
}

function countOneFailure(tally: Tally, sequence: number, failed: number, judge: Judge): void {
  const { perValue, periods } = tally
  if (failed === dateBit) periods.count(sequence)
  else if (failed === exclusionBit)
    perValue[judge.excludedBy] = cell(perValue, judge.excludedBy) + 1
  else if ((failed & judge.all) === 0) countFacet(tally, sequence, failed)
}

function countValues({ columns, perValue }: Tally, sequence: number): void {
  const begin = cell(columns.start, sequence)
  const cells = begin > 0 ? columns.base : columns.tail
  const start = Math.abs(begin)
  const end = start + cell(cells, start - inHead.count)
  for (let at = start; at < end; at++) {
    const value = cell(cells, at)
    perValue[value] = cell(perValue, value) + 1
  }
}

/** Counts the values of one facet, given as its bit. */
function countFacet({ columns, perValue }: Tally, sequence: number, bit: number): void {
  for (const value of columns.valuesOf(sequence))
    if (1 << cell(columns.values.facetOf, value) === bit)
      perValue[value] = cell(perValue, value) + 1
}

/** Reads inside the bounds, which the compiler cannot know. */
function cell(array: Int32Array | Uint8Array, index: number): number {
  return array[index] ?? 0
}
