import type { Signature } from '../article.ts'

/** Raised when signatures are made in another way: those of two versions must not be compared. */
export const signatureVersion = 1

/**
 * The lowest hashes of a text's rows of words (a bottom-k sketch). Of two texts, the hashes below the lower one of their ends are a
 * fair sample of both, so the sketches tell what part of one text stands in the other, whatever their lengths.
 */
export interface Sketch {
  /** How many different rows of words the text has. */
  readonly rows: number
  /** Ascending, different, without sign; at most `sketchSize`, all of them where there are no more. */
  readonly lowest: Uint32Array
}

/** How many hashes a sketch keeps. 128 tell a share within 0.04 or so; copies share nearly all. */
export const sketchSize = 128

/** A text of fewer rows of words has no sketch: only an equal text is its near-duplicate. */
export const fewestRows = 16

/** By so many of its lowest hashes a text is looked up. */
const keysUsed = 12

const noSketch: Sketch = { rows: 0, lowest: new Uint32Array() }

/** The sketch as a signature holds it: number of rows, then hashes, 32 bits each, little endian. */
export function packSketch({ rows, lowest }: Sketch): Uint8Array {
  if (rows < fewestRows) return new Uint8Array()
  const bytes = new Uint8Array(4 * (lowest.length + 1))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, rows, true)
  for (const [i, hash] of lowest.entries()) view.setUint32(4 * (i + 1), hash, true)
  return bytes
}

/** The opposite of `packSketch`. */
export function readSketch({ bytes }: Pick<Signature, 'bytes'>): Sketch {
  if (bytes.length === 0) return noSketch
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lowest = new Uint32Array(bytes.length / 4 - 1)
  for (let i = 0; i < lowest.length; i++) lowest[i] = view.getUint32(4 * (i + 1), true)
  return { rows: view.getUint32(0, true), lowest }
}

/** What a text is looked up by. Of two texts that share half of their rows, about half of the keys are the same. */
export function keysOf({ lowest }: Sketch): Uint32Array {
  return lowest.subarray(0, keysUsed)
}

/**
 * Whether one text is a copy of the other: four fifths of the shorter one's rows of words stand in the longer one, and it is not much
 * shorter than half. So a text that an agency's customer cut by half is a copy, and one that is quoted in an article of three times its
 * length is not: otherwise a survey of the press would make all that it quotes one family.
 */
export function isCopy(a: Sketch, b: Sketch): boolean {
  const [shorter, longer] = a.rows < b.rows ? [a.rows, b.rows] : [b.rows, a.rows]
  return shorter >= longer * 0.45 && sharedPart(a, b) >= 0.8
}

/** Whether half of the shorter text stands in the longer one: what every member of a family keeps of its oldest article. */
export function isNear(a: Sketch, b: Sketch): boolean {
  return sharedPart(a, b) >= 0.5
}

/** What part of the shorter text's rows of words the longer one has, estimated; 0 where one has no sketch. */
export function sharedPart(a: Sketch, b: Sketch): number {
  const [shorter, longer] = isBefore(a, b) ? [a, b] : [b, a]
  if (shorter.rows === 0) return 0
  const end = Math.min(endOf(shorter), endOf(longer))
  const sampled = upTo(shorter.lowest, end)
  return countShared(sampled, longer.lowest) / sampled.length
}

/** Of two texts of one length it does not matter which is the shorter, only that it is always the same. */
function isBefore(a: Sketch, b: Sketch): boolean {
  return a.rows === b.rows ? (a.lowest.at(-1) ?? 0) < (b.lowest.at(-1) ?? 0) : a.rows < b.rows
}

/** The highest hash up to which a sketch has every row of its text. */
function endOf({ rows, lowest }: Sketch): number {
  return rows > lowest.length ? (lowest.at(-1) ?? 0) : Infinity
}

/** Never empty, for a sketch's lowest hash is one of its text's. */
function upTo(hashes: Uint32Array, end: number): Uint32Array {
  const after = hashes.findIndex((hash) => hash > end)
  return after <= 0 ? hashes : hashes.subarray(0, after)
}

function countShared(some: Uint32Array, others: Uint32Array): number {
  let [shared, other] = [0, 0]
  for (const hash of some) {
    while ((others[other] ?? Infinity) < hash) other++
    if (others[other] === hash) shared++
  }
  return shared
}
