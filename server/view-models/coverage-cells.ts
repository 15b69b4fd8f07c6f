import type { CoverageCell, CoverageRow } from '../coverage/coverage-table.ts'
import type { CoverageState } from '../coverage/coverage-state.ts'
import type { Gap } from '../coverage/gaps.ts'
import { showDate } from '../show-date.ts'
import { counted, number } from './counting.ts'

/** A cell of the table of coverage. */
export interface CellView {
  /** A number or a share; '' where there is nothing. */
  readonly text: string
  readonly href: string
  /** `heat-1` to `heat-5` by how much it is beside the others, `missing` for a gap; '' for nothing. */
  readonly look: string
  /** `gap`, or how many months of a longer time are missing: `3 gaps`; '' for none. */
  readonly gap: string
}

/** By what cells are shown. */
interface CellContext {
  readonly show: CoverageState['show']
  /** The greatest of the cells that it is compared with. */
  readonly most: number
  readonly href: (column: string) => string
}

const heats = 5

/** A month without an article between others is a gap; a number that the search does not find is 0; outside of its time nothing stands. */
export function buildCell(cell: CoverageCell, { show, most, href }: CellContext): CellView {
  const { column, found, all, gaps } = cell
  const gap = gaps === 0 ? '' : gapWords(column, gaps)
  if (all === 0 && found === 0)
    return { text: '', href: '', look: gap === '' ? '' : 'missing', gap }
  const value = valueOf(cell, show)
  return {
    text: show === 'share' ? shareOf(found, all) : number(found),
    href: found === 0 ? '' : href(column),
    look: found === 0 ? '' : `heat-${Math.max(1, Math.ceil(Math.sqrt(value / most) * heats))}`,
    gap,
  }
}

/** The greatest number, or share, of all cells. */
export function greatestCell(rows: readonly CoverageRow[], show: CoverageState['show']): number {
  return rows.reduce(
    (most, { cells }) => cells.reduce((so, cell) => Math.max(so, valueOf(cell, show)), most),
    0,
  )
}

function valueOf({ found, all }: CoverageCell, show: CoverageState['show']): number {
  return show === 'share' ? found / Math.max(1, all) : found
}

/** `12 %`, `0.4 %`; '' of nothing. */
export function shareOf(found: number, all: number): string {
  if (all === 0) return ''
  const percent = (found / all) * 100
  const shown = percent === 0 || percent >= 10 ? percent.toFixed(0) : percent.toFixed(1)
  return `${shown} %`
}

function gapWords(column: string, gaps: number): string {
  return column.length === 7 ? 'gap' : counted(gaps, 'gap')
}

/** `May 2016`; `4 months, the longest gap July 2016 to September 2016`; '' for none. */
export function describeGaps(gaps: readonly Gap[]): string {
  const [first, ...others] = gaps
  if (!first) return ''
  if (others.length === 0) return describeGap(first)
  const months = gaps.reduce((total, gap) => total + gap.months, 0)
  const longest = others.reduce((so, gap) => (gap.months > so.months ? gap : so), first)
  const said = longest.months === 1 ? '' : `, the longest gap ${describeGap(longest)}`
  return `${counted(months, 'month')}${said}`
}

function describeGap({ from, to }: Gap): string {
  return from === to ? showDate(from) : `${showDate(from)} to ${showDate(to)}`
}
