import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib'
import { Unreadable } from '../draft.ts'
import { errorCode } from '../source-file.ts'

/** What a web archive tells about how the body of an answer was sent. */
export interface Encodings {
  readonly transfer: string
  readonly content: string
}

/**
 * Undoes what HTTP did to a body. Crawlers often store it undone and keep the headers: what is not encoded stays as it is.
 * Throws Unreadable when it is longer than `limit` or in a coding that nobody knows.
 */
export function decodeBody(
  body: Uint8Array,
  { transfer, content }: Encodings,
  limit: number,
): Uint8Array {
  let bytes = /\bchunked\b/i.test(transfer) ? (withoutChunks(body) ?? body) : body
  const codings = `${content},${transfer}`
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
  // The last one was applied last.
  for (const coding of codings.filter((name) => name !== '' && name !== 'chunked').reverse())
    bytes = undo(coding, bytes, limit)
  return bytes
}

const [newline, carriageReturn] = [10, 13]

/** Undefined where the body is not in chunks, or they are broken. */
function withoutChunks(body: Uint8Array): Uint8Array | undefined {
  const pieces: Uint8Array[] = []
  let at = 0
  for (;;) {
    const lineEnd = body.indexOf(newline, at)
    const size = lineEnd < 0 ? undefined : chunkSize(body.subarray(at, lineEnd))
    if (size === undefined) return undefined
    if (size === 0) return Buffer.concat(pieces)
    const start = lineEnd + 1
    pieces.push(body.subarray(start, start + size))
    at = start + size
    // The record may have been cut.
    if (at >= body.length) return Buffer.concat(pieces)
    if (body[at] === carriageReturn) at++
    if (body[at] === newline) at++
  }
}

function chunkSize(line: Uint8Array): number | undefined {
  if (line.length > 64) return undefined
  const digits = /^([\da-f]{1,8})\s*(?:;.*)?\r?$/i.exec(new TextDecoder('latin1').decode(line))?.[1]
  return digits === undefined ? undefined : parseInt(digits, 16)
}

function undo(coding: string, bytes: Uint8Array, limit: number): Uint8Array {
  const decoder = decoders.get(coding)
  if (!decoder) throw new Unreadable(`in an unknown content coding: ${coding.slice(0, 40)}`)
  try {
    return decoder(bytes, { maxOutputLength: limit })
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE')
      throw new Unreadable(
        `too long for one article: more than ${limit / (1024 * 1024)} MB unpacked`,
      )
    return bytes
  }
}

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

const same: Decoder = (bytes) => bytes

const decoders: ReadonlyMap<string, Decoder> = new Map([
  ['identity', same],
  ['none', same],
  ['utf-8', same],
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['br', brotliDecompressSync],
  ['zstd', zstdDecompressSync],
  ['deflate', inflateEither],
])

/** Servers mean two formats by it. */
function inflateEither(
  bytes: Uint8Array,
  options: { readonly maxOutputLength: number },
): Uint8Array {
  try {
    return inflateSync(bytes, options)
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw error
    return inflateRawSync(bytes, options)
  }
}
