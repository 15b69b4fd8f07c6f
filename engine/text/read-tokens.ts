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
import { chunkMemo, type KnownChunk } from './memo.ts'
import { isGapBeforeNumber, isSpacedDesignator } from './spaced.ts'

/** What a token is wherever it stands. */
export interface Word {
  readonly term: string
  readonly form: string
}

/** Takes the tokens of a text in their order, with where they stand. UTF-16 units. */
export interface TokenReader {
  /** A chunk that is one word from its first letter to its last: most are. */
  addChunk(chunk: KnownChunk, start: number, end: number): void
  add(word: Word, start: number, end: number): void
}

/** A chunk ends here at the latest, so that a megabyte without a space is no megabyte-long term. */
const longestChunk = 100
/** What the letters before the space of a designator take at most: four, with soft hyphens between them. */
const mostLetters = 7

/** Chunks repeat: ninety-nine in a hundred are found here. About 22 MB a thread when full. */
const memo = chunkMemo(131_072)

/** Reads the tokens of a text: see `analyse`. */
export function readTokens(text: string, reader: TokenReader): void {
  const reading: Reading = { text, capitals: capitalLines(text), reader }
  for (let at = 0; at < text.length;) {
    // Looked up here first: a call for each unit would cost more than all else.
    const kind = characterClass[text.charCodeAt(at)]
    const begins = kind === letterOrDigit || (kind !== 0 && kindAt(text, at) === letterOrDigit)
    at = begins ? readChunk(reading, at) : at + 1
  }
}

interface Reading {
  readonly text: string
  readonly capitals: CapitalLines
  readonly reader: TokenReader
}

const pronoun: Word = { term: 'us', form: 'us' }

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
  else reading.reader.addChunk(known, start, end)
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

function addToken({ text, capitals, reader }: Reading, token: ChunkToken, offset: number): void {
  const start = offset + token.start
  const isPronoun =
    token.term === unitedStates && text.charAt(start + 1) !== '.' && capitals.has(start)
  reader.add(isPronoun ? pronoun : token, start, offset + token.end)
}
