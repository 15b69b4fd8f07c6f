import { periodOf } from '../../engine/dates.ts'
import type { PeriodCount, SearchAnswer, TimelineUnit } from '../../engine/search-engine.ts'
import { mostYearsByMonth } from '../choose-unit.ts'
import { withPeriod, type SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { counted, type Bound } from './counting.ts'
import { searchLink } from './links.ts'
import { periodsBetween } from './periods.ts'

/** Articles over time: columns drawn as two shapes, and a row of as many slots over them, each a button or a gap. */
export interface Histogram {
  readonly summary: string
  /** In units of the drawing, ten across for each slot. */
  readonly width: number
  readonly height: number
  /** The columns inside the period that the search asks for (all where none is asked for), as an SVG path. */
  readonly inside: string
  readonly outside: string
  readonly slots: readonly Slot[]
  /** To a longer period that holds this one; undefined where all there is is drawn. */
  readonly wider: { readonly label: string; readonly href: string } | undefined
  /** Which articles are not drawn; '' for none but the undated. */
  readonly note: string
}

/** The place of one period. */
export interface Slot {
  /** The period with its number of articles; undefined where there are none. */
  readonly bar: Choice | undefined
  /** Where a year begins, or a month where days are drawn: the way to all of it. */
  readonly mark: Choice | undefined
}

/** A period that one click asks for. */
export interface Choice {
  readonly period: string
  readonly label: string
}

const chartHeight = 56
const slotWidth = 10
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
  const slots = Math.max(periods.length, fewestSlots[unit])
  const found = new Map(counts.map(({ period, count }) => [period, count]))
  const marks = chooseMarks(unit, periods, slots)
  return {
    summary: `Articles per ${unit}, ${[begin, end].map(showDate).join(' to ')}`,
    width: slots * slotWidth,
    height: chartHeight,
    ...drawColumns(state, counts, periods),
    slots: Array.from({ length: slots }, (_, at) => ({
      bar: barOf(periods[at] ?? '', found, capability.bound),
      mark: markOf(marks.get(at)),
    })),
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

/** Rectangles that stand on the base, one path for all inside the chosen period and one for the others. */
function drawColumns(
  state: SearchState,
  counts: readonly PeriodCount[],
  periods: readonly string[],
): Pick<Histogram, 'inside' | 'outside'> {
  const peak = Math.max(...counts.map(({ count }) => count))
  const positions = new Map(periods.map((period, at) => [period, at]))
  const drawn = { inside: '', outside: '' }
  for (const { period, count } of counts) {
    const height = Math.max(3, Math.round((count / peak) * (chartHeight - 2)))
    const left = (positions.get(period) ?? 0) * slotWidth + 1
    const side = isInPeriod(state, period) ? 'inside' : 'outside'
    drawn[side] += `M${left} ${chartHeight}v-${height}h${slotWidth - 2}v${height}`
  }
  return drawn
}

function barOf(
  period: string,
  found: ReadonlyMap<string, number>,
  bound: Bound,
): Choice | undefined {
  const count = found.get(period)
  if (count === undefined) return undefined
  return { period, label: `${showDate(period)}: ${counted(count, 'article', { bound })}` }
}

function markOf(period: string | undefined): Choice | undefined {
  return period === undefined ? undefined : { period, label: showDate(period) }
}

function isInPeriod(state: SearchState, bar: string): boolean {
  const covered = periodOf(bar)
  const begin = periodOf(state.from)
  const end = periodOf(state.to)
  if (!covered) return false
  return (!begin || covered.last >= begin.first) && (!end || covered.first <= end.last)
}

/** The slots that begin a year or month, as far as there is room for their labels. */
function chooseMarks(
  unit: TimelineUnit,
  periods: readonly string[],
  slots: number,
): ReadonlyMap<number, string> {
  const length = unit === 'day' ? 7 : 4
  const starts = periods.flatMap((each, at) => {
    const period = each.slice(0, length)
    return at === 0 || periods[at - 1]?.slice(0, length) !== period ? [{ at, period }] : []
  })
  const step = Math.ceil(starts.length / mostMarks[unit])
  // A label that begins too far right would be cut.
  const furthest = slots * (unit === 'day' ? 0.75 : 0.92)
  const fitting = starts.filter(({ at }, nth) => nth % step === 0 && at <= furthest)
  return new Map(fitting.map(({ at, period }) => [at, period]))
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
