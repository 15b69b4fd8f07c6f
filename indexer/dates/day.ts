import { dateOf, periodOf } from '../../engine/dates.ts'

/** The date of year, month and day, or of as many as are given: `2016-04-27`, `2016-04`, `2016`; '' for one that does not exist. */
export function dateFrom(year: number, month?: number, day?: number): string {
  const parts = [month, day].filter((part) => part !== undefined)
  const date = [String(year).padStart(4, '0'), ...parts.map(twoDigits)].join('-')
  return periodOf(date) ? date : ''
}

/** The day so many days after another one, negative for before; `date` is `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return dateOf(firstDay(date) + days)
}

/** Days since 1970-01-01 of the first day of a date. Throws for what is no date. */
export function firstDay(date: string): number {
  const period = periodOf(date)
  if (!period) throw new RangeError(`"${date}" is no date.`)
  return period.first
}

/** Days between two dates: 0 where one is within the other, as a day in its month. */
export function daysBetween(one: string, other: string): number {
  const [a, b] = [periodOf(one), periodOf(other)]
  if (!a || !b) return Infinity
  return Math.max(0, a.first - b.last, b.first - a.last)
}

const twoDigits = (part: number) => String(part).padStart(2, '0')
