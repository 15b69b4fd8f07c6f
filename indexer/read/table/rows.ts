/** A row of a table as it stands in the file, without its line break. */
export interface Row {
  /** The line on which it begins, from 1. */
  readonly line: number
  /** Undefined when it is longer than the limit and was passed over. */
  readonly bytes: Uint8Array | undefined
  readonly length: number
  /** Whether the table ended before a quotation mark that the row opens was closed. */
  readonly isOpen: boolean
}

const [quote, newline, carriageReturn] = [34, 10, 13]

/**
 * Splits a table at line breaks outside quotation marks. A quotation mark counts at the beginning of a cell, and closes before a
 * delimiter or the end of a row; anywhere else it is a letter, as people who do not know the rules write it. Of a row longer than
 * `limit` bytes only the length is kept. An error of the stream is thrown after what came before it.
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: number,
  limit: number,
): AsyncGenerator<Row> {
  const scan = new RowScan(delimiter, limit)
  let failure: { readonly error: unknown } | undefined
  try {
    for await (const chunk of chunks) yield* scan.take(chunk)
  } catch (error) {
    failure = { error }
  }
  yield* scan.end()
  if (failure) throw failure.error
}

type CellState =
  /** At its first byte. */
  | 'start'
  | 'plain'
  | 'quoted'
  /** Behind a quotation mark within quotation marks: it closes them, or is the first of two. */
  | 'closing'

class RowScan {
  readonly #delimiter: number
  readonly #limit: number
  #state: CellState = 'start'
  #line = 1
  #lineBreaks = 0
  #pieces: Uint8Array[] = []
  #length = 0

  constructor(delimiter: number, limit: number) {
    this.#delimiter = delimiter
    this.#limit = limit
  }

  *take(chunk: Uint8Array): Generator<Row> {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      // Most of a table is the inside of cells, where only these two can end anything.
      if (this.#state === 'quoted') at = this.#passText(chunk, at)
      else if (this.#state === 'plain') at = passPlain(chunk, at, this.#delimiter)
      const byte = chunk[at]
      if (byte === undefined) break
      if (byte === newline) this.#lineBreaks++
      this.#state = this.#after(byte)
      if (byte === newline && this.#state === 'start') {
        this.#keep(chunk.subarray(start, at))
        start = at + 1
        yield* this.#row(false)
      }
    }
    this.#keep(chunk.subarray(start))
  }

  *end(): Generator<Row> {
    yield* this.#row(this.#state === 'quoted')
  }

  #passText(chunk: Uint8Array, from: number): number {
    const end = chunk.indexOf(quote, from)
    const to = end < 0 ? chunk.length : end
    for (
      let at = chunk.indexOf(newline, from);
      at >= 0 && at < to;
      at = chunk.indexOf(newline, at + 1)
    )
      this.#lineBreaks++
    return to
  }

  #after(byte: number): CellState {
    switch (this.#state) {
      case 'quoted':
        return byte === quote ? 'closing' : 'quoted'
      case 'closing':
        // The line break of Windows is two bytes: the first one may still be a letter of the cell, but hardly ever is.
        if (byte === carriageReturn) return 'closing'
        return this.#endsCell(byte) ? 'start' : 'quoted'
      case 'start':
        if (byte === quote) return 'quoted'
        return this.#endsCell(byte) ? 'start' : 'plain'
      case 'plain':
        return this.#endsCell(byte) ? 'start' : 'plain'
    }
  }

  #endsCell(byte: number): boolean {
    return byte === this.#delimiter || byte === newline
  }

  #keep(piece: Uint8Array): void {
    this.#length += piece.length
    if (this.#length <= this.#limit) this.#pieces.push(piece)
    else this.#pieces = []
  }

  *#row(isOpen: boolean): Generator<Row> {
    const bytes =
      this.#length <= this.#limit ? withoutReturn(Buffer.concat(this.#pieces)) : undefined
    const length = bytes?.length ?? this.#length
    const line = this.#line
    this.#line += this.#lineBreaks
    this.#lineBreaks = 0
    this.#pieces = []
    this.#length = 0
    if (length > 0) yield { line, bytes, length, isOpen }
  }
}

function passPlain(chunk: Uint8Array, from: number, delimiter: number): number {
  let at = from
  while (at < chunk.length && chunk[at] !== delimiter && chunk[at] !== newline) at++
  return at
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
}
