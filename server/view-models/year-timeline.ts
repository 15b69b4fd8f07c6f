import type { PeriodCount } from '../../engine/search-engine.ts'
import { mostYearsByMonth } from '../choose-unit.ts'
import { counted, type Bound } from './counting.ts'
import { periodsBetween } from './periods.ts'

/** Articles over time, small enough to stand beside others: the shape by month, or by year where that is too fine; a link for each year. */
export interface YearTimeline {
  readonly label: string
  readonly height: number
  /** The width of the shape's own coordinates, which is stretched to that of the page. */
  readonly width: number
  /** The columns as one SVG path. */
  readonly path: string
  readonly years: readonly YearLink[]
  readonly marks: readonly { readonly x: string; readonly label: string }[]
}

/** A year that can be searched. */
interface YearLink {
  /** Per cent of the width. */
  readonly x: string
  readonly width: string
  readonly label: string
  readonly href: string
}

/** What is drawn. */
export interface DrawnCounts {
  /** In date order. */
  readonly months: readonly PeriodCount[]
  /** Those too that are dated to a year alone. */
  readonly years: readonly PeriodCount[]
}

/** How it is drawn; several with one scale compare. */
export interface TimelineScale {
  /** `YYYY` */
  readonly first: string
  readonly last: string
  readonly unit: 'month' | 'year'
  /** The most articles of any month, or year. */
  readonly peak: number
}

const chartHeight = 48
const mostMarks = 6
const furthestMark = 0.87

/** The scale on which all of these fit; undefined where no article is dated. */
export function scaleFor(all: readonly DrawnCounts[]): TimelineScale | undefined {
  const years = all.flatMap((each) => each.years.map(({ period }) => period)).sort()
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const unit = Number(last) - Number(first) < mostYearsByMonth ? 'month' : 'year'
  return { first, last, unit, peak: peakOf(all, unit) }
}

function peakOf(all: readonly DrawnCounts[], unit: TimelineScale['unit']): number {
  return all.reduce(
    (peak, drawn) => countsOf(drawn, unit).reduce((most, { count }) => Math.max(most, count), peak),
    1,
  )
}

const countsOf = (drawn: DrawnCounts, unit: TimelineScale['unit']) =>
  unit === 'month' ? drawn.months : drawn.years

export function buildYearTimeline(
  drawn: DrawnCounts,
  scale: TimelineScale,
  { linkTo, bound }: { readonly linkTo: (year: string) => string; readonly bound: Bound },
): YearTimeline {
  const { first, last, unit } = scale
  const periods = periodsBetween(unit, `${first}-01`, `${last}-12`)
  const span = first === last ? first : `${first} to ${last}`
  return {
    label: `Articles per ${unit}, ${span}; at most ${counted(scale.peak, 'article', { bound: 'exact' })} in one ${unit}`,
    height: chartHeight,
    width: periods.length,
    path: pathOf(countsOf(drawn, unit), periods, scale.peak),
    years: buildLinks(drawn.years, scale, linkTo, bound),
    marks: buildMarks(scale),
  }
}

/** Each column four fifths of its period's width, and never too low to be seen. */
function pathOf(counts: readonly PeriodCount[], periods: readonly string[], peak: number): string {
  const positions = new Map(periods.map((period, at) => [period, at]))
  return counts
    .flatMap(({ period, count }) => {
      const at = positions.get(period)
      if (at === undefined || count === 0) return []
      const height = Math.max(2, Math.round((count / peak) * chartHeight))
      return [`M${at} ${chartHeight}v-${height}h.8v${height}z`]
    })
    .join('')
}

function buildLinks(
  counts: readonly PeriodCount[],
  scale: TimelineScale,
  linkTo: (year: string) => string,
  bound: Bound,
): YearLink[] {
  const years = yearsOn(scale)
  return counts
    .filter(({ count }) => count > 0)
    .map(({ period, count }) => ({
      x: percent((Number(period) - Number(scale.first)) / years),
      width: percent(1 / years),
      label: `${period}: ${counted(count, 'article', { bound })}`,
      href: linkTo(period),
    }))
}

/** As many numbers of years below the line as have room; one that begins too far right would be cut. */
function buildMarks(scale: TimelineScale): YearTimeline['marks'] {
  const years = yearsOn(scale)
  const step = Math.ceil(years / mostMarks)
  return Array.from({ length: years }, (_, at) => at)
    .filter((at) => at % step === 0 && at / years <= furthestMark)
    .map((at) => ({ x: percent(at / years), label: String(Number(scale.first) + at) }))
}

const yearsOn = ({ first, last }: TimelineScale) => Number(last) - Number(first) + 1

function percent(part: number): string {
  return `${Number((part * 100).toFixed(3))}%`
}
