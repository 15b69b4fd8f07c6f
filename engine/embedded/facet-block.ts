/** The countable side of one article. */
export interface FacetRow {
  readonly sequence: number
  /** As `packDate` gives it. */
  readonly date: number
  /** Number of the table `family`; 0 for none. */
  readonly family: number
  /** Numbers of the table `value`; undefined for a removed article. */
  readonly values: ArrayLike<number> | undefined
}

const headLength = 4
const removed = -1

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

/** The rows of a blob one after the other; their values are views of one copy of it. */
export function* decodeFacetRows(
  blob: Uint8Array,
): Generator<FacetRow & { readonly values: Int32Array | undefined }> {
  // A blob from SQLite may begin at any byte; an Int32Array may not.
  const cells = new Int32Array(blob.slice().buffer)
  for (let at = 0; at < cells.length;) {
    const count = cells[at + 3] ?? removed
    const end = at + headLength + Math.max(count, 0)
    yield {
      sequence: cells[at] ?? 0,
      date: cells[at + 1] ?? 0,
      family: cells[at + 2] ?? 0,
      values: count === removed ? undefined : cells.subarray(at + headLength, end),
    }
    at = end
  }
}
