import { characterClass, isApostrophe, isDash, joiner } from './characters.ts'
import { readDesignator } from './designator.ts'
import { fold, withoutInvisible } from './fold.ts'
import type { Part } from './part.ts'
import { stem } from './stem.ts'

/** A token inside a chunk; `start` and `end` count from the chunk's beginning. */
export interface ChunkToken {
  readonly term: string
  /** The folded word as written; the term itself for what is one term as written. */
  readonly form: string
  readonly start: number
  readonly end: number
}

/** The term of U.S. and US, which never meets the word "us". */
export const unitedStates = 'u.s'

/**
 * Splits a chunk (letters and digits held together by joiners) into tokens:
 * initialisms, numbers and designators are one token each; an apostrophe joins; any other joiner separates.
 */
export function chunkTokens(chunk: string): ChunkToken[] {
  const parts = withoutPossessive(splitParts(chunk))
  const whole = initialism(parts) ?? numberTerm(parts)
  if (whole !== undefined) return [spanning(parts, whole)]
  const tokens: ChunkToken[] = []
  for (let at = 0; at < parts.length;) {
    const designator = readDesignator(parts, at)
    const taken = designator
      ? parts.slice(at, at + designator.parts)
      : joinedByApostrophe(parts, at)
    const token = designator ? spanning(taken, designator.term) : wordToken(taken)
    if (token.form !== '') tokens.push(token)
    at += taken.length
  }
  return tokens
}

function splitParts(chunk: string): Part[] {
  const parts: Part[] = []
  let start = 0
  let before: Part['before'] = ''
  for (let i = 0; i <= chunk.length; i++) {
    if (i < chunk.length && characterClass[chunk.charCodeAt(i)] !== joiner) continue
    const raw = withoutInvisible(chunk.slice(start, i))
    if (raw !== '') parts.push({ raw, start, end: i, before })
    before = joinerKind(chunk.charAt(i))
    start = i + 1
  }
  return parts
}

function joinerKind(character: string): Part['before'] {
  if (isDash(character)) return '-'
  if (isApostrophe(character)) return "'"
  return character === ',' ? ',' : '.'
}

function withoutPossessive(parts: Part[]): Part[] {
  const last = parts.at(-1)
  const isPossessive = parts.length > 1 && last?.before === "'" && /^s$/i.test(last.raw)
  return isPossessive ? parts.slice(0, -1) : parts
}

/** English words that an initialism without its dots would be mistaken for. */
const words = new Set([
  'us',
  'it',
  'am',
  'as',
  'at',
  'in',
  'is',
  'on',
  'or',
  'if',
  'so',
  'no',
  'do',
  'who',
])

/** U.S. → `u.s`, which never meets the word "us"; U.N. → `un`, as it is also written. */
function initialism(parts: readonly Part[]): string | undefined {
  const dotted =
    parts.length > 1 &&
    parts.every((part, i) => /^\p{L}$/u.test(part.raw) && (i === 0 || part.before === '.'))
  if (!dotted) return undefined
  const letters = parts.map((part) => fold(part.raw))
  const joined = letters.join('')
  return words.has(joined) ? letters.join('.') : joined
}

/** 1,000 → `1000`; 3.5 → `3.5`. */
function numberTerm(parts: readonly Part[]): string | undefined {
  if (parts.length < 2) return undefined
  const written = parts.map((part) => part.before + part.raw).join('')
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)) return written.replaceAll(',', '')
  return /^\d+\.\d+$/.test(written) ? written : undefined
}

/** O'Brien and Ma'rib are one word each. */
function joinedByApostrophe(parts: readonly Part[], at: number): readonly Part[] {
  let end = at + 1
  while (parts[end]?.before === "'") end++
  return parts.slice(at, end)
}

function wordToken(parts: readonly Part[]): ChunkToken {
  const raw = parts.map((part) => part.raw).join('')
  if (raw === 'US') return spanning(parts, unitedStates)
  const form = fold(raw)
  return { ...spanning(parts, form), term: stem(form) }
}

function spanning(parts: readonly Part[], term: string): ChunkToken {
  return { term, form: term, start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 }
}
