import { queryFields } from './fields.ts'

/** What other search engines give a meaning to, and what becomes of it here. */
const signs: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^OR$/, 'OR is searched as the word “or”: alternatives are not understood yet.'],
  [/^NEAR(?:\/\d+)?$/, 'NEAR is searched as a word: distances are not understood yet.'],
  [/^~\d+$/, 'Distances are not understood yet; the number is searched as a word.'],
  [/[\p{L}\p{N}]~\d*$/u, 'The ~ is ignored: similar spellings are not understood yet.'],
  [/[\p{L}\p{N}]\*$/u, 'The * is ignored: beginnings of words are not understood yet.'],
  [/^\(|\)$/, 'Parentheses are ignored: groups are not understood yet.'],
]

/** Why a word does not mean what its writer may expect; undefined for an ordinary one. */
export function literalReading(word: string): string | undefined {
  const name = word.endsWith(':') ? word.slice(0, -1).toLowerCase() : ''
  if (queryFields.has(name)) {
    return `“${word}” wants its value right behind the colon, without a space; it is searched as a word.`
  }
  return signs.find(([pattern]) => pattern.test(word))?.[1]
}
