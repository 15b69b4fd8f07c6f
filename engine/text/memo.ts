import { chunkTokens, type ChunkToken } from './chunk.ts'

/**
 * Remembers the tokens of chunks that were met before, without cutting them out of the text: a slice and its hash would
 * cost more than all the rest. A chunk is kept in one of two places that its hash names, and the one met longer ago makes
 * room, so that memory is bounded by `places` and words of every day stay.
 */
export function chunkMemo(places: number) {
  const keys = new Array<string>(places).fill('')
  const values = new Array<readonly ChunkToken[]>(places).fill([])
  return function tokensOf(text: string, start: number, end: number): readonly ChunkToken[] {
    const place = hash(text, start, end) & (places - 2)
    if (isAt(keys[place] ?? '', text, start, end)) return values[place] ?? []
    const other = place + 1
    const isKnown = isAt(keys[other] ?? '', text, start, end)
    const key = isKnown ? (keys[other] ?? '') : ownCopy(text.slice(start, end))
    const tokens = isKnown ? (values[other] ?? []) : chunkTokens(key)
    keys[other] = keys[place] ?? ''
    values[other] = values[place] ?? []
    keys[place] = key
    values[place] = tokens
    return tokens
  }
}

/** FNV-1a. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value ^ (value >>> 15)
}

function isAt(key: string, text: string, start: number, end: number): boolean {
  if (key.length !== end - start) return false
  for (let i = 0; i < key.length; i++) {
    if (key.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  }
  return true
}

/** V8 keeps a slice of thirteen units or more as a view that holds its whole article in memory for as long as the slice lives. */
function ownCopy(slice: string): string {
  return slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
}
