import { readDesignator } from './designator.ts'
import { withoutEndings } from './endings.ts'
import { fold } from './fold.ts'
import { readInitialism, unitedStates } from './initialism.ts'
import { readNumber } from './number.ts'
import { splitCompound } from './ordinary.ts'
import { splitParts, type Part } from './part.ts'
import { stem } from './stem.ts'

/** A token inside a chunk; `start` and `end` count from the chunk's beginning. */
export interface ChunkToken {
  readonly term: string
  /** The folded word as written; the term itself for what is one term as written. */
  readonly form: string
  readonly start: number
  readonly end: number
}

/**
 * Splits a chunk (letters and digits held together by joiners) into tokens:
 * initialisms, numbers and designators are one token each; an apostrophe joins; any other joiner separates.
 */
export function chunkTokens(chunk: string): ChunkToken[] {
  // Most chunks are plain words, for which the rest would find nothing to do.
  if (/^[a-z]+$/i.test(chunk)) return [wordOf(chunk, 0, chunk.length)]
  const parts = withoutEndings(splitParts(chunk)).flatMap((part) => splitCompound(part, chunk))
  const tokens: ChunkToken[] = []
  for (let at = 0; at < parts.length;) {
    const whole = readInitialism(parts, at) ?? readNumber(parts, at) ?? readDesignator(parts, at)
    const taken = whole ? parts.slice(at, at + whole.parts) : joinedByApostrophe(parts, at)
    const token = whole ? spanning(taken, whole.term) : wordToken(taken)
    if (token.form !== '') tokens.push(token)
    at += taken.length
  }
  return tokens
}

/** O'Brien and Ma'rib are one word each. */
function joinedByApostrophe(parts: readonly Part[], at: number): readonly Part[] {
  let end = at + 1
  while (parts[end]?.before === "'") end++
  return parts.slice(at, end)
}

function wordToken(parts: readonly Part[]): ChunkToken {
  const { start, end } = spanning(parts, '')
  return wordOf(parts.map((part) => part.raw).join(''), start, end)
}

function wordOf(raw: string, start: number, end: number): ChunkToken {
  const form = raw === 'US' ? unitedStates : fold(raw)
  return { term: stem(form), form, start, end }
}

function spanning(parts: readonly Part[], term: string): ChunkToken {
  return { term, form: term, start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 }
}
