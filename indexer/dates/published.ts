import { undated, type Dating } from '../../engine/article.ts'
import { dateInAddress } from './address-date.ts'
import { dateNearTop } from './date-in-text.ts'
import type { DatingInput } from './dating-input.ts'
import { addDays, daysBetween } from './day.ts'
import { orderOfDates } from './order-of-dates.ts'
import { readPrintedDate } from './printed-date.ts'
import { printedDays, type PrintedDay, type ReadDate } from './printed-days.ts'

/** When an article was published: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, '' when unknown; and how that was found. */
export interface Publication {
  readonly published: string
  readonly dating: Dating
}

/** Time zones, evening editions, and what is put online a day or two after it is printed. */
const daysApart = 3
/** Magazines are dated by their issue, and folders by the month in which an article was begun. */
const daysOfAnIssue = 62
/** What the metadata names so much later than the byline is when the page was copied or moved. */
const daysUntilCopied = 31

/**
 * When an article was published. The day is the one the publisher printed, whatever its time zone; a partial date stays partial unless
 * dateline or byline add the day. Metadata and address a few days apart confirm each other, and the metadata's day is taken; further
 * apart the address is right, because what is written into a page later is when it was changed, moved or copied. Sources that
 * agree make a date `sure`, one alone `likely`; `guessed` is what can be read in two ways, has its year from elsewhere or stands in
 * the text only. Dates later than the day after `today` (`YYYY-MM-DD`) and dates before 1600 are mistakes and refused.
 */
export function datePublication(input: DatingInput, today: string): Publication {
  const read = plausibleReadings(input, today)
  const metadata = input.published.map(read).filter((readings) => readings.length > 0)
  const [address = ''] = read(dateInAddress(input.url))
  const printed = printedDays(input, metadata[0]?.[0] ?? address, read)
  return (
    fromMetadata(metadata, address, printed) ??
    fromAddress(address, printed) ??
    fromPrinted(printed) ??
    fromText(input, read) ?? { published: '', dating: undated }
  )
}

function plausibleReadings({ language, url }: DatingInput, today: string): ReadDate {
  const context = { today, language, order: orderOfDates(language, url) }
  // Yesterday's indexer may meet tomorrow's newspaper: it is already the next day east of here.
  const latest = addDays(today, 1)
  return (printed) =>
    readPrintedDate(printed, context).filter(
      (date) => date >= '1600' && date <= latest.slice(0, date.length),
    )
}

function fromMetadata(
  metadata: readonly (readonly string[])[],
  address: string,
  printed: readonly PrintedDay[],
): Publication | undefined {
  const [readings = []] = metadata
  const [first] = readings
  if (first === undefined) return undefined
  const confirmed = metadata.flat().find((date) => confirms(address, date))
  if (confirmed !== undefined) return confirmedBy(confirmed, address, printed)
  if (address !== '' && contradicts(address, first)) return fromAddress(address, printed)
  return withPrinted(readings, printed)
}

/** A day, and a folder of its month, too; a folder of its year says too little to contradict what is not far from it. */
function confirms(address: string, date: string): boolean {
  return address !== '' && daysBetween(address, date) <= daysApart
}

function contradicts(address: string, date: string): boolean {
  return daysBetween(address, date) > (address.length === 10 ? daysApart : daysOfAnIssue)
}

function confirmedBy(date: string, address: string, printed: readonly PrintedDay[]): Publication {
  if (date.length < 10 && address.length > date.length)
    return fromAddress(address, printed) ?? sure(date)
  return date.length < 10 ? (withDay(date, printed) ?? sure(date)) : sure(date)
}

/** Metadata that no address confirms. */
function withPrinted(readings: readonly string[], printed: readonly PrintedDay[]): Publication {
  const [first = ''] = readings
  const agreed = readings.find((date) => printed.some((day) => agrees(day, date)))
  if (agreed !== undefined) return withDay(agreed, printed) ?? sure(agreed)
  const earlier = printed.find(
    ({ date }) => date < first && daysBetween(date, first) > daysUntilCopied,
  )
  if (earlier) return { published: earlier.date, dating: earlier.dating }
  const sureness = readings.length > 1 ? 'guessed' : 'likely'
  return { published: first, dating: { from: 'metadata', sureness } }
}

function fromAddress(address: string, printed: readonly PrintedDay[]): Publication | undefined {
  if (address === '') return undefined
  const finer = withDay(address, printed)
  if (finer) return finer
  const sureness = printed.some((day) => agrees(day, address)) ? 'sure' : 'likely'
  return { published: address, dating: { from: 'address', sureness } }
}

function fromPrinted(printed: readonly PrintedDay[]): Publication | undefined {
  const [first] = printed
  return first && { published: first.date, dating: first.dating }
}

function fromText({ text }: DatingInput, read: ReadDate): Publication | undefined {
  const [date] = read(dateNearTop(text))
  return date === undefined
    ? undefined
    : { published: date, dating: { from: 'text', sureness: 'guessed' } }
}

/** The printed day within a month or year that is known. */
function withDay(partial: string, printed: readonly PrintedDay[]): Publication | undefined {
  const finer = printed.find(({ date }) => date.length > partial.length && date.startsWith(partial))
  return finer && { published: finer.date, dating: { from: finer.dating.from, sureness: 'likely' } }
}

function agrees({ date }: PrintedDay, other: string): boolean {
  return daysBetween(date, other) <= daysApart
}

function sure(published: string): Publication {
  return { published, dating: { from: 'metadata', sureness: 'sure' } }
}
