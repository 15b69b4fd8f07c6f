import { LetterForms } from '../text/letter-forms.ts'

/**
 * The words that an index ever held, as `analyse` gives them as forms. It may know words that no article has any more: they match
 * nothing.
 */
export interface Vocabulary {
  /** Forms that begin with a prefix, in the order of their UTF-8 bytes, at most `limit`. */
  formsFrom(prefix: string, limit: number): readonly string[]
  /** Every form that has letters only: what similar words are looked for in. */
  letterForms(): LetterForms
}

/** Knows no words: what is searched before anything was indexed. */
export const emptyVocabulary: Vocabulary = {
  formsFrom: () => [],
  letterForms: () => new LetterForms(),
}
