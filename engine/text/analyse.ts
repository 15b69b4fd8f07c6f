import { createHash } from 'node:crypto'
import { listed, type Listed } from './listed.ts'
import { readTokens, type Word } from './read-tokens.ts'

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

/**
 * Splits text into searchable terms. Pure: queries and articles meet because both pass through here.
 * A term is lower-case, without accents, reduced to what its inflections share; designators, initialisms and numbers are one term.
 */
export function analyse(text: string): TokenStream {
  const terms: string[] = []
  const forms: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  function add({ term, form }: Word, start: number, end: number): void {
    terms.push(term)
    forms.push(form)
    starts.push(start)
    ends.push(end)
  }
  readTokens(text, { addChunk: add, add })
  return { terms, forms, starts, ends }
}

function versionOf({ designators, names, spaced }: Listed): string {
  const families = [...spaced].map(([letters, numbers]) => [letters, ...numbers])
  const taken = JSON.stringify([[...designators], [...names], families])
  return createHash('sha256').update(taken).digest('hex').slice(0, 8)
}
