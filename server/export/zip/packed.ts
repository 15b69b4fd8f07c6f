import { createHash, type Hash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import type { Spool } from '../spool.ts'

/** The content of a file in a ZIP archive, compressed, and what has to be known of it. */
export interface Packed {
  readonly content: AsyncIterable<Uint8Array> | readonly Uint8Array[]
  /** In bytes, compressed and as it was. */
  readonly compressed: number
  readonly size: number
  readonly crc: number
  /** SHA-256 of the file as it was, hexadecimal. */
  readonly hash: string
}

/** In a thread of Node's own, so that the site answers meanwhile. */
const compress = promisify<Buffer, { finishFlush: number }, Buffer>(deflateRaw)

/** Packs a file that is in memory. */
export async function pack(bytes: Buffer): Promise<Packed> {
  const content = await compress(bytes, { finishFlush: constants.Z_FINISH })
  return {
    content: [content],
    compressed: content.length,
    size: bytes.length,
    crc: crc32(bytes),
    hash: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** Compressed at once: each block is a piece of the stream that needs none before it. */
const blockSize = 256 * 1024
/** An empty last block, which ends a stream of DEFLATE (RFC 1951). */
const endOfStream = Buffer.from([0x03, 0x00])

/** Packs a file that comes piece by piece into a spool. */
export class Packer {
  readonly #spool: Spool
  readonly #hash: Hash = createHash('sha256')
  #waiting: Buffer[] = []
  #length = 0
  #compressed = 0
  #size = 0
  #crc = 0

  constructor(spool: Spool) {
    this.#spool = spool
  }

  async append(piece: string | Buffer): Promise<void> {
    const bytes = Buffer.from(piece)
    this.#waiting.push(bytes)
    this.#length += bytes.length
    if (this.#length >= blockSize) await this.#pack()
  }

  /** Nothing can be appended any more. */
  async end(): Promise<Packed> {
    await this.#pack()
    await this.#keep(endOfStream)
    return {
      content: this.#spool.read(),
      compressed: this.#compressed,
      size: this.#size,
      crc: this.#crc,
      hash: this.#hash.digest('hex'),
    }
  }

  async #pack(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#length = 0
    this.#hash.update(bytes)
    this.#crc = crc32(bytes, this.#crc)
    this.#size += bytes.length
    if (bytes.length > 0)
      await this.#keep(await compress(bytes, { finishFlush: constants.Z_SYNC_FLUSH }))
  }

  async #keep(compressed: Buffer): Promise<void> {
    this.#compressed += compressed.length
    await this.#spool.append(compressed)
  }
}
