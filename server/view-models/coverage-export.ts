import type { Coverage, OutletCoverage } from '../coverage/count-coverage.ts'
import type { CoverageState } from '../coverage/coverage-state.ts'
import { tabulate, type CoverageRow } from '../coverage/coverage-table.ts'
import { gapsOf } from '../coverage/gaps.ts'
import { monthsBetween } from '../coverage/months.ts'
import { partJson } from './plain-json.ts'

/** The table as plain values. */
export function coverageJson(state: CoverageState, coverage: Coverage, partSize: number) {
  const table = tabulate(coverage, state)
  return {
    unit: table.unit,
    columns: table.columns,
    exact: coverage.found.capability.bound === 'exact',
    capability: coverage.found.capability,
    together: rowJson(table.total),
    outlets: table.rows.map((row) => ({ id: row.id, name: row.name, ...rowJson(row) })),
    outletsInAll: coverage.total,
    ...partJson(state.part, partSize, coverage.total),
  }
}

function rowJson({ found, all, undated, yearOnly, cells, gaps }: CoverageRow) {
  return {
    total: found,
    ofTotal: all,
    ...{ undated, yearOnly },
    counts: cells.map((cell) => cell.found),
    ofCounts: cells.map((cell) => cell.all),
    gaps,
  }
}

/** The columns of the table as a file: a row for each outlet and month, whatever the page shows. */
export const coverageColumns = [
  'outlet_id',
  'outlet',
  'month',
  'articles',
  'of_articles',
  'gap',
] as const

/** Months with an article of the outlet, and its gaps, within the period asked for; `undated` and years alone stand as such. */
export function coverageRows({ search }: CoverageState, { outlets }: Coverage) {
  const isWithin = (period: string) =>
    (search.from === '' || period >= search.from.slice(0, period.length)) &&
    (search.to === '' || period <= `${search.to}-99`.slice(0, 7))
  const isOpen = search.from === '' && search.to === ''
  return outlets.flatMap((outlet) =>
    [...monthRows(outlet), ...yearRows(outlet)]
      .filter(({ month }) => isWithin(month))
      .concat(isOpen ? undatedRows(outlet) : [])
      .map((row) => ({ outlet_id: outlet.id, outlet: outlet.name, ...row })),
  )
}

function monthRows({ found, all }: OutletCoverage) {
  const missing = gapsOf(all.months.keys()).flatMap(({ from, to }) => monthsBetween(from, to))
  return [
    ...[...all.months].map(([month, count]) => ({
      ...{ month, articles: found.months.get(month) ?? 0, of_articles: count, gap: '' },
    })),
    ...missing.map((month) => ({ month, articles: 0, of_articles: 0, gap: 'gap' })),
  ].toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** Of articles dated to their year alone. */
function yearRows({ found, all }: OutletCoverage) {
  const rest = ({ months, years }: OutletCoverage['all'], year: string) =>
    [...months].reduce(
      (left, [month, count]) => (month.startsWith(year) ? left - count : left),
      years.get(year) ?? 0,
    )
  return [...all.years.keys()]
    .map((year) => ({
      ...{ month: year, articles: rest(found, year), of_articles: rest(all, year), gap: '' },
    }))
    .filter((row) => row.of_articles > 0)
}

function undatedRows({ found, all }: OutletCoverage) {
  if (all.undated === 0) return []
  return [{ month: 'undated', articles: found.undated, of_articles: all.undated, gap: '' }]
}
