import { dateOf, periodOf, type Period } from '../dates.ts'

/*
 * A publication date in one integer: four times its first day, plus how much of it is known. Dates in order are integers in order,
 * and whether a whole period lies inside another needs no second array.
 */

/** How much of a date is known. */
export const toTheDay = 0
export const toTheMonth = 1
export const toTheYear = 2

/** No date: below every packed one. */
export const undated = -0x8000_0000

/** Packs a date as printed; `undated` for '' and what is no date. */
export function packDate(published: string): number {
  const period = periodOf(published)
  if (!period) return undated
  if (published.length === 10) return period.first * 4 + toTheDay
  return period.first * 4 + (published.length === 7 ? toTheMonth : toTheYear)
}

/** The first day of a packed date. */
export const firstDayOf = (packed: number) => packed >> 2

/** How much is known of a packed date. */
export const knownOf = (packed: number) => packed & 3

/** What a packed date is compared with. */
export interface PackedPeriod {
  readonly first: number
  /** The last first day that still ends inside, by what is known of a date. */
  readonly last: readonly [day: number, month: number, year: number]
}

/** Prepares a period for `isInside`. */
export function packPeriod({ first, last }: Period): PackedPeriod {
  if (last >= lastDay) return { first, last: [last, last, last] }
  return { first, last: [last, lastWhole(last, 7), lastWhole(last, 4)] }
}

/** Whether all days that a packed date may mean lie in the period; never for an undated article. */
export function isInside(packed: number, period: PackedPeriod): boolean {
  const first = firstDayOf(packed)
  return packed !== undated && first >= period.first && first <= (period.last[knownOf(packed)] ?? 0)
}

const lastDay = periodOf('9999')?.last ?? 0

/** The first day of the last month (7) or year (4) that is over by the end of a day. */
function lastWhole(day: number, length: 4 | 7): number {
  const begin = (date: number) => periodOf(dateOf(date).slice(0, length))?.first ?? date
  return begin(begin(day + 1) - 1)
}
