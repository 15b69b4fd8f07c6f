import type { Dating } from '../../engine/article.ts'
import { dateFrom, daysBetween } from './day.ts'
import { dayInDateline } from './dateline-date.ts'
import { linesWithDates, type DatingInput } from './dating-input.ts'
import { yearInAddress } from './address-date.ts'

/** A day that the article prints above its text. */
export interface PrintedDay {
  readonly date: string
  readonly dating: Dating
}

/** Reads a printed date: its plausible readings, the likeliest first. */
export type ReadDate = (printed: string) => readonly string[]

/**
 * The days that dateline and byline print, the most trustworthy first. A dateline has no year as a rule: it is the one that brings
 * the day nearest to `anchor` (what metadata or address say, '' where they say nothing), else that of an upload folder in the
 * address, of a copyright line, or the latest one that the text names; then the day is guessed.
 */
export function printedDays(input: DatingInput, anchor: string, read: ReadDate): PrintedDay[] {
  const ofDateline = read(input.dateline).slice(0, 1)
  const ofBylines = linesWithDates(input)
    .map(read)
    .filter((readings) => readings.length > 0)
  return [
    ...ofDateline.map((date) => printed(date, 'dateline', 'likely')),
    ...ofBylines.map((readings) => ofByline(readings, anchor)),
    ...(ofDateline.length > 0 ? [] : withoutYear(input, anchor, read)),
  ]
}

function ofByline(readings: readonly string[], anchor: string): PrintedDay {
  const [first = ''] = readings
  const near = nearest(readings, anchor)
  return printed(near, 'byline', readings.length > 1 && near === first ? 'guessed' : 'likely')
}

function withoutYear(input: DatingInput, anchor: string, read: ReadDate): PrintedDay[] {
  const day = dayInDateline(input.dateline, input.language)
  if (!day) return []
  const dates = (years: readonly number[]) =>
    years.map((year) => dateFrom(year, day.month, day.day)).filter((date) => read(date).length > 0)
  if (anchor !== '') {
    const year = Number(anchor.slice(0, 4))
    const near = nearest(dates([year, year - 1, year + 1]), anchor)
    return near === '' ? [] : [printed(near, 'dateline', 'likely')]
  }
  return dates(yearsElsewhere(input))
    .slice(0, 1)
    .map((date) => printed(date, 'dateline', 'guessed'))
}

function yearsElsewhere({ url, removed, text }: DatingInput): number[] {
  const ofCopyright = removed.flatMap((removal) =>
    Array.from(
      removal.text.matchAll(/(?:©|\bcopyright\b)[^\n\d]{0,20}((?:19|20)\d\d)/gi),
      ([, year]) => year,
    ),
  )
  const ofText = Array.from(
    text.slice(0, longestLook).matchAll(/\b(?:19|20)\d\d\b/g),
    ([year]) => year,
  )
  const years = [yearInAddress(url), ...ofCopyright, ...ofText.sort().reverse()]
  return years.map(Number).filter((year) => year > 0)
}

const longestLook = 20_000

/** The first of those that are nearest to `anchor`; the first of all where there is none. */
function nearest(dates: readonly string[], anchor: string): string {
  const [first = ''] = dates
  if (anchor === '') return first
  return dates.reduce(
    (best, date) => (daysBetween(date, anchor) < daysBetween(best, anchor) ? date : best),
    first,
  )
}

function printed(date: string, from: Dating['from'], sureness: Dating['sureness']): PrintedDay {
  return { date, dating: { from, sureness } }
}
