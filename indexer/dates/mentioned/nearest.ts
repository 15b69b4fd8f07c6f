import { dateFrom, firstDay } from '../day.ts'
import type { Clock } from './clock.ts'
import type { Leaning } from './leaning.ts'

/** Sunday first. */
export const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** A day of the year, and its weekday where the text names it. */
interface YearlyDay {
  readonly month: number
  readonly day: number
  readonly weekday: string | undefined
}

/** In days. What is further ahead would be named with its year; where the text does not speak of the future, sooner. */
const furthestSaid = 330
const furthestUnsaid = 120

/**
 * In days: what is further away would be named with its year. Who reports something of another day may speak of either, so that
 * where the other year is much nearer it is that.
 */
const furthest: Readonly<Record<Leaning, { readonly ahead: number; readonly back: number }>> = {
  past: { ahead: 0, back: 270 },
  reported: { ahead: 0, back: 240 },
  future: { ahead: furthestSaid, back: 0 },
  open: { ahead: 0, back: 0 },
}

/**
 * The day that "April 12" is: the one nearest to publication, unless the text speaks of the past or the future. A weekday beside
 * it settles the year. '' for 30 February, and where the text speaks of the past and the day was so long ago that it may mean another.
 */
export function nearestDay(
  { month, day, weekday }: YearlyDay,
  clock: Clock,
  leaning: Leaning,
): string {
  const now = clock.day === '' ? `${clock.month}-28` : clock.day
  const year = Number(clock.year)
  const dates = [year, year - 1, year + 1, year - 2, year - 3]
    .map((candidate) => dateFrom(candidate, month, day))
    .filter((date) => date !== '')
  const latest = leaning === 'future' ? furthestSaid : furthestUnsaid
  const isNear = (date: string) => firstDay(date) - firstDay(now) <= latest
  const same = dates.find((date) => weekdayOf(date) === weekday)
  // A weekday that fits only a day far ahead is that of a later addition, or of a year not told.
  if (same !== undefined) return isNear(same) ? same : ''
  const near = dates.slice(0, 3).filter(isNear)
  return pick(near, now, leaning)
}

const monthsReachFurther = 60

/** The month that "in April" is: `YYYY-MM`. The one of publication is itself; else as for days. */
export function nearestMonth(month: number, clock: Clock, leaning: Leaning): string {
  const year = Number(clock.year)
  const dates = [year, year - 1, year + 1].map((candidate) => dateFrom(candidate, month))
  return dates.includes(clock.month)
    ? clock.month
    : pick(dates, clock.month, leaning, monthsReachFurther)
}

function pick(dates: readonly string[], now: string, leaning: Leaning, further = 0): string {
  const { ahead, back } = furthest[leaning]
  const distance = (date: string) => {
    const days = firstDay(date) - firstDay(now)
    const isMeant = days > 0 ? days <= ahead : -days <= (back && back + further)
    return isMeant ? 0 : Math.abs(days)
  }
  const [nearest] = dates.toSorted((a, b) => distance(a) - distance(b))
  const isDoubtful = nearest === undefined || (leaning === 'past' && distance(nearest) > 0)
  return isDoubtful ? '' : nearest
}

/** The English name of a day's weekday. */
export function weekdayOf(date: string): string {
  return weekdayNames[new Date(date).getUTCDay()] ?? ''
}
