import { describe, expect, it } from '@jest/globals'
import { completionForms } from '../../engine/completions.ts'
import { emptyVocabulary } from '../../engine/vocabulary/vocabulary.ts'

const vocabularyOf = (...forms: readonly string[]) => ({
  ...emptyVocabulary,
  formsFrom: (prefix: string, limit: number) =>
    forms.filter((form) => form.startsWith(prefix)).slice(0, limit),
})

describe('the words that begin so', () => {
  it('are one of each term, the shortest of it', () => {
    const vocabulary = vocabularyOf('deliver', 'delivered', 'deliverance', 'deli', 'syria')
    const forms = completionForms('Deliv', vocabulary).map(({ form }) => form)
    expect(forms.toSorted()).toEqual(['deliver', 'deliverance'])
  })

  it('have letters only', () => {
    expect(completionForms('con', vocabularyOf('con2', 'cond.'))).toEqual([])
  })

  it.each(['de', '', 'S-3', '123', 'air def'])('are none for %j', (typed) => {
    expect(completionForms(typed, vocabularyOf('delivery', 's-300', '1234', 'defence'))).toEqual([])
  })

  it('are forty at most, the shortest', () => {
    const forms = Array.from({ length: 60 }, (_, n) => `abc${'x'.repeat(n)}`)
    const found = completionForms('abc', vocabularyOf(...forms)).map(({ form }) => form.length)
    expect(found).toHaveLength(40)
    expect(Math.max(...found)).toBe(42)
  })
})
