import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The value below which a share of the measurements lies; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Memory that a process holds now, in MB, as the operating system counts it; undefined where `ps` is missing. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    return Math.round(
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024,
    )
  } catch {
    // Windows has no ps: the table shows a dash instead of the figure.
    return undefined
  }
}

/** The part of that memory which is no file's: what cannot be dropped and read again. In MB; undefined where Linux does not say. */
export function anonymousMegabytes(pid: number): number | undefined {
  try {
    const kilobytes = /^Anonymous: +(\d+) kB/m.exec(
      readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'),
    )
    return kilobytes ? Math.round(Number(kilobytes[1]) / 1024) : undefined
  } catch {
    // Only Linux has the file: the table shows a dash instead of the figure.
    return undefined
  }
}

/** A figure for a table: milliseconds with one decimal, a dash for one that is not known. */
export function shown(value: number | undefined, decimals = 1): string {
  return value === undefined ? '–' : value.toFixed(decimals)
}

/** Prints a table with aligned columns; the first row is the head. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    console.log(cells.join('   '))
  }
  console.log()
}
