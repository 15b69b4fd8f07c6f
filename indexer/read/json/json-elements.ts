/** Something met in a stream of JSON: an element of the array looked for, or that there is no such array. */
export interface JsonElement {
  /** From 1. */
  readonly number: number
  /** Undefined when it is longer than the limit and was passed over. */
  readonly bytes: Uint8Array | undefined
  readonly length: number
}

const [quote, backslash, comma] = [34, 92, 44]
const opening = new Set([91, 123])
const closing = new Set([93, 125])

/**
 * Splits the elements of a JSON array, `depth` brackets deep in the stream, without parsing them: what an element is worth shows when it
 * is. Begins right behind the bracket that opens the array and ends with the one that closes it. Of an element longer than `limit` only
 * the length is kept, so memory is bounded. An error of the stream is thrown after what came before it.
 */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<JsonElement> {
  const scan = new ElementScan(limit)
  for await (const chunk of chunks) {
    yield* scan.take(chunk)
    if (scan.hasEnded) return
  }
  if (!scan.hasEnded) throw new CutOff()
}

/** The stream ends before the array does. */
export class CutOff extends Error {
  override readonly name = 'CutOff'
}

class ElementScan {
  hasEnded = false
  readonly #limit: number
  #depth = 0
  #inString = false
  #escaped = false
  #number = 0
  #length = 0
  #pieces: Uint8Array[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  *take(chunk: Uint8Array): Generator<JsonElement> {
    let start = 0
    for (let at = 0; at < chunk.length && !this.hasEnded; at++) {
      const byte = chunk[at] ?? 0
      if (this.#inString) {
        this.#text(byte)
        continue
      }
      if (this.#ends(byte)) {
        this.#keep(chunk.subarray(start, at))
        start = at + 1
        yield* this.#element()
      } else this.#structure(byte)
    }
    if (!this.hasEnded) this.#keep(chunk.subarray(start))
  }

  #text(byte: number): void {
    if (this.#escaped) this.#escaped = false
    else if (byte === backslash) this.#escaped = true
    else if (byte === quote) this.#inString = false
  }

  #ends(byte: number): boolean {
    if (this.#depth > 0) return false
    this.hasEnded = closing.has(byte)
    return byte === comma || this.hasEnded
  }

  #structure(byte: number): void {
    if (byte === quote) this.#inString = true
    else if (opening.has(byte)) this.#depth++
    else if (closing.has(byte)) this.#depth--
  }

  #keep(piece: Uint8Array): void {
    this.#length += piece.length
    if (this.#length <= this.#limit) this.#pieces.push(piece)
    else this.#pieces = []
  }

  *#element(): Generator<JsonElement> {
    const isKept = this.#length <= this.#limit
    const bytes = isKept ? trimmed(Buffer.concat(this.#pieces)) : undefined
    const length = bytes?.length ?? this.#length
    this.#pieces = []
    this.#length = 0
    // An empty array has one element of nothing, and so has a comma too many.
    if (length > 0) yield { number: ++this.#number, bytes, length }
  }
}

const blank = new Set([9, 10, 13, 32])

function trimmed(bytes: Uint8Array): Uint8Array {
  let [start, end] = [0, bytes.length]
  while (start < end && blank.has(bytes[start] ?? 0)) start++
  while (end > start && blank.has(bytes[end - 1] ?? 0)) end--
  return bytes.subarray(start, end)
}
