import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import type { TypedWord } from './typed-words.ts'

/**
 * Whether a word as typed is one of the language rather than a name: in lower case, and the vocabulary has `fewest` forms that only such
 * words have (marked and marking, greener and greening). Mark, with its capital, may be a man.
 */
export function isOrdinaryWord(
  { raw, form }: Pick<TypedWord, 'raw' | 'form'>,
  vocabulary: Vocabulary,
  fewest = 2,
): boolean {
  if (/^\p{Lu}/u.test(raw) || !/^[a-z]+$/.test(form)) return false
  const base = form.endsWith('e') ? form.slice(0, -1) : form
  const inflected = ['ing', 'ed', 'er', 'est'].map((ending) => base + ending)
  const derived = ['ly', 'ness', 'ful', 'less'].map((ending) => form + ending)
  const known = [...inflected, ...derived].filter(
    (word) => vocabulary.formsFrom(word, 1)[0] === word,
  )
  return known.length >= fewest
}
