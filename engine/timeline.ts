import { periodOf } from './dates.ts'
import { mostDays, type SearchRequest, type TimelineUnit } from './search-engine.ts'

/** By what a request is counted over time, in every engine: months instead of days where `from` to `to` is open or longer than `mostDays`. */
export function timelineUnit({
  timeline,
  from,
  to,
}: Pick<SearchRequest, 'timeline' | 'from' | 'to'>): TimelineUnit {
  if (timeline !== 'day') return timeline
  const [first, last] = [periodOf(from)?.first, periodOf(to)?.last]
  return first !== undefined && last !== undefined && last - first < mostDays ? 'day' : 'month'
}

/** How much of a publication date, as printed, names its period: undefined where the date is not known as exactly as that. */
export function periodName(published: string, unit: TimelineUnit): string | undefined {
  const length = periodLengths[unit]
  return published.length >= length && periodOf(published) !== undefined
    ? published.slice(0, length)
    : undefined
}

const periodLengths: Readonly<Record<TimelineUnit, number>> = { year: 4, month: 7, day: 10 }
