import { describe, expect, it } from '@jest/globals'
import { termsBehind } from '../../../engine/query/prefix-terms.ts'
import { analyse } from '../../../engine/text/analyse.ts'
import type { Vocabulary } from '../../../engine/vocabulary/vocabulary.ts'
import { LetterForms } from '../../../engine/text/letter-forms.ts'

const text =
  'He tried and tries. Spies cried; eggs were fried, clothes dried. A plane flies, flew, flying. Deliveries and bodies were carried. ' +
  'The centre of defence is grey. Nationalisation stopped. Ties and lies and dies. Skies clear. Programmes were analysed. Colours fade.'
const { forms, terms } = analyse(text)
const sorted = [...new Set(forms)].sort()
const vocabulary: Vocabulary = {
  formsFrom: (prefix, limit) => sorted.filter((form) => form.startsWith(prefix)).slice(0, limit),
  letterForms: () => new LetterForms(),
}

describe('the beginning of a word', () => {
  it.each(
    forms.map((form, i) => [form, terms[i] ?? ''] as const).filter(([form]) => form.length > 2),
  )('finds %s by all of its beginnings', (form, term) => {
    for (let length = 2; length <= form.length; length++) {
      const prefix = form.slice(0, length)
      const isFound = term.startsWith(prefix) || termsBehind(prefix, vocabulary).includes(term)
      expect({ prefix, isFound }).toEqual({ prefix, isFound: true })
    }
  })
})
