import { Unreadable } from '../draft.ts'

/** A message of a mailbox, as it was before it was put in: without the line above it, and quoted lines as they were. */
export interface Message {
  /** From 1. */
  readonly number: number
  /** Undefined when it is longer than the limit and was passed over. */
  readonly bytes: Uint8Array | undefined
  readonly length: number
}

const separator = Buffer.from('\nFrom ')
const [newline, carriageReturn] = [10, 13]

/** A separating line is no longer; it names a sender and a time, which a sentence that begins with "From" does not. */
const longestSeparator = 300
const separatorLine = /^From \S+.*\d\d:\d\d/

/**
 * Splits a mailbox (mbox): messages begin with a line `From sender date` behind an empty one. Of a message longer than `limit` bytes only
 * the length is kept. Throws Unreadable when the first line is no such line; an error of the stream is thrown after what came before it.
 */
export async function* readMessages(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Message> {
  const mailbox = new Mailbox(limit)
  let failure: { readonly error: unknown } | undefined
  try {
    for await (const chunk of chunks) yield* mailbox.take(chunk)
  } catch (error) {
    failure = { error }
  }
  yield* mailbox.end()
  if (failure) throw failure.error
}

class Mailbox {
  readonly #limit: number
  // Two line breaks before the first line make it like any other.
  #seen: Buffer = Buffer.from('\n\n')
  #number = 0
  #length = 0
  #pieces: Uint8Array[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  *take(chunk: Uint8Array): Generator<Message> {
    const bytes = Buffer.concat([this.#seen, chunk])
    // What may be the beginning of a separating line waits for the rest of it.
    yield* this.#split(bytes, bytes.length - longestSeparator)
  }

  *end(): Generator<Message> {
    yield* this.#split(this.#seen, this.#seen.length)
    this.#keep(this.#seen)
    yield* this.#message()
  }

  *#split(bytes: Buffer, to: number): Generator<Message> {
    let start = 0
    for (
      let at = bytes.indexOf(separator);
      at >= 0 && at < to;
      at = bytes.indexOf(separator, at + 1)
    ) {
      if (!isBehindEmptyLine(bytes, at) || !separates(bytes, at + 1)) continue
      this.#keep(bytes.subarray(start, at + 1))
      yield* this.#message()
      const lineEnd = bytes.indexOf(newline, at + 1)
      start = lineEnd < 0 ? bytes.length : lineEnd + 1
      this.#number++
    }
    const kept = Math.max(start, to - 2)
    this.#keep(bytes.subarray(start, kept))
    this.#seen = bytes.subarray(kept)
  }

  #keep(piece: Uint8Array): void {
    this.#length += piece.length
    if (this.#length <= this.#limit) this.#pieces.push(piece)
    else this.#pieces = []
  }

  *#message(): Generator<Message> {
    const [length, pieces] = [this.#length, this.#pieces]
    this.#length = 0
    this.#pieces = []
    const bytes = length <= this.#limit ? unquoted(Buffer.concat(pieces)) : undefined
    if (this.#number > 0) yield { number: this.#number, bytes, length: bytes?.length ?? length }
    else if (bytes?.some((byte) => byte !== newline && byte !== carriageReturn) ?? true)
      throw new Unreadable(
        'not a mailbox: it does not begin with a line such as "From sender Mon Apr 25 10:00:00 2016"',
      )
  }
}

function isBehindEmptyLine(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 1] === carriageReturn ? at - 2 : at - 1
  return bytes[before] === newline
}

function separates(bytes: Buffer, start: number): boolean {
  const line = bytes.toString('latin1', start, start + longestSeparator)
  return separatorLine.test(/^[^\r\n]*/.exec(line)?.[0] ?? '')
}

/** ">From " in a message was "From " before it came into the mailbox. */
function unquoted(bytes: Buffer): Uint8Array {
  if (!bytes.includes('\n>')) return bytes
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
}
