import { createHash } from 'node:crypto'
import { invisible, joiner, kindAt, letterOrDigit } from './characters.ts'
import { capitalLines, type CapitalLines } from './capitals.ts'
import { chunkTokens, unitedStates, type ChunkToken } from './chunk.ts'
import { isSpaceBeforeNumber, isSpacedDesignator, spacedFamilies } from './spaced.ts'

/** The tokens of a text, position by position: `terms[i]` was written as `text.slice(starts[i], ends[i])`. UTF-16 units. */
export interface TokenStream {
  readonly terms: readonly string[]
  /**
   * The words as written, folded only: `deliveries` where the term is `delivery`. What is one term as written (a designator,
   * a number, an initialism) is its own form. The same string object as the term where both are equal.
   */
  readonly forms: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Raised whenever the same text would give other terms: an index of another version is built anew. */
export const analysisVersion = 4

/** A hash of what the analysis takes from the gazetteers: an index of another value holds other terms and is built anew. */
export const listsVersion: string = createHash('sha256')
  .update(JSON.stringify([...spacedFamilies].map(([letters, numbers]) => [letters, ...numbers])))
  .digest('hex')
  .slice(0, 8)

/** A chunk ends here at the latest, so that a megabyte without a space is no megabyte-long term. */
const longestChunk = 100
/** Letters before the number of a designator. */
const mostLetters = 4

/** Chunks seen before, for they repeat; forgotten when full, which bounds it to about 15 MB a thread. */
const seen = new Map<string, readonly ChunkToken[]>()
const mostSeen = 60_000

/**
 * Splits text into searchable terms. Pure: queries and articles meet because both pass through here.
 * A term is lower-case, without accents, reduced to what its inflections share; designators, initialisms and numbers are one term.
 */
export function analyse(text: string): TokenStream {
  const reading: Reading = {
    text,
    capitals: capitalLines(text),
    stream: { terms: [], forms: [], starts: [], ends: [] },
  }
  for (let at = 0; at < text.length;) {
    at = kindAt(text, at) === letterOrDigit ? readChunk(reading, at) : at + 1
  }
  return reading.stream
}

interface Reading {
  readonly text: string
  readonly capitals: CapitalLines
  readonly stream: {
    readonly terms: string[]
    readonly forms: string[]
    readonly starts: number[]
    readonly ends: number[]
  }
}

/** Adds the tokens of the chunk that begins here, and returns where it ends. */
function readChunk(reading: Reading, start: number): number {
  const { text } = reading
  const end = chunkEnd(text, start)
  const chunk = text.slice(start, end)
  if (end - start <= mostLetters && isSpaceBeforeNumber(text, end)) {
    const numberEnd = chunkEnd(text, end + 1)
    const follows = text.slice(end + 1, numberEnd)
    if (isSpacedDesignator(chunk, follows)) {
      // The hyphen takes the place of the space, so that offsets stay those of the text.
      addTokens(reading, `${chunk}-${follows}`, start)
      return numberEnd
    }
  }
  addTokens(reading, chunk, start)
  return end
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

function addTokens({ text, capitals, stream }: Reading, chunk: string, offset: number): void {
  for (const token of tokensOf(chunk)) {
    const start = offset + token.start
    const isPronoun =
      token.term === unitedStates && text.charAt(start + 1) !== '.' && capitals.has(start)
    stream.terms.push(isPronoun ? 'us' : token.term)
    stream.forms.push(isPronoun ? 'us' : token.form)
    stream.starts.push(start)
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
