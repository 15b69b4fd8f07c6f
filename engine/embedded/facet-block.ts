/** The countable side of one article. */
export interface FacetRow {
  readonly sequence: number
  /** As `packDate` gives it. */
  readonly date: number
  /** Number of the table `family`; 0 for none. */
  readonly family: number
  /** Numbers of the table `value`; undefined for a removed article. */
  readonly values: readonly number[] | undefined
}

/** Cells of a row before its values. */
export const headLength = 4

/** How far before its values the cells of a row's head stand. */
export const inHead = { sequence: 4, date: 3, family: 2, count: 1 } as const

/** The number of values of a removed article. */
export const removed = -1

/** Rows as one blob of 32-bit integers: [sequence, date, family, number of values or -1, values…]*. */
export function encodeFacetRows(rows: readonly FacetRow[]): Uint8Array {
  const length = rows.reduce((sum, row) => sum + headLength + (row.values?.length ?? 0), 0)
  const cells = new Int32Array(length)
  let at = 0
  for (const { sequence, date, family, values } of rows) {
    cells.set([sequence, date, family, values?.length ?? removed], at)
    if (values) cells.set(values, at + headLength)
    at += headLength + (values?.length ?? 0)
  }
  return new Uint8Array(cells.buffer)
}

/** The cells of a blob as SQLite gives it: copied, because it may begin at any byte and an Int32Array may not. */
export function cellsOf(blob: unknown): Int32Array {
  if (!(blob instanceof Uint8Array))
    throw new Error('A facet block holds something else than rows.')
  return new Int32Array(blob.slice().buffer)
}

/** Joins blocks, the oldest first, into one that has each article once, as its latest row says; removals are kept. */
export function joinFacetBlocks(blocks: readonly Int32Array[]): Uint8Array {
  const latest = new Map<number, Int32Array>()
  for (const cells of blocks) {
    for (let at = 0; at < cells.length;) {
      const end = at + headLength + Math.max(cells[at + headLength - inHead.count] ?? 0, 0)
      latest.set(cells[at] ?? 0, cells.subarray(at, end))
      at = end
    }
  }
  const rows = [...latest.values()]
  const joined = new Int32Array(rows.reduce((sum, row) => sum + row.length, 0))
  let length = 0
  for (const row of rows) {
    joined.set(row, length)
    length += row.length
  }
  return new Uint8Array(joined.buffer)
}
