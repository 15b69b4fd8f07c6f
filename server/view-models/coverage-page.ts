import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import type { Coverage } from '../coverage/count-coverage.ts'
import { coverageLink, coveragePairs, type CoverageState } from '../coverage/coverage-state.ts'
import { tabulate, type CoverageRow, type CoverageTable } from '../coverage/coverage-table.ts'
import { endsOf } from '../coverage/months.ts'
import { addValue } from '../filters.ts'
import type { NameOf } from '../names.ts'
import type { Problem } from '../read-parameters.ts'
import { withPeriod, type SearchState } from '../search-state.ts'
import { activeFilters, showFilters, type FilterChips } from './chips.ts'
import { beginSentence, counted, number } from './counting.ts'
import { buildCell, describeGaps, greatestCell, shareOf, type CellView } from './coverage-cells.ts'
import { describePeriod } from './describe-search.ts'
import { buildLayout, hiddenFields, type HiddenField, type Layout } from './layout.ts'
import { searchLink } from './links.ts'
import { describeProblem } from './describe-problem.ts'

/** Everything that the page of coverage prints. */
export interface CoveragePage extends FilterChips {
  readonly layout: Layout
  readonly problems: readonly string[]
  readonly q: string
  readonly find: string
  readonly hidden: readonly HiddenField[]
  /** `Articles with “frigate”, 2014 to 2016, of 12 outlets`. */
  readonly total: string
  readonly reasons: readonly string[]
  readonly caption: string
  /** What stands in no column, and what a gap is. */
  readonly remarks: readonly string[]
  readonly shows: readonly Way[]
  /** Up to a longer time; undefined where all of it is shown. */
  readonly outward: Way | undefined
  readonly columns: readonly {
    readonly label: string
    readonly unseen: string
    readonly href: string
  }[]
  readonly hasShare: boolean
  readonly hasUndated: boolean
  readonly rows: readonly RowView[]
  readonly previous: string
  readonly next: string
  readonly part: string
  readonly csvHref: string
}

/** A link of which one may be current. */
export interface Way {
  readonly label: string
  readonly href: string
  readonly current: boolean
}

/** An outlet's line. */
export interface RowView {
  readonly name: string
  readonly href: string
  readonly articles: string
  readonly share: string
  readonly undated: string
  readonly cells: readonly CellView[]
  /** In words. */
  readonly gaps: string
}

/** What the page is made of. */
export interface CountedCoverage {
  readonly state: CoverageState
  readonly problems: readonly Problem[]
  readonly coverage: Coverage
  /** Outlets in one part. */
  readonly limit: number
}

/** With longer addresses a page of links from its cells would be too heavy: then only its headings lead on. */
const longestForCells = 160

export function buildCoveragePage(given: CountedCoverage, nameOf: NameOf): CoveragePage {
  const { state, problems, coverage } = given
  const { search } = state
  const table = tabulate(coverage, state)
  const link = (change: Partial<CoverageState>) => coverageLink({ ...state, part: 1, ...change })
  return {
    layout: buildLayout('Coverage', 'coverage', search, ['tables']),
    problems: problems.map(describeProblem),
    ...{ q: search.q, find: state.find, hasShare: coverage.isSearch },
    hidden: [
      ...hiddenFields(search, ['q', 'sort', 'page']),
      ...coveragePairs({ ...state, find: '', part: 1 })
        .filter(([name]) => name === 'show')
        .map(([name, value]) => ({ name, value })),
    ],
    ...showFilters(activeFilters(search, nameOf), (without) => link({ search: without })),
    ...describeTable(given, table),
    shows: coverage.isSearch
      ? (['count', 'share'] as const).map((show) => ({
          label: { count: 'Articles', share: 'Share of the outlet’s articles' }[show],
          href: link({ show }),
          current: show === state.show,
        }))
      : [],
    outward: outwardOf(state, link),
    columns: table.columns.map((column) => buildColumn(column, state, link)),
    hasUndated: table.total.undated > 0,
    rows: buildRows(table, given),
    ...buildParts(given),
    csvHref: coverageLink({ ...state, part: 1 }, '/coverage.csv'),
  }
}

