import { dateOf, periodOf, type Period } from '../dates.ts'

/*
 * Marks are tokens of the column `facets`. They begin with "=", which no term of a text can, so a query for words never
 * meets them and needs no column filter.
 */

/** Carried by every article: what an exclusion is taken from when nothing else is asked for. */
export const everyArticle = '=all'

/** Carried by no article. */
export const noArticle = '=none'

/** The mark of a facet value, by its number in the index. */
export const valueMark = (number: number) => `=v${number}`

/** The marks of a language tag: of itself, and of each shorter tag that it begins with. */
export function languageMarks(tag: string): string[] {
  const parts = tag.toLowerCase().split('-')
  return tag === '' ? [] : parts.map((_, i) => languageMark(parts.slice(0, i + 1).join('-')))
}

/** Carried by the articles in a language, given as a lower-case tag. */
export const languageMark = (tag: string) => `=l${tag}`

/** The marks of a publication date: its century, decade and year, and its month and day where they are known. */
export function dateMarks(published: string): string[] {
  if (!periodOf(published)) return []
  const digits = published.replaceAll('-', '')
  return markLengths
    .filter((length) => length <= digits.length)
    .map((length) => markOf(digits.slice(0, length)))
}

/** Centuries and decades keep a period with an open end to seventy marks at most instead of a thousand years. */
const markLengths = [2, 3, 4, 6, 8] as const

const markOf = (digits: string) => `=d${digits}`

const earliest = '1000-01-01'
const latest = '2999-12-31'

/**
 * The fewest marks of which each article published within the period carries one: whole centuries, decades, years, months, then days.
 * An article dated only by its month matches when the whole month lies inside.
 */
export function periodMarks(period: Period): string[] {
  const first = dateOf(Math.max(period.first, periodOf(earliest)?.first ?? 0))
  const last = dateOf(Math.min(period.last, periodOf(latest)?.last ?? 0))
  if (first > last) return []
  const centuries = Array.from({ length: 20 }, (_, i) => String(10 + i))
  return centuries.flatMap((century) => marksWithin(century, first, last))
}

/** The mark of a period, named by its leading digits, when it lies inside whole; otherwise those of its parts that do. */
function marksWithin(digits: string, first: string, last: string): string[] {
  const begin = dateOfDigits(digits, '0', '01')
  const end = dateOfDigits(digits, '9', '12')
  if (begin === undefined || end === undefined || end.last < first || begin.first > last) return []
  if (begin.first >= first && end.last <= last) return [markOf(digits)]
  return parts(digits).flatMap((part) => marksWithin(part, first, last))
}

/** First and last date of the earliest or latest year and month that begin with these digits; undefined for no such day. */
function dateOfDigits(
  digits: string,
  yearFiller: string,
  month: string,
): { first: string; last: string } | undefined {
  const year = digits.slice(0, 4).padEnd(4, yearFiller)
  const known = [year, digits.slice(4, 6) || month, digits.slice(6, 8)].filter(
    (part) => part !== '',
  )
  const period = periodOf(known.join('-'))
  return period && { first: dateOf(period.first), last: dateOf(period.last) }
}

function parts(digits: string): string[] {
  if (digits.length < 4) return Array.from({ length: 10 }, (_, i) => `${digits}${i}`)
  const count = digits.length === 4 ? 12 : 31
  return digits.length >= 8
    ? []
    : Array.from({ length: count }, (_, i) => digits + String(i + 1).padStart(2, '0'))
}
