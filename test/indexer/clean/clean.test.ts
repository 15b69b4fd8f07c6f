import { describe, expect, it } from '@jest/globals'
import { cleanDraft } from '../../../indexer/clean/clean.ts'
import { draftOf } from './draft-of.ts'

const textOf = (title: string, text: string) => cleanDraft(draftOf(title, text)).text

describe('cleaning whitespace', () => {
  it.each([
    ['line breaks of Windows', 'One.\r\nTwo.', 'One.\nTwo.'],
    ['line breaks of old Macs', 'One.\rTwo.', 'One.\nTwo.'],
    ['runs of spaces', 'One   two', 'One two'],
    ['no-break spaces', 'One\u00a0\u00a0two\u202fthree', 'One two three'],
    ['tabs', 'One\t\ttwo', 'One two'],
    ['spaces at the ends of lines', 'One.  \n  Two.', 'One.\nTwo.'],
    ['more than two blank lines', 'One.\n\n\n\n\n\nTwo.', 'One.\n\n\nTwo.'],
    ['invisible characters', '\ufeffOne\u200b two\u0000', 'One two'],
  ])('tidies %s', (_, text, cleaned) => {
    expect(textOf('A headline', text)).toBe(cleaned)
  })

  it('keeps paragraphs apart', () => {
    expect(textOf('A headline', 'One.\n\nTwo.')).toBe('One.\n\nTwo.')
  })

  it('makes the title one line', () => {
    expect(cleanDraft(draftOf(' Talks\n resume ', 'They met.')).title).toBe('Talks resume')
  })

  it('finds another title when nothing of it is visible', () => {
    expect(cleanDraft(draftOf('\u200b', 'They met.\nThey left.')).title).toBe('They met.')
  })

  it('says that there is no text when nothing of it is visible', () => {
    expect(() => cleanDraft(draftOf('Talks', '\u200b\u00a0'))).toThrow('no text')
  })
})

describe('removing a repeated headline', () => {
  const headline = 'Frigate returns to its home port'

  it.each([
    ['on a line of its own', `${headline}\n\nThe ship docked.`],
    ['twice', `${headline}\n${headline}\nThe ship docked.`],
    ['glued to the text', `${headline}The ship docked.`],
    ['glued to itself', `${headline}${headline}The ship docked.`],
    ['glued to itself with a space', `${headline} ${headline}\nThe ship docked.`],
  ])('removes it %s', (_, text) => {
    expect(textOf(headline, text)).toBe('The ship docked.')
  })

  it('leaves a sentence that begins with the words of the headline', () => {
    const text = `${headline} after nine months, the navy said.`
    expect(textOf(headline, text)).toBe(text)
  })

  it('leaves a word that begins with a short headline', () => {
    expect(textOf('Mali', 'Malian officers met.')).toBe('Malian officers met.')
  })

  it('leaves a text that is nothing but the headline', () => {
    expect(textOf(headline, headline)).toBe(headline)
  })
})
