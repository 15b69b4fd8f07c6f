import type { MentionedDate } from '../../../engine/article.ts'
import { clockOf } from './clock.ts'
import type { FindDates } from './found-date.ts'
import { monthDates } from './month-dates.ts'
import { relativeDates } from './relative-dates.ts'
import { weekdayDates } from './weekday-dates.ts'
import { yearDates } from './year-dates.ts'

/** A list of dates is no article; what stands in the first ones is enough to find it by. */
const mostDates = 500

const triggers = new RegExp(
  [
    '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)',
    '(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)',
    String.raw`(?<year>(?:1[5-9]|20)\d\d)`,
    '(?<attacks>9/11)',
    '(?<relative>[Yy]esterday|[Tt]omorrow|ago|[Ll]ast(?= month| year)|[Nn]ext(?= month| year)|[Tt]his(?= month| year))',
  ].join('|'),
  'g',
)
const letterOrDigit = /[\p{L}\p{N}]/u

const finders: Readonly<Record<string, FindDates>> = {
  month: monthDates,
  weekday: weekdayDates,
  year: yearDates,
  attacks: ({ start, end }) => [{ date: '2001-09-11', start, end }],
  relative: relativeDates,
}

/**
 * The dates that an English text names, in reading order, 500 at most: days, months and years as precise as the text is. What is not
 * complete in itself is resolved against the day of publication (`YYYY-MM-DD`, `YYYY-MM` or `YYYY`) and past unless the text speaks of
 * the future; where that is unknown ('') only complete dates are found. Times, durations, decades and weeks ("last week") are no dates.
 */
export function mentionedDates(text: string, published: string): readonly MentionedDate[] {
  const clock = clockOf(published)
  const found: MentionedDate[] = []
  for (const match of text.matchAll(triggers)) {
    const previousEnd = found.at(-1)?.end ?? 0
    const [word] = match
    const [start, end] = [match.index, match.index + word.length]
    if (start < previousEnd || !isWhole(text, start, end)) continue
    const dates = finderOf(match)({ text, word, start, end, previousEnd, clock })
    found.push(...dates.filter((date) => date.start >= previousEnd))
    if (found.length >= mostDates) break
  }
  return found.slice(0, mostDates)
}

function finderOf({ groups = {} }: RegExpExecArray): FindDates {
  const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? ''
  return finders[kind] ?? (() => [])
}

function isWhole(text: string, start: number, end: number): boolean {
  return !letterOrDigit.test(text.charAt(start - 1)) && !letterOrDigit.test(text.charAt(end))
}
