import type { SortOrder } from '../search-engine.ts'
import { firstDayOf, undated } from './packed-date.ts'
import type { Dates } from './period-counter.ts'
import type { SortedIds } from './sorted-ids.ts'

/**
 * The first `most` articles by date, in order: undated ones last in both directions; equal days in the order of indexing, reversed for
 * `newest`. Only the days that the page needs are sorted.
 */
export function firstByDate(
  columns: Dates,
  ids: SortedIds,
  sort: Exclude<SortOrder, 'relevance'>,
  most: number,
): number[] {
  const days = columns.lastDay - columns.firstDay + 1
  /** The place of an article's day in the order asked for. */
  const place = (sequence: number) => {
    const date = columns.dateOf(sequence)
    if (date === undated) return days
    return sort === 'oldest'
      ? firstDayOf(date) - columns.firstDay
      : columns.lastDay - firstDayOf(date)
  }
  const lastPlace = lastNeeded(ids, days, place, most)
  const direction = sort === 'oldest' ? 1 : -1
  return Array.from(ids.filter((sequence) => place(sequence) <= lastPlace))
    .sort((a, b) => place(a) - place(b) || (a - b) * direction)
    .slice(0, most)
}

/** The day by which enough articles have come. */
function lastNeeded(
  ids: SortedIds,
  days: number,
  place: (sequence: number) => number,
  most: number,
): number {
  const perPlace = new Int32Array(days + 1)
  for (const sequence of ids) {
    const at = place(sequence)
    perPlace[at] = (perPlace[at] ?? 0) + 1
  }
  let found = 0
  let at = 0
  for (; at < days && found < most; at++) found += perPlace[at] ?? 0
  return found < most ? days : at - 1
}
