import type { DatabaseSync } from 'node:sqlite'
import {
  correctionOf,
  doubtfulWords,
  likeliest,
  mostCorrections,
  similarForms,
} from '../did-you-mean.ts'
import type { Correction, Reading, SearchRequest, SimilarWord } from '../search-engine.ts'
import type { Desk } from './answer.ts'

/** What a reader may have meant by the words of a request that no article has. */
export function correctionsOf(
  desk: Desk,
  request: SearchRequest,
  readings: readonly Reading[],
): Correction[] {
  return doubtfulWords(request, readings)
    .filter(({ term }) => !isKnown(desk.db, term))
    .flatMap((word) =>
      wordsLike(desk, word.form, mostCorrections).map((similar) =>
        correctionOf(request.query, word, similar),
      ),
    )
}

/** Words of the index that are spelled much like one, the likeliest first. */
export function wordsLike({ db, vocabulary }: Desk, word: string, limit: number): SimilarWord[] {
  const count = db.prepare('select count(*) as articles from tokens where tokens match ?')
  return likeliest(
    similarForms(word, vocabulary),
    (term) => Number(count.get(inText(term))?.['articles']),
    limit,
  )
}

function isKnown(db: DatabaseSync, term: string): boolean {
  const any = db.prepare('select 1 from tokens where tokens match ? limit 1')
  return any.get(inText(term)) !== undefined
}

/** The term in title or text, as FTS5 reads it; terms of letters need no escaping. */
const inText = (term: string) => `{title text} : "${term}"`
