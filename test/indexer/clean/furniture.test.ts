import { describe, expect, it } from '@jest/globals'
import { cleanDraft } from '../../../indexer/clean/clean.ts'
import { draftOf } from './draft-of.ts'
import { removalsOf } from './removals-of.ts'

describe('furniture of pages', () => {
  it.each([
    'Related content from SpecimenWire.com:',
    'Read more from Specimen Entertainment:',
    'Share This Story Tweet Share Share Pin Email',
    'ADVERTISEMENT Thanks for watching! Visit Website',
    'Subscribe to support our journalism',
    'Subscribe now and support our independent journalism.',
  ])('leaves no “%s”', (line) => {
    expect(removalsOf(line).left).toEqual([])
  })

  it('leaves no signature of a mail', () => {
    const text = 'Negotiators met in Vienna on Monday, officials said.'
    const signature = '-- \nArms Specimen\nUnsubscribe: https://specimen.example/u'
    expect(cleanDraft(draftOf('Talks resume', `${text}\n\n${signature}`)).text).toBe(text)
    const verse = `${text}\n\n--\n\nNobody laughed.`
    expect(cleanDraft(draftOf('Talks resume', verse)).text).toBe(verse)
  })

  it('leaves no date line of which the parts are glued', () => {
    const text = 'Negotiators met in Vienna on Monday, officials said.'
    const line = '2 minute readApril 25, 20232:26 PM GMT+2Last Updated 9 min ago'
    expect(cleanDraft(draftOf('Talks resume', `${line}\n\n${text}`)).text).toBe(text)
  })

  it.each(['Read more from him, she said, and you will see.', 'Pin this story to the wall.'])(
    'leaves “%s”',
    (line) => {
      expect(removalsOf(line).left).toEqual([line])
    },
  )
})
