import { readRows, type Row } from './rows.ts'

/** A table with more of them is no table. */
const mostOpenRows = 100

/**
 * Splits a table into rows, and where a quotation mark is never closed goes on with the line below it: otherwise all that follows would
 * be one row. That line itself is told as a row that is open.
 */
export async function* closedRows(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: number,
  limit: number,
): AsyncGenerator<Row, void> {
  let source: AsyncIterable<Uint8Array> | undefined = chunks
  let linesBefore = 0
  for (let openRows = 0; source; openRows++) {
    let below: Uint8Array | undefined
    for await (const row of readRows(source, delimiter, limit)) {
      const line = row.line + linesBefore
      below = openRows < mostOpenRows ? belowFirstLine(row) : undefined
      yield { ...row, line }
      if (below) linesBefore = line
    }
    source = below && once(below)
  }
}

function belowFirstLine({ isOpen, bytes }: Row): Uint8Array | undefined {
  const lineEnd = isOpen ? (bytes?.indexOf(10) ?? -1) : -1
  return lineEnd < 0 ? undefined : bytes?.subarray(lineEnd + 1)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
