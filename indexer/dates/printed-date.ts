import { dateFrom } from './day.ts'
import { fromPersian, persianMonth } from './jalali.ts'
import { monthNamed } from './month-names.ts'

/** What helps to read a printed date. */
export interface PrintedContext {
  /** `YYYY-MM-DD`; settles the century of a two-digit year: at most one year ahead. */
  readonly today: string
  /** BCP 47, '' when unknown. */
  readonly language: string
  /** What 3/4/2016 is read as first. */
  readonly order: 'day first' | 'month first'
}

/** A way of printing a date: what it looks like, and what it may mean, the likeliest first. */
interface Form {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray, context: PrintedContext) => readonly string[]
}

const start = String.raw`(?<![\p{L}\p{N}./-])`
// What may follow a day: nothing, a time, a comma. "2016-04-27-2" and "1/2/2016/3" are no dates.
const end = String.raw`(?![\p{L}\p{N}/-]|\.\d)`
// ISO 8601 has its time right behind: 2016-04-27T10:15:00+03:00
const endOrTime = String.raw`(?=T\d\d|${end})`
// "27th", "1er", "27-го", "27." and, in Romance languages, "27 de abril de 2016"
const dayNumber = String.raw`(\d{1,2})(?:st|nd|rd|th|er|-?го|[.º°ª])?(?:[\s-]+|(?<=\.))(?:de\s+|of\s+)?`
const monthName = String.raw`([\p{L}][\p{L}\p{M}'’]*)(?:[ /]([\p{L}][\p{L}\p{M}]*))?\.?`
const yearNumber = String.raw`,?،?[\s-]+(?:de\s+|del\s+)?(\d{4})`

const forms: readonly Form[] = [
  // 2016-04-27, 2016/4/27, 2016.04.27
  {
    pattern: form(String.raw`(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})${endOrTime}`),
    read: ([, year, , month, day], { language }) => numbers(year, month, day, language),
  },
  // 20160427, 20160427T101500Z
  {
    pattern: form(String.raw`(\d{4})(\d{2})(\d{2})${endOrTime}`),
    read: ([, year, month, day]) => numbers(year, month, day),
  },
  // 2016年4月27日, 2016년 4월 27일
  {
    pattern: /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]/u,
    read: ([, year, month, day]) => numbers(year, month, day),
  },
  // 4/27/16, 4/27/2016, 27/4/2016, 27-04-2016
  {
    pattern: form(String.raw`(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})${end}`),
    read: ([, first, , second, year], context) => eitherOrder(first, second, year, context),
  },
  // 27.4.2016, 27.04.16
  {
    pattern: form(String.raw`(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})${end}`),
    read: ([, day, month, year], { today }) => numbers(fullYear(year, today), month, day),
  },
  // Vietnamese: 27 tháng 4, 2016
  {
    pattern: form(String.raw`(\d{1,2}) tháng (\d{1,2})(?:,| năm)? (\d{4})${end}`),
    read: ([, day, month, year]) => numbers(year, month, day),
  },
  // 27 April 2016, 27th Apr. 2016, Wed, 27 Apr 2016 10:15:00 +0300, 27 апреля 2016 г.
  {
    pattern: form(`${dayNumber}${monthName}${yearNumber}${end}`),
    read: ([, day, month, more, year], { language }) => named(year, [month, more], day, language),
  },
  // April 27, 2016
  {
    pattern: form(
      String.raw`([\p{L}][\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${end}`,
    ),
    read: ([, month, day, year], { language }) => named(year, [month], day, language),
  },
  // 2016 April 27, 2016. április 27.
  {
    pattern: form(String.raw`(\d{4})\.?\s+(?:m\.\s+)?${monthName}\s+(\d{1,2})(?=\.(?!\d)|${end})`),
    read: ([, year, month, more, day], { language }) => named(year, [month, more], day, language),
  },
  // 2016-04 and 2016, where no more is said
  {
    pattern: /^(\d{4})(?:-(\d{1,2}))?$/u,
    read: ([, year, month]) => numbers(year, month),
  },
  // April 2016, where no more is said
  {
    pattern: form(`${monthName}${yearNumber}$`),
    read: ([, month, more, year], { language }) => named(year, [month, more], undefined, language),
  },
]

