/** A line of a file, from 1; without bytes when it is longer than the limit and was passed over. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array | undefined
  /** Bytes of the whole line, without its line break. */
  readonly length: number
}

const newline = 10
const carriageReturn = 13

/**
 * Splits a stream of bytes at line breaks (LF or CRLF), empty lines counted but left out. Of a line longer than `limit` bytes only the length is kept,
 * so memory is bounded whatever the file holds. An error of the stream is thrown after what came before it, the last
 * line perhaps cut.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = []
  let length = 0
  let number = 0
  const keep = (piece: Uint8Array) => {
    length += piece.length
    if (length <= limit) pieces.push(piece)
    else pieces = []
  }
  const take = (): Line => {
    const bytes = length <= limit ? withoutReturn(joined(pieces)) : undefined
    const line = { number: ++number, bytes, length: bytes?.length ?? length }
    pieces = []
    length = 0
    return line
  }
  let failure: { readonly error: unknown } | undefined
  try {
    for await (const chunk of chunks) {
      let start = length === 0 ? emptyLines(chunk, 0) : 0
      number += start
      for (let end = chunk.indexOf(newline, start); end >= 0; end = chunk.indexOf(newline, start)) {
        keep(chunk.subarray(start, end))
        yield take()
        const empty = emptyLines(chunk, end + 1)
        number += empty
        start = end + 1 + empty
      }
      keep(chunk.subarray(start))
    }
  } catch (error) {
    failure = { error }
  }
  if (length > 0) yield take()
  if (failure) throw failure.error
}

/** How many line breaks stand in a row: a file of nothing else must not cost a turn of the loop for each. */
function emptyLines(chunk: Uint8Array, from: number): number {
  let at = from
  while (chunk[at] === newline) at++
  return at - from
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
}
