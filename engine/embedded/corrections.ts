import type { DatabaseSync } from 'node:sqlite'
import {
  correctionOf,
  doubtfulWords,
  likeliest,
  mostCorrections,
  similarForms,
} from '../did-you-mean.ts'
import type { Correction, Reading, SearchRequest, SimilarWord } from '../search-engine.ts'
import { matchingSequences, type Desk } from './answer.ts'
import { TooBroad } from './retrieve.ts'

/**
 * What a reader may have meant by the words of a request that no article has. A correction that finds nothing is not offered, but where
 * other words are to be corrected too.
 */
export function correctionsOf(
  desk: Desk,
  request: SearchRequest,
  readings: readonly Reading[],
): Correction[] {
  const unknown = doubtfulWords(request, readings).filter(({ term }) => !isKnown(desk.db, term))
  const corrections = unknown.flatMap((word) =>
    wordsLike(desk, word.raw, mostCorrections).map((similar) =>
      correctionOf(request.query, word, similar),
    ),
  )
  return unknown.length > 1
    ? corrections
    : corrections.filter(({ query }) => findsAny(desk, { ...request, query }))
}

function findsAny(desk: Desk, request: SearchRequest): boolean {
  try {
    return matchingSequences(desk, request).length > 0
  } catch (error) {
    if (error instanceof TooBroad) return true
    throw error
  }
}

/** Words of the index that are spelled much like one, the likeliest first. */
export function wordsLike(
  { db, vocabulary, archive }: Desk,
  word: string,
  limit: number,
): SimilarWord[] {
  const count = db.prepare('select count(*) as articles from tokens where tokens match ?')
  return likeliest(
    similarForms(word, vocabulary),
    (term) => Number(count.get(inText(term))?.['articles']),
    { typed: word, names: archive, limit },
  )
}

function isKnown(db: DatabaseSync, term: string): boolean {
  const any = db.prepare('select 1 from tokens where tokens match ? limit 1')
  return any.get(inText(term)) !== undefined
}

/** The term in title or text, as FTS5 reads it; terms of letters need no escaping. */
const inText = (term: string) => `{title text} : "${term}"`
