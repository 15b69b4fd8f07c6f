import type { Coverage } from './count-coverage.ts'
import { sum, type PeriodCounts } from './count-periods.ts'
import type { CoverageState } from './coverage-state.ts'
import { gapsOf, type Gap } from './gaps.ts'
import { columnOf, columnsBetween, columnUnit, endsOf, monthsBetween } from './months.ts'
import type { ColumnUnit } from './months.ts'

/** What an outlet published in the time of a column. */
export interface CoverageCell {
  readonly column: string
  readonly found: number
  /** Whether the search finds them or not. */
  readonly all: number
  /** Months without any article of the outlet, between months with some. */
  readonly gaps: number
}

/** An outlet's line of the table; '' for the id and the name of all outlets together. */
export interface CoverageRow {
  readonly id: string
  readonly name: string
  /** In the time that the table shows; with the undated ones where no period is asked for. */
  readonly found: number
  readonly all: number
  /** Of those found. */
  readonly undated: number
  readonly yearOnly: number
  readonly cells: readonly CoverageCell[]
  /** Those that reach into the time that the table shows. */
  readonly gaps: readonly Gap[]
}

/** Outlets by time. */
export interface CoverageTable {
  readonly unit: ColumnUnit
  readonly columns: readonly string[]
  /** Whether there is more to the left than is shown. */
  readonly isCut: boolean
  readonly total: CoverageRow
  readonly rows: readonly CoverageRow[]
}

/** More columns are never drawn: an article dated to the year 12 would make a thousand. */
const mostColumns = 40

/** The columns and the unit of a table. */
type Frame = Pick<CoverageTable, 'unit' | 'columns' | 'isCut'>

/** Lays counts out as a table. It has no columns where nothing is dated. */
export function tabulate(coverage: Coverage, state: CoverageState): CoverageTable {
  const frame = frameOf(coverage.found, state)
  const isOpen = state.search.from === '' && state.search.to === ''
  const { found, all } = coverage
  return {
    ...frame,
    total: buildRow({ id: '', name: '', found, all }, frame, isOpen),
    rows: coverage.outlets.map((outlet) => buildRow(outlet, frame, isOpen)),
  }
}

function frameOf(found: PeriodCounts, { search }: CoverageState): Frame {
  const months = [...found.months.keys(), ...[...found.years.keys()].flatMap(onlyMonths(found))]
  const first = search.from === '' ? least(months) : firstMonth(search.from)
  const last = search.to === '' ? greatest(months) : lastMonth(search.to)
  if (first === '' || last === '' || first > last)
    return { unit: 'month', columns: [], isCut: false }
  const unit = columnUnit(first, last)
  const columns = columnsBetween(first, last, unit)
  return { unit, columns: columns.slice(-mostColumns), isCut: columns.length > mostColumns }
}

/** A year of which no month is known may begin and end anywhere. */
function onlyMonths({ months }: PeriodCounts): (year: string) => string[] {
  const known = new Set([...months.keys()].map((month) => month.slice(0, 4)))
  return (year) => (known.has(year) ? [] : [firstMonth(year), lastMonth(year)])
}

const firstMonth = (period: string) => (period.length === 4 ? `${period}-01` : period)
const lastMonth = (period: string) => (period.length === 4 ? `${period}-12` : period)
const least = (texts: readonly string[]) => texts.reduce((a, b) => (a !== '' && a < b ? a : b), '')
const greatest = (texts: readonly string[]) => texts.reduce((a, b) => (a > b ? a : b), '')

function buildRow(
  { id, name, found, all }: Coverage['outlets'][number],
  frame: Frame,
  isOpen: boolean,
): CoverageRow {
  const gaps = id === '' ? [] : gapsOf(all.months.keys()).filter((gap) => reachesInto(gap, frame))
  const [inFound, inAll, missing] = [
    byColumn(found, frame.unit),
    byColumn(all, frame.unit),
    missingByColumn(gaps, frame.unit),
  ]
  const cells = frame.columns.map((column) => ({
    column,
    found: inFound.get(column) ?? 0,
    all: inAll.get(column) ?? 0,
    gaps: missing.get(column) ?? 0,
  }))
  const within = (counts: PeriodCounts, counted: 'found' | 'all') =>
    isOpen ? counts.total : cells.reduce((total, cell) => total + cell[counted], 0)
  return {
    ...{ id, name, cells, gaps },
    found: within(found, 'found'),
    all: within(all, 'all'),
    undated: isOpen ? found.undated : 0,
    yearOnly: frame.unit === 'month' ? yearOnlyIn(found, frame) : 0,
  }
}

function reachesInto({ from, to }: Gap, { columns, unit }: Frame): boolean {
  const [first, last] = [columns[0], columns.at(-1)]
  if (first === undefined || last === undefined) return false
  return columnOf(to, unit) >= first && columnOf(from, unit) <= last
}

/** Months by months; years and decades by years, where articles dated to their year alone are too. */
function byColumn({ months, years }: PeriodCounts, unit: ColumnUnit): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [period, count] of unit === 'month' ? months : years) {
    const column = columnOf(period, unit)
    counts.set(column, (counts.get(column) ?? 0) + count)
  }
  return counts
}

function missingByColumn(gaps: readonly Gap[], unit: ColumnUnit): Map<string, number> {
  const missing = new Map<string, number>()
  for (const gap of gaps)
    for (const month of monthsBetween(gap.from, gap.to)) {
      const column = columnOf(month, unit)
      missing.set(column, (missing.get(column) ?? 0) + 1)
    }
  return missing
}

/** Articles of the years shown that stand in no month. */
function yearOnlyIn({ months, years }: PeriodCounts, { columns }: Frame): number {
  const shown = new Set(columns.map((column) => endsOf(column).from.slice(0, 4)))
  const inYears = (counts: ReadonlyMap<string, number>) =>
    sum(new Map([...counts].filter(([period]) => shown.has(period.slice(0, 4)))))
  return Math.max(0, inYears(years) - inYears(months))
}
