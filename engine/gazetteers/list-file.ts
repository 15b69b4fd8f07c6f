import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** One line of a list, by column name; every column of the header is there, '' when the line leaves it empty. */
export interface ListRow {
  get(column: string): string | undefined
}

/** A list that does not have the documented form. The message names the file and the line. */
export class MalformedList extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}, line ${line}: ${problem}. seeds/gazetteers/README.md describes the columns.`)
    this.name = 'MalformedList'
  }
}

/** A list as read. */
export interface ListFile {
  readonly rows: readonly ListRow[]
  /** The file as read, for the version of the lists. */
  readonly content: string
}

/**
 * Reads a list: tab-separated, a header line with exactly `columns`, one entry a line, the first column unique and
 * never empty. Lines that start with `#` and empty lines are skipped; missing trailing cells are empty.
 * Throws MalformedList, or the error of the file system when the file cannot be read.
 */
export function readList(path: string, columns: readonly string[]): ListFile {
  const file = basename(path)
  const content = readFileSync(path, 'utf8')
  const rows: ListRow[] = []
  const seen = new Map<string, number>()
  let headed = false
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (!headed) {
      checkHeader(file, index + 1, line, columns)
      headed = true
      continue
    }
    rows.push(readRow(file, index + 1, line, columns, seen))
  }
  if (!headed)
    throw new MalformedList(file, 1, `the header line (${columns.join(', ')}) is missing`)
  return { rows, content }
}

/** The names in a cell: separated by `|`, trimmed, without empty ones. */
export function namesIn(cell: string | undefined): string[] {
  return (cell ?? '')
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function checkHeader(file: string, line: number, text: string, columns: readonly string[]): void {
  if (text.split('\t').join() === columns.join()) return
  throw new MalformedList(
    file,
    line,
    `the header must be "${columns.join('<tab>')}", it is "${text}"`,
  )
}

function readRow(
  file: string,
  line: number,
  text: string,
  columns: readonly string[],
  seen: Map<string, number>,
): ListRow {
  const cells = text.split('\t').map((cell) => cell.trim())
  if (cells.length > columns.length) {
    throw new MalformedList(file, line, `${cells.length} cells where ${columns.length} are known`)
  }
  const first = cells[0] ?? ''
  if (first === '') throw new MalformedList(file, line, `the cell "${columns[0] ?? ''}" is empty`)
  const earlier = seen.get(first)
  if (earlier !== undefined)
    throw new MalformedList(file, line, `"${first}" stands on line ${earlier} already`)
  seen.set(first, line)
  // Not a map: with tens of thousands of rows those would take most of the time and memory of reading.
  return {
    get: (column) => {
      const at = columns.indexOf(column)
      return at < 0 ? undefined : (cells[at] ?? '')
    },
  }
}
