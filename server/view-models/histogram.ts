import type { MonthCount } from '../../engine/search-engine.ts'
import { periodOf } from '../../engine/dates.ts'
import { showDate } from '../show-date.ts'
import { withPeriod, type SearchState } from '../search-state.ts'
import { counted } from './counting.ts'
import { searchLink } from './links.ts'

/** Articles per month as an SVG: lengths across are per cent of its width, heights are pixels. */
export interface Histogram {
  readonly summary: string
  readonly height: number
  readonly bars: readonly Bar[]
  readonly years: readonly YearMark[]
}

export interface Bar {
  readonly x: string
  readonly width: string
  readonly y: number
  readonly height: number
  readonly href: string
  readonly label: string
  /** Inside the period that the search asks for, or no period is asked for. */
  readonly inPeriod: boolean
}

export interface YearMark {
  readonly x: string
  readonly year: string
  readonly href: string
}

const chartHeight = 56
/** More months than this are too narrow to hit, and are shown as years. */
const mostMonths = 240
/** A year's number takes about an eighth of a phone's width. */
const mostLabels = 7

/**
 * Draws the months from the first to the last that has an article; undefined when none has.
 * Where there are too many months, years are drawn, and the months of a period of some years once it is chosen.
 */
export function buildHistogram(
  state: SearchState,
  months: readonly MonthCount[],
): Histogram | undefined {
  const shown = monthsBetweenEnds(months).length > mostMonths ? chosenYears(state, months) : months
  const [first] = shown
  const last = shown.at(-1)
  return first && last && drawPeriods(state, shown, first.month, last.month)
}

function monthsBetweenEnds(months: readonly MonthCount[]): string[] {
  const [first] = months
  const last = months.at(-1)
  return first && last ? spanOfMonths(first.month, last.month) : []
}

function chosenYears(state: SearchState, months: readonly MonthCount[]): readonly MonthCount[] {
  const chosen = months.filter(({ month }) => isInPeriod(state, month.slice(0, 4)))
  return chosen.length > 0 ? chosen : months
}

function drawPeriods(
  state: SearchState,
  months: readonly MonthCount[],
  first: string,
  last: string,
): Histogram {
  const allMonths = spanOfMonths(first, last)
  const byMonth = allMonths.length <= mostMonths
  const counts = byMonth ? countMonths(months) : countYears(months)
  const periods = byMonth ? allMonths : spanOfYears(first, last)
  const slot = 100 / Math.max(periods.length, 24)
  const peak = Math.max(...counts.values())
  const ends = byMonth ? [first, last] : [first.slice(0, 4), last.slice(0, 4)]
  return {
    summary: `Articles per ${byMonth ? 'month' : 'year'}, ${ends.map(showDate).join(' to ')}`,
    height: chartHeight,
    bars: periods.flatMap((period, at) => {
      const count = counts.get(period)
      return count === undefined ? [] : [buildBar(state, period, count, { at, slot, peak })]
    }),
    years: buildYears(state, periods, slot),
  }
}

interface Scale {
  readonly at: number
  readonly slot: number
  readonly peak: number
}

function buildBar(
  state: SearchState,
  period: string,
  count: number,
  { at, slot, peak }: Scale,
): Bar {
  const height = Math.max(3, Math.round((count / peak) * (chartHeight - 2)))
  return {
    x: percent(at * slot),
    width: percent(slot * 0.82),
    y: chartHeight - height,
    height,
    href: searchLink(withPeriod(state, period, period)),
    label: `${showDate(period)}: ${counted(count, 'article')}`,
    inPeriod: isInPeriod(state, period),
  }
}

function isInPeriod(state: SearchState, bar: string): boolean {
  const covered = periodOf(bar)
  const begin = periodOf(state.from)
  const end = periodOf(state.to)
  if (!covered) return false
  return (!begin || covered.last >= begin.first) && (!end || covered.first <= end.last)
}

function buildYears(state: SearchState, periods: readonly string[], slot: number): YearMark[] {
  const starts = periods.flatMap((period, at) => {
    const year = period.slice(0, 4)
    return at === 0 || periods[at - 1]?.slice(0, 4) !== year ? [{ at, year }] : []
  })
  const step = Math.ceil(starts.length / mostLabels)
  // A label that begins too far right would be cut.
  const fitting = starts.filter(({ at }, nth) => nth % step === 0 && at * slot <= 92)
  return fitting.map(({ at, year }) => ({
    x: percent(at * slot),
    year,
    href: searchLink(withPeriod(state, year, year)),
  }))
}

function countMonths(months: readonly MonthCount[]): Map<string, number> {
  return new Map(months.map(({ month, count }) => [month, count]))
}

function countYears(months: readonly MonthCount[]): Map<string, number> {
  const years = new Map<string, number>()
  for (const { month, count } of months) {
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + count)
  }
  return years
}

function spanOfMonths(first: string, last: string): string[] {
  return spanOfYears(first, last)
    .flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${pad(month + 1, 2)}`))
    .filter((month) => month >= first && month <= last)
}

function spanOfYears(first: string, last: string): string[] {
  const from = Number(first.slice(0, 4))
  const years = Number(last.slice(0, 4)) - from + 1
  return Array.from({ length: years }, (_, at) => pad(from + at, 4))
}

function pad(n: number, digits: number): string {
  return String(n).padStart(digits, '0')
}

function percent(n: number): string {
  return `${Number(n.toFixed(3))}%`
}
