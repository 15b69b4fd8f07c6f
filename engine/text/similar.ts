import { mostLetters, patternOf } from './edit-distance.ts'
import type { LetterForms } from './letter-forms.ts'

/** Words of fewer letters resemble too many others; longer ones than a machine word has bits are no words. */
const fewestLetters = 3

/**
 * The words of a vocabulary that are spelled almost like one typed: by optimal string alignment (a letter missing, added,
 * replaced, or two neighbours swapped count one) at most 1 away for three to five letters, 2 for six and more. The typed word
 * itself is first where the vocabulary has it; then nearest first, alphabetical among equals, at most `most`.
 * `typed` and the vocabulary are forms as `analyse` gives them. Words with digits are similar to nothing: S-300 and S-400 are one
 * letter apart.
 */
export function similarWords(typed: string, forms: LetterForms, most: number): string[] {
  const words = [...similarDistances(typed, forms)].sort(
    ([a, near], [b, far]) => near - far || (a < b ? -1 : 1),
  )
  return words.slice(0, most).map(([word]) => word)
}

/** The same words in any order, each with its distance. */
export function similarDistances(typed: string, forms: LetterForms): ReadonlyMap<string, number> {
  if (typed.length < fewestLetters || typed.length > mostLetters || /\d/.test(typed))
    return new Map()
  return forms.near(patternOf(typed))
}
