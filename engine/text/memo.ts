import { chunkTokens, type ChunkToken } from './chunk.ts'
import { unitedStates } from './initialism.ts'

/** A chunk met before. Small, because most of the time goes into fetching it from memory. */
export interface KnownChunk {
  /** Of the one token that the chunk is. */
  readonly term: string
  readonly form: string
  /** All tokens of a chunk that is something else than one word from its first letter to its last. */
  readonly tokens: readonly ChunkToken[] | undefined
  /** The text that had it last, for `wordsOf`; 0 for none. */
  lastMet: number
}

/** Longer chunks, one in some hundred, are taken apart each time. In UTF-16 units. */
const longest = 20

const nothing: KnownChunk = { term: '', form: '', tokens: [], lastMet: 0 }

/**
 * Remembers the tokens of chunks, without cutting them out of the text to look them up: slices and their hashes would cost
 * more than all the rest, and so would looking at a string for each place. A chunk is kept in one of two places that its hash
 * names, and the one met longer ago makes room, so that memory is bounded by `places` (a power of two) and words of every day stay.
 */
export function chunkMemo(places: number) {
  const pairs = places / 2
  const known = new Array<KnownChunk>(places).fill(nothing)
  const hashes = new Int32Array(places)
  const lengths = new Uint8Array(places)
  const units = new Uint16Array(places * longest)
  /** Which of the two was met last. */
  const latest = new Uint8Array(pairs)

  function isAt(place: number, text: string, start: number, end: number): boolean {
    if (lengths[place] !== end - start) return false
    const shift = place * longest - start
    for (let at = start; at < end; at++) {
      if (units[at + shift] !== text.charCodeAt(at)) return false
    }
    return true
  }

  function keep(place: number, text: string, start: number, end: number): KnownChunk {
    lengths[place] = end - start
    const shift = place * longest - start
    for (let at = start; at < end; at++) units[at + shift] = text.charCodeAt(at)
    const chunk = read(text.slice(start, end))
    known[place] = chunk
    return chunk
  }

  function found(place: number, text: string, start: number, end: number): KnownChunk | undefined {
    return isAt(place, text, start, end) ? known[place] : undefined
  }

  return function tokensOf(text: string, start: number, end: number): KnownChunk {
    if (end - start > longest) return read(text.slice(start, end))
    const hashed = hash(text, start, end)
    const pair = hashed & (pairs - 1)
    const place = pair * 2 + (latest[pair] ?? 0)
    if (hashes[place] === hashed) {
      const met = found(place, text, start, end)
      if (met) return met
    }
    const other = place ^ 1
    latest[pair] = other & 1
    const met = hashes[other] === hashed ? found(other, text, start, end) : undefined
    hashes[other] = hashed
    return met ?? keep(other, text, start, end)
  }
}

function read(slice: string): KnownChunk {
  const tokens = chunkTokens(ownCopy(slice))
  const [first, second] = tokens
  if (
    !first ||
    second ||
    first.start > 0 ||
    first.end < slice.length ||
    first.term === unitedStates
  )
    return { ...nothing, tokens }
  return { term: first.term, form: first.form, tokens: undefined, lastMet: 0 }
}

/** FNV-1a. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value ^ (value >>> 15)
}

/** V8 keeps a slice of thirteen units or more as a view that holds its whole article in memory for as long as the slice lives. */
function ownCopy(slice: string): string {
  return slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
}
