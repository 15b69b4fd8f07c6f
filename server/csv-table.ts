import type { Response } from 'express'
import { csvRow } from './export/csv.ts'

/** A row of a table, by its columns. */
export type TableRow<Column extends string> = Readonly<Record<Column, string | number>>

/** Sends a table that fits into memory as a CSV file, written like exported articles; its first row names the columns. */
export function sendTable<Column extends string>(
  response: Response,
  name: string,
  columns: readonly Column[],
  rows: readonly TableRow<Column>[],
): void {
  response.attachment(`${name}.csv`).type('text/csv; charset=utf-8')
  const lines = rows.map((row) => csvRow(columns.map((column) => String(row[column]))))
  response.send(`\u{FEFF}${csvRow(columns)}${lines.join('')}`)
}
