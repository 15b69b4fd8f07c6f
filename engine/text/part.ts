import { characterClass, isApostrophe, isDash, joiner } from './characters.ts'
import { compatible } from './fold.ts'

/**
 * A run of letters and digits inside a chunk, with the joiner that precedes it ('' for the first). `raw` is as spelled,
 * but without invisible characters and in compatibility form, so that it may be shorter or longer than `end - start`.
 */
export interface Part {
  readonly raw: string
  readonly start: number
  readonly end: number
  readonly before: '' | '-' | "'" | '.' | ','
}

/** One term that takes several parts of a chunk. */
export interface WholeTerm {
  readonly term: string
  readonly parts: number
}

/** What a chunk consists of, in order: letters and digits between joiners. */
export function splitParts(chunk: string): Part[] {
  const parts: Part[] = []
  let start = 0
  let before: Part['before'] = ''
  for (let i = 0; i <= chunk.length; i++) {
    if (i < chunk.length && characterClass[chunk.charCodeAt(i)] !== joiner) continue
    const raw = compatible(chunk.slice(start, i))
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
