import { readPrintedDate } from './printed-date.ts'

/**
 * The day of publication: the first of `printed` that is a date, else the one in the path of the address, else ''.
 * The day is the one the publisher printed, whatever its time zone; a partial date stays partial. `today` is
 * `YYYY-MM-DD`: dates later than its next day and dates before 1600 are refused, because they are mistakes of the source.
 */
export function publicationDate(printed: readonly string[], url: string, today: string): string {
  const latest = nextDay(today)
  const plausible = (date: string) => date >= '1600' && date <= latest.slice(0, date.length)
  for (const text of printed) {
    const date = readPrintedDate(text, today)
    if (date !== '' && plausible(date)) return date
  }
  const fromUrl = dateInPath(url)
  return fromUrl !== '' && plausible(fromUrl) ? fromUrl : ''
}

/** `/2016/04/27/` and the like; one or two digits, and the day must be there: `/2016/04/` may be an upload folder. */
function dateInPath(url: string): string {
  const match =
    /^https?:\/\/[^/]+(?:\/[^?#]*?)?\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/?#]|$)/i.exec(url)
  return match ? readPrintedDate(`${match[1]}-${match[2]}-${match[3]}`, '') : ''
}

// Yesterday's indexer may meet tomorrow's newspaper: it is already the next day east of here.
function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
