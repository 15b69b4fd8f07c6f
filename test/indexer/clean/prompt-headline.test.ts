import { describe, expect, it } from '@jest/globals'
import { replacePromptHeadline } from '../../../indexer/clean/prompt-headline.ts'
import { draftOf } from './draft-of.ts'

function cleaned(title: string, text: string) {
  const { title: headline, text: rest } = replacePromptHeadline(draftOf(title, text))
  return { headline, rest }
}

describe('replacePromptHeadline', () => {
  it.each([
    'Support the Specimen Gazette!',
    'SIGN UP for our newsletter ✉️ :',
    'Subscribe',
    'Follow us on every channel',
    'Advertisement',
  ])('takes the next line for the headline after “%s”', (prompt) => {
    expect(cleaned(prompt, 'Talks resume in Vienna\n\nNegotiators met.')).toEqual({
      headline: 'Talks resume in Vienna',
      rest: 'Negotiators met.',
    })
  })

  it('passes over several prompts', () => {
    const text =
      'Get the latest stories delivered straight to you\n\nTalks resume\n\nNegotiators met.'
    expect(cleaned('SIGN UP for our newsletter', text).headline).toBe('Talks resume')
  })

  it.each(['Support for Iran grows', 'Shares fall', 'Donors meet in Geneva', 'Follow the money'])(
    'leaves the headline “%s”',
    (headline) => {
      expect(cleaned(headline, 'First line\n\nSecond.')).toEqual({
        headline,
        rest: 'First line\n\nSecond.',
      })
    },
  )

  it('leaves an article that is nothing but prompts as it is', () => {
    expect(cleaned('Subscribe', 'Donate now!')).toEqual({
      headline: 'Subscribe',
      rest: 'Donate now!',
    })
  })
})
