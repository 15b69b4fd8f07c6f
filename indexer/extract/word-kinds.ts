import { namesIn, type ListRow } from '../../engine/gazetteers/list-file.ts'
import { wordKey } from './word-forms.ts'

/** The folded words of the lists by kind; demonyms are a kind of their own. */
export function wordKinds(
  words: readonly ListRow[],
  demonyms: readonly ListRow[],
): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>()
  const add = (kind: string, word: string) => {
    const known = kinds.get(kind) ?? new Set()
    kinds.set(kind, known.add(wordKey(word)))
  }
  for (const row of words)
    for (const kind of namesIn(row.get('kinds'))) add(kind, row.get('word') ?? '')
  for (const row of demonyms) add('demonym', row.get('word') ?? '')
  return kinds
}
