import type { SimilarWord } from '../search-engine.ts'
import type { Searched } from './server.ts'

/** Words of the index that are spelled much like one. */
export async function similarWords(
  _searched: Searched,
  _word: string,
  _limit: number,
): Promise<readonly SimilarWord[]> {
  return []
}
