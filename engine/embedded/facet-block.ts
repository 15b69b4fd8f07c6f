import { periodOf } from '../dates.ts'

/** The countable side of one article. */
export interface FacetRow {
  readonly sequence: number
  /** First and last day of the publication period; `undated` both when unknown. */
  readonly firstDay: number
  readonly lastDay: number
  /** Months since year 0; `undated` when unknown or only a year. */
  readonly month: number
  /** Numbers of the table `value`; undefined for a removed article. */
  readonly values: readonly number[] | undefined
}

/** Stands for a day or month that is not known: earlier than any. */
export const undated = -0x8000_0000

const headLength = 5
const removed = -1

/** Rows as one blob of 32-bit integers: [sequence, firstDay, lastDay, month, number of values or -1, values…]*. */
export function encodeFacetRows(rows: readonly FacetRow[]): Uint8Array {
  const length = rows.reduce((sum, row) => sum + headLength + (row.values?.length ?? 0), 0)
  const cells = new Int32Array(length)
  let at = 0
  for (const row of rows) {
    cells.set(
      [row.sequence, row.firstDay, row.lastDay, row.month, row.values?.length ?? removed],
      at,
    )
    cells.set(row.values ?? [], at + headLength)
    at += headLength + (row.values?.length ?? 0)
  }
  return new Uint8Array(cells.buffer)
}

/** Calls `visit` for each row; `values` is a view that is only valid during the call, undefined for a removal. */
export function visitFacetRows(
  blob: Uint8Array,
  visit: (
    sequence: number,
    days: readonly [number, number],
    month: number,
    values: Int32Array | undefined,
  ) => void,
): void {
  // A blob from SQLite may begin at any byte; an Int32Array may not.
  const cells = new Int32Array(blob.slice().buffer)
  for (let at = 0; at < cells.length;) {
    const count = cells[at + 4] ?? removed
    const end = at + headLength + Math.max(count, 0)
    const values = count === removed ? undefined : cells.subarray(at + headLength, end)
    visit(
      cells[at] ?? 0,
      [cells[at + 1] ?? undated, cells[at + 2] ?? undated],
      cells[at + 3] ?? undated,
      values,
    )
    at = end
  }
}

/** The days and the month of a publication date as printed. */
export function datesOf(published: string): Pick<FacetRow, 'firstDay' | 'lastDay' | 'month'> {
  const period = periodOf(published)
  if (!period) return { firstDay: undated, lastDay: undated, month: undated }
  const hasMonth = published.length >= 7
  const month = hasMonth
    ? Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1
    : undated
  return { firstDay: period.first, lastDay: period.last, month }
}

/** `YYYY-MM` of a month number. */
export function monthName(month: number): string {
  const year = Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}`
}
