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

/**
 * In days: what is further away would be named with its year. Who reports something of another day may speak of either, so that
 * where the other year is much nearer it is that.
 */
const furthest: Readonly<Record<Leaning, { readonly ahead: number; readonly back: number }>> = {
  past: { ahead: 0, back: 270 },
  reported: { ahead: 0, back: 240 },
  future: { ahead: 330, back: 0 },
  open: { ahead: 0, back: 0 },
}
/** A day further ahead, of which the text does not speak as of the future, was the one of the year before. */
const furthestUnsaid = 120

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
  if (weekday !== undefined) {
    const same = dates.find((date) => weekdayOf(date) === weekday)
    if (same !== undefined) return same
  }
  const latest = leaning === 'future' ? 366 : furthestUnsaid
  const near = dates.slice(0, 3).filter((date) => firstDay(date) - firstDay(now) <= latest)
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
