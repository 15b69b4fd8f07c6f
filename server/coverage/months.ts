/** What the columns of a table of coverage are. */
export type ColumnUnit = 'decade' | 'year' | 'month'

/** More columns than this are drawn by a larger unit. */
export const mostMonths = 24
export const mostYears = 25

/** The months from one to another, both included: `2016-11` to `2017-01` are three. None where the last comes before the first. */
export function monthsBetween(first: string, last: string): string[] {
  const [begin, end] = [monthNumber(first), monthNumber(last)]
  return Array.from({ length: Math.max(0, end - begin + 1) }, (_, at) => monthName(begin + at))
}

/** The finest unit in which these months make no more columns than can be looked over. */
export function columnUnit(first: string, last: string): ColumnUnit {
  if (monthNumber(last) - monthNumber(first) < mostMonths) return 'month'
  return Number(last.slice(0, 4)) - Number(first.slice(0, 4)) < mostYears ? 'year' : 'decade'
}

/** The column that a month, or a year, stands in: `2016-11`, `2016` or, for the ten years from 2010, `201`. */
export function columnOf(period: string, unit: ColumnUnit): string {
  return period.slice(0, columnLengths[unit])
}

/** Every column from one month to another. */
export function columnsBetween(first: string, last: string, unit: ColumnUnit): string[] {
  return [...new Set(monthsBetween(first, last).map((month) => columnOf(month, unit)))]
}

/** The first and the last month, or year, of a column. */
export function endsOf(column: string): { readonly from: string; readonly to: string } {
  return column.length === 3
    ? { from: `${column}0`, to: `${column}9` }
    : { from: column, to: column }
}

const columnLengths: Readonly<Record<ColumnUnit, number>> = { decade: 3, year: 4, month: 7 }

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthName(n: number): string {
  const [year, month] = [Math.floor(n / 12), (n % 12) + 1]
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}
