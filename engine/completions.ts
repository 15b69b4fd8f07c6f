import type { SimilarForm } from './did-you-mean.ts'
import { analyse } from './text/analyse.ts'
import type { Vocabulary } from './vocabulary/vocabulary.ts'

/** Shorter beginnings have too many words. */
const fewestLetters = 3
/** Forms that are looked at, in the order of their letters. */
const mostForms = 400
/** Forms whose articles are counted: the shortest, which are words more often than names and slips are. */
const mostCounted = 40

/** The forms of a vocabulary that begin with what was typed of a word, one of each term; none for a beginning of less than three letters. */
export function completionForms(typed: string, vocabulary: Vocabulary): SimilarForm[] {
  const [form = '', ...others] = analyse(typed).forms
  if (others.length > 0 || form.length < fewestLetters || !isWord(form)) return []
  const begun = vocabulary.formsFrom(form, mostForms).filter(isWord)
  const perTerm = new Map<string, SimilarForm>()
  for (const each of begun.toSorted((a, b) => b.length - a.length)) {
    const term = analyse(each).terms[0] ?? each
    // The shortest of a term stays.
    perTerm.delete(term)
    perTerm.set(term, { form: each, term, distance: 0 })
  }
  return [...perTerm.values()].slice(-mostCounted)
}

function isWord(form: string): boolean {
  return /^\p{L}+$/u.test(form)
}
