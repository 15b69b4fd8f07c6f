import type { DatabaseSync } from 'node:sqlite'
import { completionForms } from '../completions.ts'
import {
  correctionOf,
  doubtfulWords,
  likeliest,
  mostCorrections,
  similarForms,
  type SimilarForm,
} from '../did-you-mean.ts'
import type { Correction, Reading, SearchRequest, SimilarWord } from '../search-engine.ts'
import { matchingSequences, type Desk } from './answer.ts'
import { TooBroad } from './patience.ts'

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

/** Words of the index that begin with one, or else are spelled much like it, the likeliest first. */
export function wordsMeant(desk: Desk, word: string, limit: number): SimilarWord[] {
  const begun = likeliestOf(desk, completionForms(word, desk.vocabulary), word, limit)
  return begun.length > 0 ? begun : wordsLike(desk, word, limit)
}

/** Words of the index that are spelled much like one, the likeliest first. */
function wordsLike(desk: Desk, word: string, limit: number): SimilarWord[] {
  return likeliestOf(desk, similarForms(word, desk.vocabulary), word, limit)
}

function likeliestOf(
  { db, archive }: Desk,
  forms: readonly SimilarForm[],
  typed: string,
  limit: number,
): SimilarWord[] {
  const count = db.prepare('select count(*) as articles from tokens where tokens match ?')
  const articlesWith = (term: string) => Number(count.get(inText(term))?.['articles'])
  return likeliest(forms, articlesWith, { typed, names: archive, limit })
}

function isKnown(db: DatabaseSync, term: string): boolean {
  const any = db.prepare('select 1 from tokens where tokens match ? limit 1')
  return any.get(inText(term)) !== undefined
}

/** The term in title or text, as FTS5 reads it; terms of letters need no escaping. */
const inText = (term: string) => `{title text} : "${term}"`
