import { dateOf, periodOf } from '../../engine/dates.ts'
import type { TimelineUnit } from '../../engine/search-engine.ts'

/** Every period of a unit from the one with a first date to the one with a last; both are dates of at least that length. */
export function periodsBetween(unit: TimelineUnit, first: string, last: string): string[] {
  switch (unit) {
    case 'year':
      return yearsBetween(first, last)
    case 'month':
      return yearsBetween(first, last)
        .flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${pad(month + 1, 2)}`))
        .filter((month) => month >= first.slice(0, 7) && month <= last.slice(0, 7))
    case 'day':
      return daysBetween(first, last)
  }
}

function yearsBetween(first: string, last: string): string[] {
  const from = Number(first.slice(0, 4))
  const years = Number(last.slice(0, 4)) - from + 1
  return Array.from({ length: Math.max(0, years) }, (_, at) => pad(from + at, 4))
}

function daysBetween(first: string, last: string): string[] {
  const [begin, end] = [periodOf(first), periodOf(last)]
  if (!begin || !end) return []
  return Array.from({ length: end.last - begin.first + 1 }, (_, at) => dateOf(begin.first + at))
}

function pad(n: number, digits: number): string {
  return String(n).padStart(digits, '0')
}
