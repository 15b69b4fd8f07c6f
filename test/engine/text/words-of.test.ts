import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { analyse } from '../../../engine/text/analyse.ts'
import { textsRead, wordsOf } from '../../../engine/text/words.ts'

const pieces = [
  'deliver',
  'Deliveries',
  'US',
  'U.S.',
  'S-300',
  'S 300',
  "Ma'rib",
  '1,000',
  'ﬁn',
  '-',
]
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(' '))

const formsOf = (words: readonly { readonly form: string }[]) =>
  [...new Set(words.map(({ form }) => form))].toSorted()

describe('the words of a text', () => {
  it('are those of its analysis, in the same order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { terms, forms } = analyse(text)
        const found = wordsOf(text, textsRead())
        expect(found.terms).toEqual(terms)
        expect(formsOf(found.words)).toEqual([...new Set(forms)].toSorted())
      }),
    )
  })

  it('come once each, however often they stand there', () => {
    const { words } = wordsOf('missile after missile after missile', textsRead())
    expect(words.map(({ form }) => form)).toEqual(['missile', 'after'])
  })

  it('are fresh where no text since then had them', () => {
    wordsOf('convoys left', textsRead())
    const since = textsRead()
    expect(formsOf(wordsOf('convoys crossed', since).fresh)).toEqual(['convoys', 'crossed'])
    expect(formsOf(wordsOf('convoys returned', since).fresh)).toEqual(['returned'])
  })
})
