import { dateOf, periodOf } from '../../engine/dates.ts'

let calendar: Intl.DateTimeFormat | undefined
let monthNames: readonly string[] | undefined

/** The month of the Persian calendar that a word names, from 1 (Farvardin); undefined when it names none. */
export function persianMonth(word: string): number | undefined {
  monthNames ??= namesOfMonths()
  const month = monthNames.indexOf(word)
  return month < 0 ? undefined : month + 1
}

/** The Gregorian day (`YYYY-MM-DD`) of a day of the Persian calendar, '' when there is no such day: 1395, 2, 8 is 2016-04-27. */
export function fromPersian(year: number, month: number, day: number): string {
  const nowruz = periodOf(`${year + 621}-03-21`)?.first
  if (nowruz === undefined || !(month <= 12 && day <= 31)) return ''
  const daysBefore = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
  const guess = nowruz + daysBefore + day - 1
  // The new year begins on one of the days about 21 March.
  for (const shift of [0, -1, 1, -2, 2]) {
    const date = dateOf(guess + shift)
    if (persianDate(date) === `${year}-${month}-${day}`) return date
  }
  return ''
}

function persianDate(date: string): string {
  calendar ??= new Intl.DateTimeFormat('en-u-ca-persian', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const parts = calendar.formatToParts(new Date(date))
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

function namesOfMonths(): readonly string[] {
  const format = new Intl.DateTimeFormat('fa-u-ca-persian', { month: 'long', timeZone: 'UTC' })
  // Twelve days a month apart, each in the middle of a month: the first month begins on 21 March.
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, 3 + month, 5)))
}
