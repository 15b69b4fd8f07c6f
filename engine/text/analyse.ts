import { createHash } from 'node:crypto'
import { capitalLines, type CapitalLines } from './capitals.ts'
import {
  characterClass,
  invisible,
  isApostrophe,
  joiner,
  kindAt,
  letterOrDigit,
} from './characters.ts'
import { chunkTokens, type ChunkToken } from './chunk.ts'
import { unitedStates } from './initialism.ts'
import { listed, type Listed } from './listed.ts'
import { chunkMemo, type KnownChunk } from './memo.ts'
import { isGapBeforeNumber, isSpacedDesignator } from './spaced.ts'

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
export const analysisVersion = 6

/** A hash of what the analysis takes from the gazetteers: an index of another value holds other terms and is built anew. */
export const listsVersion: string = versionOf(listed)

/** A chunk ends here at the latest, so that a megabyte without a space is no megabyte-long term. */
const longestChunk = 100
/** What the letters before the space of a designator take at most: four, with soft hyphens between them. */
const mostLetters = 7

/** Chunks repeat: ninety-nine in a hundred are found here. About 22 MB a thread when full. */
const memo = chunkMemo(131_072)

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
    // Looked up here first: a call for each unit would cost more than all else.
    const kind = characterClass[text.charCodeAt(at)]
    const begins = kind === letterOrDigit || (kind !== 0 && kindAt(text, at) === letterOrDigit)
    at = begins ? readChunk(reading, at) : at + 1
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
  if (end - start <= mostLetters && isGapBeforeNumber(text, end)) {
    const letters = text.slice(start, end)
    const numberEnd = chunkEnd(text, end + 1)
    const follows = text.slice(end + 1, numberEnd)
    if (isSpacedDesignator(letters, follows)) {
      // The hyphen takes the place of the space, so that offsets stay those of the text.
      for (const token of chunkTokens(`${letters}-${follows}`)) addToken(reading, token, start)
      return numberEnd
    }
  }
  const known = memo(text, start, end)
  if (known.tokens) for (const token of known.tokens) addToken(reading, token, start)
  else addWord(reading.stream, known, start, end)
  return end
}

function chunkEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestChunk)
  let at = start + 1
  for (; at < limit; at++) {
    const kind = characterClass[text.charCodeAt(at)]
    if (kind !== letterOrDigit && (kind === 0 || !holds(text, at))) break
  }
  // Never between the halves of one character.
  return at === start + longestChunk && isHighSurrogate(text.charCodeAt(at - 1)) ? at + 1 : at
}

function holds(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === letterOrDigit || kind === invisible || (kind === joiner && isHeld(text, at))
}

/** Whether a joiner joins: a letter or digit follows, or it is the last full stop of U.S.'s. */
function isHeld(text: string, at: number): boolean {
  let next = at + 1
  while (kindAt(text, next) === invisible) next++
  if (kindAt(text, next) === letterOrDigit) return true
  return text.charAt(at) === '.' && isPossessive(text, next)
}

const isHighSurrogate = (unit: number) => (unit & 0xfc00) === 0xd800

const isPossessive = (text: string, at: number) =>
  isApostrophe(text.charAt(at)) &&
  text.charAt(at + 1).toLowerCase() === 's' &&
  kindAt(text, at + 2) !== letterOrDigit

function addWord(
  stream: Reading['stream'],
  { term, form }: KnownChunk,
  start: number,
  end: number,
): void {
  stream.terms.push(term)
  stream.forms.push(form)
  stream.starts.push(start)
  stream.ends.push(end)
}

function addToken(reading: Reading, token: ChunkToken, offset: number): void {
  const { text, capitals, stream } = reading
  const start = offset + token.start
  const isPronoun =
    token.term === unitedStates && text.charAt(start + 1) !== '.' && capitals.has(start)
  stream.terms.push(isPronoun ? 'us' : token.term)
  stream.forms.push(isPronoun ? 'us' : token.form)
  stream.starts.push(start)
  stream.ends.push(offset + token.end)
}

function versionOf({ designators, names, spaced }: Listed): string {
  const families = [...spaced].map(([letters, numbers]) => [letters, ...numbers])
  const taken = JSON.stringify([[...designators], [...names], families])
  return createHash('sha256').update(taken).digest('hex').slice(0, 8)
}
