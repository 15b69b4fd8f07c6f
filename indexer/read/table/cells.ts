import { parse } from 'csv-parse/sync'
import { Unreadable } from '../draft.ts'

/** More columns than any table of articles has. */
const mostColumns = 10_000

/** Splits a row at its delimiters, outside quotation marks. Throws Unreadable for a row of more than 10,000 columns. */
export function readCells(row: string, delimiter: string): string[] {
  const cells = row.split(delimiter, mostColumns + 1).length
  if (cells > mostColumns && !row.includes('"'))
    throw new Unreadable(`more than ${mostColumns.toLocaleString('en')} columns`)
  const rows: unknown = parse(row, {
    delimiter,
    relax_quotes: true,
    // A line break outside quotation marks has ended the row already: what is left is a lone carriage return.
    record_delimiter: '\n',
    relax_column_count: true,
  })
  const first: unknown = Array.isArray(rows) ? rows[0] : undefined
  if (!Array.isArray(first)) return []
  return first.map(String)
}

const delimiters = [',', '\t', ';', '|'] as const

/** Whether a tab, comma, semicolon or bar separates the cells: the one that makes most cells of the first row, a tab before others. */
export function findDelimiter(firstRow: string): string {
  const counts = delimiters.map((delimiter) => ({
    delimiter,
    count: outsideQuotes(firstRow, delimiter),
  }))
  return counts.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ','
}

function outsideQuotes(row: string, delimiter: string): number {
  return row.replace(/"[^"]*"/g, '').split(delimiter).length
}
