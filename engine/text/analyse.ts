import { invisible, joiner, kindAt, letterOrDigit } from './characters.ts'
import { chunkTokens, type ChunkToken } from './chunk.ts'

/** The tokens of a text, position by position: `terms[i]` was written as `text.slice(starts[i], ends[i])`. UTF-16 units. */
export interface TokenStream {
  readonly terms: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Raised whenever the same text would give other terms: an index of another version is built anew. */
export const analysisVersion = 3

/** A chunk ends here at the latest, so that a megabyte without a space is no megabyte-long term. */
const longestChunk = 100

/** Chunks seen before, for they repeat; forgotten when full, which bounds it to about 15 MB a thread. */
const seen = new Map<string, readonly ChunkToken[]>()
const mostSeen = 60_000

/**
 * Splits text into searchable terms. Pure: queries and articles meet because both pass through here.
 * A term is lower-case, without accents, reduced to what its inflections share; designators, initialisms and numbers are one term.
 */
export function analyse(text: string): TokenStream {
  const stream: MutableStream = { terms: [], starts: [], ends: [] }
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at)
    if (kind !== letterOrDigit) {
      at++
      continue
    }
    const end = chunkEnd(text, at)
    addTokens(stream, text.slice(at, end), at)
    at = end
  }
  return stream
}

interface MutableStream {
  readonly terms: string[]
  readonly starts: number[]
  readonly ends: number[]
}

function chunkEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestChunk)
  let at = start + 1
  while (at < limit) {
    const kind = kindAt(text, at)
    const holds =
      kind === letterOrDigit || kind === invisible || (kind === joiner && isHeld(text, at))
    if (!holds) break
    at++
  }
  return at
}

function isHeld(text: string, at: number): boolean {
  let next = at + 1
  while (kindAt(text, next) === invisible) next++
  return kindAt(text, next) === letterOrDigit
}

function addTokens(stream: MutableStream, chunk: string, offset: number): void {
  for (const token of tokensOf(chunk)) {
    stream.terms.push(token.term)
    stream.starts.push(offset + token.start)
    stream.ends.push(offset + token.end)
  }
}

function tokensOf(chunk: string): readonly ChunkToken[] {
  const known = seen.get(chunk)
  if (known) return known
  const own = ownCopy(chunk)
  const tokens = chunkTokens(own)
  if (seen.size >= mostSeen) seen.clear()
  seen.set(own, tokens)
  return tokens
}

/** V8 keeps a slice of thirteen units or more as a view that holds its whole article in memory for as long as the slice lives. */
function ownCopy(slice: string): string {
  return slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
}
