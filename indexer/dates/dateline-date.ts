import { monthNamed } from './month-names.ts'

/** A day of the year: a date without its year. */
export interface DayOfYear {
  readonly month: number
  readonly day: number
}

/** No dateline is longer. */
const longest = 200

const monthFirst = /(\p{L}[\p{L}\p{M}]{2,})\.? (\d{1,2})(?!\d|:)/u
const dayFirst = /(?<!\d)(\d{1,2})\.? (\p{L}[\p{L}\p{M}]{2,})/u
const numbered = /(\d{1,2})[月월] ?(\d{1,2})[日일]/u

/** The day that a dateline names without a year, "WASHINGTON, April 27 (UPI)"; undefined where it names none. */
export function dayInDateline(dateline: string, language: string): DayOfYear | undefined {
  const line = dateline.slice(0, longest)
  const [, number, day] = numbered.exec(line) ?? []
  if (number !== undefined) return dayOfYear(Number(number), day)
  const [, name = '', after] = monthFirst.exec(line) ?? []
  const [, before, nameAfter = ''] = dayFirst.exec(line) ?? []
  return (
    dayOfYear(monthNamed(name, language), after) ??
    dayOfYear(monthNamed(nameAfter, language), before)
  )
}

function dayOfYear(month: number | undefined, day: string | undefined): DayOfYear | undefined {
  return month === undefined || day === undefined ? undefined : { month, day: Number(day) }
}
