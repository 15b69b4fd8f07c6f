import { periodOf } from '../../engine/dates.ts'
import type { PeriodCount, SearchAnswer, TimelineUnit } from '../../engine/search-engine.ts'
import { mostYearsByMonth } from '../choose-unit.ts'
import { withPeriod, type SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { counted, type Bound } from './counting.ts'
import { searchLink } from './links.ts'
import { periodsBetween } from './periods.ts'

/** Articles over time as an SVG: lengths across are per cent of its width, heights are pixels. */
export interface Histogram {
  readonly summary: string
  readonly height: number
  readonly bars: readonly Bar[]
  readonly marks: readonly Mark[]
  /** To a longer period that holds this one; undefined where all there is is drawn. */
  readonly wider: { readonly label: string; readonly href: string } | undefined
  /** Which articles are not drawn; '' for none but the undated. */
  readonly note: string
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

/** The beginning of a year, or of a month where days are drawn. */
export interface Mark {
  readonly x: string
  readonly label: string
  readonly period: string
  readonly href: string
}

const chartHeight = 56
/** Fewer bars than this stay as narrow as if they were so many. */
const fewestSlots: Readonly<Record<TimelineUnit, number>> = { year: 8, month: 24, day: 24 }
/** A year's number takes about an eighth of a phone's width, a month's name a fourth. */
const mostMarks: Readonly<Record<TimelineUnit, number>> = { year: 7, month: 7, day: 4 }

/** Draws the periods of a timeline, from the first to the last that matters; undefined where no article is dated. */
export function buildHistogram(
  state: SearchState,
  { timeline, total, capability }: Pick<SearchAnswer, 'timeline' | 'total' | 'capability'>,
): Histogram | undefined {
  const { unit } = timeline
  const counts = unit === 'month' ? monthsShown(state, timeline.counts) : timeline.counts
  const [begin, end] = endsOf(state, unit, counts)
  if (counts.length === 0) return undefined
  const periods = periodsBetween(unit, begin, end)
  const slot = 100 / Math.max(periods.length, fewestSlots[unit])
  return {
    summary: `Articles per ${unit}, ${[begin, end].map(showDate).join(' to ')}`,
    height: chartHeight,
    bars: buildBars(state, counts, { periods, slot, bound: capability.bound }),
    marks: buildMarks(state, unit, periods, slot),
    wider: widerPeriod(state, unit, counts.length < timeline.counts.length),
    note: unit === 'day' ? undrawn(total, counts) : '',
  }
}

/** All that is found lies in the chosen period: what no day counts is dated to a month or year. */
function undrawn(total: number, days: readonly PeriodCount[]): string {
  const drawn = days.reduce((sum, { count }) => sum + count, 0)
  return drawn < total ? 'Only articles dated to the day are drawn here.' : ''
}

/** Days are drawn from end to end of the chosen period, others from the first article to the last; '' for none. */
function endsOf(
  { from, to }: SearchState,
  unit: TimelineUnit,
  counts: readonly PeriodCount[],
): [begin: string, end: string] {
  if (unit === 'day') return [from, to]
  return [counts[0]?.period ?? '', counts.at(-1)?.period ?? '']
}

/** All months, or where they are too many those of the years that the chosen period touches. */
function monthsShown(state: SearchState, months: readonly PeriodCount[]): readonly PeriodCount[] {
  const [first, last] = [months[0]?.period ?? '', months.at(-1)?.period ?? '']
  if (periodsBetween('year', first, last).length <= mostYearsByMonth) return months
  const chosen = months.filter(({ period }) => isInPeriod(state, period.slice(0, 4)))
  return chosen.length > 0 ? chosen : months
}

interface Scale {
  readonly periods: readonly string[]
  readonly slot: number
  readonly bound: Bound
}

function buildBars(
  state: SearchState,
  counts: readonly PeriodCount[],
  { periods, slot, bound }: Scale,
): Bar[] {
  const peak = Math.max(...counts.map(({ count }) => count))
  const positions = new Map(periods.map((period, at) => [period, at]))
  return counts.map(({ period, count }) => {
    const height = Math.max(3, Math.round((count / peak) * (chartHeight - 2)))
    return {
      x: percent((positions.get(period) ?? 0) * slot),
      width: percent(slot * 0.82),
      y: chartHeight - height,
      height,
      href: searchLink(withPeriod(state, period, period)),
      label: `${showDate(period)}: ${counted(count, 'article', { bound })}`,
      inPeriod: isInPeriod(state, period),
    }
  })
}

function isInPeriod(state: SearchState, bar: string): boolean {
  const covered = periodOf(bar)
  const begin = periodOf(state.from)
  const end = periodOf(state.to)
  if (!covered) return false
  return (!begin || covered.last >= begin.first) && (!end || covered.first <= end.last)
}

function buildMarks(
  state: SearchState,
  unit: TimelineUnit,
  periods: readonly string[],
  slot: number,
): Mark[] {
  const length = unit === 'day' ? 7 : 4
  const starts = periods.flatMap((each, at) => {
    const period = each.slice(0, length)
    return at === 0 || periods[at - 1]?.slice(0, length) !== period ? [{ at, period }] : []
  })
  const step = Math.ceil(starts.length / mostMarks[unit])
  // A label that begins too far right would be cut.
  const furthest = unit === 'day' ? 75 : 92
  const fitting = starts.filter(({ at }, nth) => nth % step === 0 && at * slot <= furthest)
  return fitting.map(({ at, period }) => ({
    x: percent(at * slot),
    period,
    label: showDate(period),
    href: searchLink(withPeriod(state, period, period)),
  }))
}

/** From days to their year, and from the months of some years to all years. */
function widerPeriod(state: SearchState, unit: TimelineUnit, isPart: boolean): Histogram['wider'] {
  if (unit === 'day') {
    const [from, to] = [state.from.slice(0, 4), state.to.slice(0, 4)]
    const label = from === to ? `All of ${from}` : `All of ${from} and ${to}`
    return { label, href: searchLink(withPeriod(state, from, to)) }
  }
  return isPart ? { label: 'All years', href: searchLink(withPeriod(state, '', '')) } : undefined
}

function percent(n: number): string {
  return `${Number(n.toFixed(3))}%`
}
