import type { IncomingMessage } from 'node:http'
import { pipeline, Transform, type TransformCallback } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Unfetchable } from './unfetchable.ts'

/** What to do with a body that is longer than wanted. */
export interface BodyLimit {
  readonly bytes: number
  readonly beyond: 'refuse' | 'cut'
}

/** Encodings that are asked for. */
export const acceptedEncodings = 'gzip, br'

/**
 * Reads the body of an answer, decompressed, at most `limit` bytes of it, whatever its headers promise: one that is longer before or
 * after decompression is refused or cut, and its connection closed. Throws Unfetchable for one that is refused, damaged or breaks off.
 */
export async function readBody(answer: IncomingMessage, limit: BodyLimit): Promise<Uint8Array> {
  const promised = Number(answer.headers['content-length'] ?? 0)
  if (promised > limit.bytes && limit.beyond === 'refuse') {
    answer.destroy()
    throw tooLong(limit)
  }
  const decoder = decoderFor(answer.headers['content-encoding'])
  // Compressed, it may have no more either: a bomb can be empty inside.
  const stream = pipeline(answer, counting(limit), decoder, () => undefined)
  return collect(stream, limit, answer)
}

async function collect(
  stream: AsyncIterable<Uint8Array>,
  limit: BodyLimit,
  answer: IncomingMessage,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of stream) {
      length += chunk.length
      chunks.push(chunk)
      if (length > limit.bytes) break
    }
  } catch (cause) {
    if (cause instanceof Unfetchable) throw cause
    throw new Unfetchable('the answer breaks off or is damaged', { cause, again: 'later' })
  } finally {
    answer.destroy()
  }
  if (length > limit.bytes && limit.beyond === 'refuse') throw tooLong(limit)
  return Buffer.concat(chunks).subarray(0, limit.bytes)
}

/** What a body may be longer as sent than as read: buffers on the way are filled before anybody reads. */
const onTheWay = 1024 * 1024

function counting(limit: BodyLimit): Transform {
  let length = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done: TransformCallback) {
      length += chunk.length
      done(length > limit.bytes + onTheWay ? tooLong(limit) : null, chunk)
    },
  })
}

function decoderFor(encoding: string | undefined): Transform {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return new Transform({
        transform(chunk, _encoding, done) {
          done(null, chunk)
        },
      })
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    case 'deflate':
      return createInflate()
    default:
      throw new Unfetchable(`the answer is encoded as ${encoding ?? ''}, which was not asked for`)
  }
}

function tooLong({ bytes }: BodyLimit): Unfetchable {
  return new Unfetchable(`longer than ${Math.round(bytes / (1024 * 1024))} MB, which is not read`)
}
