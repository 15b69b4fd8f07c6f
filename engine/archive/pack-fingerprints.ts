import type { Fingerprint } from './fingerprints.ts'

const format = 1
const hashBytes = 8

/**
 * Fingerprints as bytes, in the order given: the format, then for each article its sequence number and the length of its id as variable
 * numbers of seven bits a byte, lowest first, the id as ASCII, and the two hashes of eight bytes. Some 32 bytes an article.
 */
export function packFingerprints(fingerprints: readonly Fingerprint[]): Uint8Array {
  const size = fingerprints.reduce((sum, { id }) => sum + id.length + 2 * hashBytes + 8, 1)
  const bytes = Buffer.alloc(size)
  let at = bytes.writeUInt8(format, 0)
  for (const { sequence, id, content, facets } of fingerprints) {
    at = writeNumber(bytes, sequence, at)
    at = writeNumber(bytes, id.length, at)
    at += bytes.write(id, at, 'latin1')
    at += bytes.write(content, at, hashBytes, 'hex')
    at += bytes.write(facets, at, hashBytes, 'hex')
  }
  return bytes.subarray(0, at)
}

/** What `packFingerprints` made. Throws for bytes that it did not make. */
export function unpackFingerprints(packed: Uint8Array): Fingerprint[] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  if (bytes[0] !== format) throw new Error('These are no fingerprints of this version of Dateline.')
  const reader = new Reader(bytes)
  const fingerprints: Fingerprint[] = []
  while (!reader.atEnd()) {
    const sequence = reader.number()
    const id = reader.text(reader.number(), 'latin1')
    const content = reader.text(hashBytes, 'hex')
    fingerprints.push({ sequence, id, content, facets: reader.text(hashBytes, 'hex') })
  }
  return fingerprints
}

function writeNumber(bytes: Buffer, n: number, at: number): number {
  let rest = n
  let next = at
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80))
    next = bytes.writeUInt8((rest % 0x80) | 0x80, next)
  return bytes.writeUInt8(rest, next)
}

class Reader {
  readonly #bytes: Buffer
  #at = 1

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  atEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  number(): number {
    let n = 0
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.#bytes.readUInt8(this.#at++)
      n += (byte & 0x7f) * factor
      if (byte < 0x80) return n
    }
  }

  text(length: number, encoding: 'hex' | 'latin1'): string {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new RangeError('The fingerprints are cut off.')
    const text = this.#bytes.toString(encoding, this.#at, end)
    this.#at = end
    return text
  }
}
