/** First and last day of a period, in days since 1970-01-01 (negative before). */
export interface Period {
  readonly first: number
  readonly last: number
}

const partialDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const msPerDay = 86_400_000

/** The period that a date covers: `2016-04-11` one day, `2016-04` its month, `2016` its year. Undefined for anything else, '' included. */
export function periodOf(date: string): Period | undefined {
  const match = partialDate.exec(date)
  if (!match) return undefined
  const year = Number(match[1])
  if (match[2] === undefined)
    return { first: dayNumber(year, 1, 1), last: dayNumber(year + 1, 1, 1) - 1 }
  const month = Number(match[2])
  if (month < 1 || month > 12) return undefined
  const first = dayNumber(year, month, 1)
  const last = dayNumber(year, month + 1, 1) - 1
  if (match[3] === undefined) return { first, last }
  const day = first + Number(match[3]) - 1
  return Number(match[3]) >= 1 && day <= last ? { first: day, last: day } : undefined
}

/** The calendar date of a day number, `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

/** Days since 1970-01-01; months count from 1 and may run past 12. */
function dayNumber(year: number, month: number, day: number): number {
  // Date.UTC reads years below 100 as 19xx; setUTCFullYear does not.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / msPerDay)
}
