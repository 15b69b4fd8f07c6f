import type { SearchEngine, SimilarWord } from '../../engine/search-engine.ts'

/** A query with a word of the index in place of the last one. */
export interface SuggestedWord extends SimilarWord {
  readonly q: string
}

/**
 * Words that the last word of a query may be the beginning of, or be meant for; none for one of less than three letters, or behind
 * anything but white space. Throws EngineUnavailable.
 */
export async function suggestWords(
  engine: Pick<SearchEngine, 'suggest'>,
  q: string,
  limit: number,
): Promise<SuggestedWord[]> {
  const [, before = '', typed = ''] = /^(|.*\s)(\p{L}{3,40})$/su.exec(q) ?? []
  if (typed === '') return []
  const words = await engine.suggest(typed, limit + 1)
  return words
    .filter(({ word }) => word !== typed.toLowerCase())
    .slice(0, limit)
    .map(({ word, articles }) => ({ word, articles, q: before + word }))
}
