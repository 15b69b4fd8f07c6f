/** A way of printing a date: what it looks like, and its parts as strings in the order year, month, day. */
interface Form {
  readonly pattern: RegExp
  readonly parts: (match: RegExpExecArray, today: string) => readonly (string | undefined)[]
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`
// What may follow a day: nothing, or a time. "2016-04-27-2" and "1/2/2016/3" are no dates.
const end = String.raw`(?=$|[\s,;T|])`

const forms: readonly Form[] = [
  // ISO 8601, also with a time, slashes or points: 2016-04-27T10:15:00+03:00, 2016/4/27
  {
    pattern: new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${end}`, 'i'),
    parts: (match) => [text(match, 1), text(match, 2), match[3]],
  },
  // 20160427, also with a time: 20160427T101500Z
  {
    pattern: new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${end}`, 'i'),
    parts: (match) => [text(match, 1), text(match, 2), match[3]],
  },
  // Partial: 2016-04 and 2016
  {
    pattern: /^(\d{4})(?:-(\d{1,2}))?$/,
    parts: (match) => [text(match, 1), match[2]],
  },
  // American: 4/27/16, 4/27/2016; day first where only that makes a date: 27/4/2016
  {
    pattern: new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})${end}`, 'i'),
    parts: (match, today) => {
      const year = fullYear(text(match, 3), today)
      const [first, second] = [text(match, 1), match[2]]
      return Number(first) > 12 ? [year, second, first] : [year, first, second]
    },
  },
  // Continental: 27.4.2016
  {
    pattern: new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${end}`, 'i'),
    parts: (match) => [match[3], match[2], match[1]],
  },
  // 27 April 2016, 27th Apr. 2016, and RFC 2822: Wed, 27 Apr 2016 10:15:00 +0300
  {
    pattern: new RegExp(
      String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th)?[\s-]+${month},?[\s-]+(\d{4})${end}`,
      'i',
    ),
    parts: (match) => [text(match, 3), monthNumber(text(match, 2)), match[1]],
  },
  // April 27, 2016
  {
    pattern: new RegExp(
      String.raw`^${weekday}${month}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${end}`,
      'i',
    ),
    parts: (match) => [text(match, 3), monthNumber(text(match, 1)), match[2]],
  },
  // April 2016
  {
    pattern: new RegExp(String.raw`^${month},?\s+(\d{4})$`, 'i'),
    parts: (match) => [text(match, 2), monthNumber(text(match, 1))],
  },
]

/**
 * Reads a date as publishers print it, in English or numbers, with or without a time after it:
 * `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is said; '' for anything else and for days that do not exist.
 * `today` (`YYYY-MM-DD`) settles the century of a two-digit year: at most one year ahead.
 */
export function readPrintedDate(printed: string, today: string): string {
  const tidy = printed.trim().replace(/\s+/g, ' ')
  for (const form of forms) {
    const match = form.pattern.exec(tidy)
    if (match) return joinParts(form.parts(match, today))
  }
  return ''
}

function joinParts(parts: readonly (string | undefined)[]): string {
  const date = parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-')
  return exists(date) ? date : ''
}

function exists(date: string): boolean {
  const first = `${date}-01-01`.slice(0, 10)
  const time = Date.parse(`${first}T00:00:00Z`)
  // Date.parse takes 2016-02-30 for the first of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(first)
}

function fullYear(year: string, today: string): string {
  if (year.length === 4) return year
  const century = Number(today.slice(0, 2))
  const ahead = Number(year) > Number(today.slice(2, 4)) + 1
  return `${ahead ? century - 1 : century}${year}`
}

function monthNumber(name: string): string {
  return String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function text(match: RegExpExecArray, group: number): string {
  return match[group] ?? ''
}