function describeTable({ state, coverage }: CountedCoverage, table: CoverageTable) {
  const { search } = state
  const { capability } = coverage.found
  const period = search.from === '' && search.to === '' ? '' : `published ${describePeriod(search)}`
  const said = [explain(parse(search.q).query, search.spelling), period].filter(
    (text) => text !== '',
  )
  const articles = counted(table.total.found, 'article', { bound: capability.bound })
  return {
    total:
      `${beginSentence(articles)} ${said.join(', ')} of ${counted(coverage.total, 'outlet')}`.replace(
        / {2,}/g,
        ' ',
      ),
    caption: `Articles by outlet and ${table.unit}`,
    reasons: capability.bound === 'exact' ? [] : capability.reasons,
    remarks: remarksOn(table, coverage),
  }
}

function remarksOn(table: CoverageTable, { isSearch }: Coverage): string[] {
  const { undated, yearOnly } = table.total
  return [
    'A gap is a month in which the archive has nothing of an outlet that it has articles of before and after.',
    ...(isSearch ? ['Gaps are of all articles of the outlet, whatever the search finds.'] : []),
    ...(undated > 0 ? [`${beginSentence(counted(undated, 'undated article'))} in no column.`] : []),
    ...(yearOnly > 0
      ? [`${beginSentence(counted(yearOnly, 'article'))} dated to a year alone, in no month.`]
      : []),
    ...(table.isCut ? ['Earlier decades are not shown; ask for a period to see them.'] : []),
  ]
}

/** One step out: from months of a year to years, from some years to all. */
function outwardOf(
  state: CoverageState,
  link: (change: Partial<CoverageState>) => string,
): Way | undefined {
  const { search } = state
  if (search.from === '' && search.to === '') return undefined
  return {
    label: 'All the time',
    href: link({ search: withPeriod(search, '', '') }),
    current: false,
  }
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A year and a decade lead into their months and years; a month leads to its articles. */
function buildColumn(
  column: string,
  { search }: CoverageState,
  link: (change: Partial<CoverageState>) => string,
): CoveragePage['columns'][number] {
  const { from, to } = endsOf(column)
  const within = withPeriod(search, from, to)
  if (column.length === 3) return { label: `${from}s`, unseen: '', href: link({ search: within }) }
  if (column.length === 4)
    return { label: column, unseen: ': by month', href: link({ search: within }) }
  const month = monthNames[Number(column.slice(5)) - 1] ?? ''
  return { label: `${month} ${column.slice(0, 4)}`, unseen: ': articles', href: searchLink(within) }
}

/** All outlets together head the table. */
function buildRows(table: CoverageTable, given: CountedCoverage): RowView[] {
  const { state, coverage } = given
  const show = coverage.isSearch ? state.show : 'count'
  const most = greatestCell(table.rows, show)
  const mostInAll = greatestCell([table.total], show)
  return [table.total, ...table.rows].map((row) => {
    const isTotal = row.id === ''
    const search = isTotal ? state.search : addValue(state.search, 'outlet', 'include', row.id)
    return {
      name: isTotal ? 'All outlets' : row.name,
      href: searchLink(search),
      articles: number(row.found),
      share: shareOf(row.found, row.all),
      undated: row.undated === 0 ? '' : number(row.undated),
      cells: row.cells.map((cell) =>
        buildCell(cell, {
          show,
          most: isTotal ? mostInAll : most,
          href: cellLinks(search, row),
        }),
      ),
      gaps: describeGaps(row.gaps),
    }
  })
}

function cellLinks(search: SearchState, row: CoverageRow): (column: string) => string {
  const isLight = row.id !== '' && searchLink(search).length <= longestForCells
  return (column) => {
    const { from, to } = endsOf(column)
    return isLight ? searchLink(withPeriod(search, from, to)) : ''
  }
}

function buildParts({ state, coverage, limit }: CountedCoverage) {
  const parts = Math.max(1, Math.ceil(coverage.total / limit))
  const link = (part: number) => (part < 1 || part > parts ? '' : coverageLink({ ...state, part }))
  return {
    previous: link(Math.min(state.part - 1, parts)),
    next: link(state.part + 1),
    part: parts > 1 || state.part > parts ? `Part ${number(state.part)} of ${number(parts)}` : '',
  }
}