/** A line that prints a date is no longer than this; the rest is not looked at. */
const longest = 200
const tellsOfChange =
  /^\W*(?:last |date )?(?:updat|modif|revis|edited|correct|aktuali|zuletzt|güncelle|mis à jour|maj\b|actualiz|atualiz|aggiorn|обновл|измен|оновл|редакт|تحديث|تعديل|به‌روز|更新|修改|수정)/iu

/**
 * Reads a date as publishers print it, with or without words or a time beside it, in English, numbers and the languages of which Node
 * knows the month names. `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is said; the likeliest reading first where there are
 * several (3/4/2016). Empty for anything else, for days that do not exist, and for what tells of a change ("Updated 27 April 2016").
 */
export function readPrintedDate(printed: string, context: PrintedContext): readonly string[] {
  const line = tidy(printed)
  if (tellsOfChange.test(line)) return []
  const found = forms.flatMap(({ pattern, read }) => {
    const match = pattern.exec(line)
    const readings = match ? read(match, context).filter((date) => date !== '') : []
    return match && readings.length > 0 ? [{ at: match.index, readings }] : []
  })
  const [first] = found.sort((a, b) => a.at - b.at)
  return first?.readings ?? []
}

function form(pattern: string): RegExp {
  return new RegExp(start + pattern, 'iu')
}

function tidy(printed: string): string {
  const line = printed.slice(0, longest)
  return (/^[\x00-\x7f]*$/.test(line) ? line : asciiDigits(line)).replace(/\s+/g, ' ').trim()
}

/** Digits of every script as 0 to 9, without marks of the direction of writing. */
function asciiDigits(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => String(digitValue(digit)))
}

// In these blocks zero stands where the low four bits are 0 or 6.
function digitValue(digit: string): number {
  const code = digit.charCodeAt(0)
  return code < 0x900 ? code & 15 : (code & 15) - 6
}

function numbers(year = '', month?: string, day?: string, language = ''): readonly string[] {
  const [y, m, d] = [Number(year), optional(month), optional(day)]
  const isPersian = y > 1300 && y < 1500 && /^(?:fa|prs)\b/.test(language)
  if (isPersian && m !== undefined && d !== undefined) return [fromPersian(y, m, d)]
  return [dateFrom(y, m, d)]
}

function named(
  year: string | undefined,
  words: readonly (string | undefined)[],
  day: string | undefined,
  language: string,
): readonly string[] {
  const [first = '', second] = words
  const persian = persianMonth(first)
  if (persian !== undefined) return [fromPersian(Number(year), persian, Number(day))]
  // Some months have two words (تشرين الأول), and some are given two names (نيسان/أبريل).
  const month =
    (second === undefined ? undefined : monthNamed(`${first} ${second}`, language)) ??
    monthNamed(first, language)
  return month === undefined ? [] : [dateFrom(Number(year), month, optional(day))]
}

function eitherOrder(
  first = '',
  second = '',
  year: string | undefined,
  { order, today }: PrintedContext,
): readonly string[] {
  const full = fullYear(year, today)
  const monthFirst = numbers(full, first, second)
  const dayFirst = numbers(full, second, first)
  if (first === second) return monthFirst
  return order === 'month first' ? [...monthFirst, ...dayFirst] : [...dayFirst, ...monthFirst]
}

function fullYear(year = '', today: string): string {
  if (year.length === 4) return year
  const century = Number(today.slice(0, 2))
  const ahead = Number(year) > Number(today.slice(2, 4)) + 1
  return `${ahead ? century - 1 : century}${year}`
}

function optional(part: string | undefined): number | undefined {
  return part === undefined ? undefined : Number(part)
}
