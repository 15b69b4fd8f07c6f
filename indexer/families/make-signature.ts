import { createHash } from 'node:crypto'
import type { Article, Signature } from '../../engine/article.ts'
import { packSketch, sketchSize } from '../../engine/archive/sketch.ts'
import { wordHashes } from './word-hashes.ts'

/** Words in a row that are compared as one. Three repeat by chance in long texts; with five an edited word costs more. */
const rowLength = 4

/**
 * What near-duplicates of an article are recognised by. A dateline does not count: each outlet writes it in its own way. Pure, and the
 * same for texts that differ in dateline, case, white space and punctuation only.
 */
export function makeSignature({ text, dateline }: Pick<Article, 'text' | 'dateline'>): Signature {
  const words = wordHashes(text.startsWith(dateline) ? text.slice(dateline.length) : text)
  return { bytes: packSketch(sketchOf(words)), textHash: hashOf(words.length > 0 ? words : text) }
}

function sketchOf(words: Int32Array) {
  const rows = rowHashes(words).sort()
  let different = 0
  for (let i = 0; i < rows.length; i++) {
    const hash = rows[i] ?? 0
    if (i === 0 || hash !== rows[i - 1]) rows[different++] = hash
  }
  return { rows: different, lowest: rows.slice(0, Math.min(different, sketchSize)) }
}

/** A hash for each row of words: a polynomial that rolls on by one word, then the finalizer of MurmurHash3, which mixes its bits. */
function rowHashes(words: Int32Array): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, words.length - rowLength + 1))
  let rolling = 0
  for (let i = 0; i < words.length; i++) {
    const gone = i < rowLength ? 0 : Math.imul(words[i - rowLength] ?? 0, leaving)
    rolling = (Math.imul(rolling, base) + (words[i] ?? 0) - gone) | 0
    if (i >= rowLength - 1) hashes[i - rowLength + 1] = mixed(rolling)
  }
  return hashes
}

/** Odd, so that no bit of a word is lost; the fractional part of the golden ratio. */
const base = 0x9e3779b1 | 0
/** The weight of the word that leaves the row. */
const leaving = Array.from({ length: rowLength }).reduce<number>(
  (power) => Math.imul(power, base),
  1,
)

function mixed(hash: number): number {
  let bits = hash
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** A text without any word is equal only to itself. */
function hashOf(content: Int32Array | string): string {
  const bytes =
    typeof content === 'string'
      ? content
      : new Uint8Array(content.buffer, content.byteOffset, content.byteLength)
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}
