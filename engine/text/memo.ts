import { chunkTokens, type ChunkToken } from './chunk.ts'

/** A chunk met before: its first token, with the term '' where it has none, and the others. One object, for there are many. */
export interface KnownChunk extends ChunkToken {
  readonly chunk: string
  readonly more: readonly ChunkToken[]
}

const none: readonly ChunkToken[] = []
const nothing: KnownChunk = { chunk: '', term: '', form: '', start: 0, end: 0, more: none }

/**
 * Remembers the tokens of chunks, without cutting them out of the text to look them up: slices and their hashes would cost
 * more than all the rest. A chunk is kept in one of two places that its hash names, and the one met longer ago makes
 * room, so that memory is bounded by `places` (a power of two) and words of every day stay.
 */
export function chunkMemo(places: number) {
  const recent = new Array<KnownChunk>(places / 2).fill(nothing)
  const earlier = new Array<KnownChunk>(places / 2).fill(nothing)
  return function known(text: string, start: number, end: number): KnownChunk {
    const place = hash(text, start, end) & (places / 2 - 1)
    const latest = recent[place] ?? nothing
    if (isAt(latest.chunk, text, start, end)) return latest
    const other = earlier[place] ?? nothing
    const found = isAt(other.chunk, text, start, end) ? other : read(text.slice(start, end))
    earlier[place] = latest
    recent[place] = found
    return found
  }
}

function read(slice: string): KnownChunk {
  const chunk = ownCopy(slice)
  const [first = nothing, ...more] = chunkTokens(chunk)
  const { term, form, start, end } = first
  return { chunk, term, form, start, end, more: more.length === 0 ? none : more }
}

/** FNV-1a. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value ^ (value >>> 15)
}

function isAt(chunk: string, text: string, start: number, end: number): boolean {
  if (chunk.length !== end - start) return false
  for (let i = 0; i < chunk.length; i++) {
    if (chunk.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  }
  return true
}

/** V8 keeps a slice of thirteen units or more as a view that holds its whole article in memory for as long as the slice lives. */
function ownCopy(slice: string): string {
  return slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
}
