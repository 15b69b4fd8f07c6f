import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Unreadable } from './draft.ts'
import { errorCode, systemReason, type SourceFile } from './source-file.ts'
import type { Packing } from './source-kinds.ts'
import { tooLong, type ReadingTools } from './source-record.ts'
import { readZstd } from './zstd-frames.ts'

const chunkSize = 256 * 1024

/** What expands further is no text: news compresses to a third or a tenth, the same news ten times over to a hundredth. */
const mostExpansion = 250

/** Below this size nobody is hurt by what expands. */
const expansionCounts = 64 * 1024 * 1024

/**
 * Reads a file, unpacked, chunk by chunk, and tells how far it is in the file as it lies on the disk. Ends early when the run is told to
 * stop, whatever becomes of the stream then. Throws the error of a stream that breaks off after what came before it, Unreadable for a
 * compression bomb.
 */
export async function* fileBytes(
  file: SourceFile,
  { advance, stop, input }: Pick<ReadingTools, 'advance' | 'stop' | 'input'>,
): AsyncGenerator<Uint8Array, void> {
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of sourceOf(file, { input, stop })) {
      const bytes = bytesOf(chunk)
      advance(bytes.length)
      yield bytes
    }
  }
  yield* unpackedBytes(counted(), file.packing, stop)
}

function sourceOf(
  { path }: SourceFile,
  { input, stop }: Pick<ReadingTools, 'stop' | 'input'>,
): AsyncIterable<unknown> {
  if (path !== '') return untilStopped(createReadStream(path, { highWaterMark: chunkSize }), stop)
  return untilStopped(input ?? process.stdin, stop)
}

/** Whoever types into a terminal, or sends nothing, may keep a run waiting for ever. */
async function* untilStopped(source: Readable, stop: AbortSignal | undefined): AsyncGenerator {
  const end = () => source.destroy()
  stop?.addEventListener('abort', end)
  try {
    yield* source
  } catch (error) {
    // A stream that is destroyed tells whoever waits for it that it ended too early.
    if (!stop?.aborted) throw error
  } finally {
    stop?.removeEventListener('abort', end)
  }
}

/** Unpacks a stream until the run is told to stop; then it ends without an error. Throws Unreadable for a compression bomb. */
export async function* unpackedBytes(
  source: AsyncIterable<Uint8Array>,
  packing: Packing,
  stop: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void> {
  let packed = 0
  async function* counted(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of source) {
      // A stop must not have to wait for the next article: a file may be megabytes of nothing.
      if (stop?.aborted) return
      packed += chunk.length
      yield chunk
    }
  }
  let unpacked = 0
  try {
    for await (const chunk of unpack(counted(), packing)) {
      if (stop?.aborted) return
      unpacked += chunk.length
      if (expandsTooMuch(packed, unpacked)) throw new Unreadable(bomb)
      yield chunk
    }
  } catch (error) {
    // What is not read to its end seems to be cut off.
    if (!stop?.aborted) throw error
  }
}

/** Why a compression bomb is not read. */
export const bomb = `expands more than ${mostExpansion}-fold, as only a compression bomb does: what came before is read`

/** Whether so much out of so little can only be a compression bomb. */
export function expandsTooMuch(packed: number, unpacked: number): boolean {
  return unpacked > expansionCounts && unpacked > mostExpansion * packed
}

/** Reads a whole file, unpacked. Throws Unreadable when it is longer than `limit`. */
export async function wholeFile(
  file: SourceFile,
  tools: Pick<ReadingTools, 'advance' | 'stop' | 'input'>,
  limit: number,
): Promise<Uint8Array> {
  if (file.packing === 'none' && file.path !== '') {
    // Asked again, because the file may have grown since it was found.
    const { size } = await stat(file.path)
    if (size > limit) throw new Unreadable(tooLong(size, limit))
  }
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of fileBytes(file, tools)) {
    length += chunk.length
    if (length > limit) throw new Unreadable(moreThan(limit))
    pieces.push(chunk)
  }
  const [first] = pieces
  return pieces.length === 1 && first ? first : Buffer.concat(pieces)
}

function moreThan(limit: number): string {
  return `too long for one article: more than ${limit / (1024 * 1024)} MB unpacked`
}

/** Why a file, or the rest of one, cannot be read. */
export function brokenOff(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  const code = errorCode(error)
  if (code === 'Z_BUF_ERROR') return 'the compressed file is cut off: what came before is read'
  if (code.startsWith('Z_') || code.startsWith('ZSTD_'))
    return 'the compressed file is damaged: what came before is read'
  return systemReason(error)
}

function unpack(
  source: AsyncGenerator<Uint8Array, void>,
  packing: Packing,
): AsyncIterable<Uint8Array> {
  switch (packing) {
    case 'none':
      return source
    case 'gzip':
      return through(source)
    case 'zstd':
      return readZstd(source, chunkSize)
  }
}

async function* through(
  source: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize })
  // Errors come out of the iteration; the callback only keeps them from being thrown where nobody catches.
  pipeline(Readable.from(source, { objectMode: false }), gunzip, () => undefined)
  for await (const chunk of gunzip) yield bytesOf(chunk)
}

function bytesOf(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk))
}
