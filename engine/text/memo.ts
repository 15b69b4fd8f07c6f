import { chunkTokens, type ChunkToken } from './chunk.ts'

/** A chunk met before. */
interface Known {
  readonly chunk: string
  readonly tokens: readonly ChunkToken[]
}

/**
 * Remembers the tokens of chunks, without cutting them out of the text to look them up: slices and their hashes would cost
 * more than all the rest. A chunk is kept in one of two places that its hash names, and the one met longer ago makes
 * room, so that memory is bounded by `places` (a power of two) and words of every day stay.
 */
export function chunkMemo(places: number) {
  const nothing: Known = { chunk: '', tokens: [] }
  const recent = new Array<Known>(places / 2).fill(nothing)
  const earlier = new Array<Known>(places / 2).fill(nothing)
  return function tokensOf(text: string, start: number, end: number): readonly ChunkToken[] {
    const place = hash(text, start, end) & (places / 2 - 1)
    const latest = recent[place] ?? nothing
    if (isAt(latest.chunk, text, start, end)) return latest.tokens
    const other = earlier[place] ?? nothing
    const known = isAt(other.chunk, text, start, end) ? other : read(text.slice(start, end))
    earlier[place] = latest
    recent[place] = known
    return known.tokens
  }
}

function read(slice: string): Known {
  const chunk = ownCopy(slice)
  return { chunk, tokens: chunkTokens(chunk) }
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
