import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { piecesAsRead, textAsRead } from '../../../engine/archive/text-as-read.ts'
import { cleanDraft } from '../../../indexer/clean/clean.ts'
import { tidyText } from '../../../indexer/clean/whitespace.ts'
import { draftOf } from './draft-of.ts'

/** Lines that steps remove, whole or in part, and lines that stay. */
const line = fc.constantFrom(
  '',
  'Talks resume in Vienna',
  'Talks resume in ViennaTalks resume in Vienna',
  'Talks resume in ViennaNegotiators met.',
  'MOSCOW (Reuters) - Negotiators met in Vienna on Monday, they said.',
  'By Ann Lee MOSCOW (Reuters) - They met.',
  'By Ann Lee',
  'April 27, 2016',
  'SIGN UP for our newsletter',
  'Support the Gazette!',
  '… we have a small favor to ask.',
  'Your support helps us.',
  'Advertisement',
  'Frigate at seaReuters',
  'Frigate at sea',
  'It left. (RELATED: The frigate returns) It came back. (Photo by Jo Park/Wire)',
  'Similar News: all',
  'Read more »',
  'Related:',
  'They left. (Reporting by Ann Lee; Editing by Bo Ek)',
  'He left. Copyright 2016 Wire. All rights reserved.',
  '  two  spaces\tand a tab ',
  'Он сказал 🚢.',
)
const texts = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: line },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
  )
  .map((lines) => lines.join('\n'))
  .filter((text) => tidyText(text) !== '')

describe('the text as read', () => {
  it('is the cleaned text with the removals put back', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('', 'Talks resume in Vienna'), (text, title) => {
        const cleaned = cleanDraft(draftOf(title, text))
        expect(textAsRead(cleaned.text, cleaned.cleaning.removed)).toBe(tidyText(text))
      }),
      { numRuns: 500 },
    )
  })

  it('holds each removal in its place, ascending and apart', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = tidyText(text)
        let last = 0
        for (const { start, end, text: removed } of cleanDraft(draftOf('', text)).cleaning
          .removed) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(read.slice(start, end)).toBe(removed)
          last = end
        }
      }),
    )
  })

  it('gives the same article when it is cleaned again', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('', 'Talks resume in Vienna'), (text, title) => {
        const cleaned = cleanDraft(draftOf(title, text))
        const { titleFrom, removed } = cleaned.cleaning
        const again = cleanDraft({
          ...draftOf(
            titleFrom === 'source' ? cleaned.title : '',
            textAsRead(cleaned.text, removed),
          ),
          authors: cleaned.authors,
        })
        expect(again).toEqual(cleaned)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves nothing to tidy', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cleaned = cleanDraft(draftOf('', text))
        expect(cleaned.text).toBe(tidyText(cleaned.text))
      }),
    )
  })

  it('comes in pieces that say which step removed them', () => {
    const { text, cleaning } = cleanDraft(
      draftOf('Talks', 'They met.\n\nAdvertisement\n\nThey left.'),
    )
    expect(piecesAsRead(text, cleaning.removed)).toEqual([
      { kind: 'kept', text: 'They met.\n\n' },
      { kind: 'removed', step: 'advertisement', text: 'Advertisement\n\n' },
      { kind: 'kept', text: 'They left.' },
    ])
  })
})

describe('cleaning ends soon', () => {
  it.each([
    ['brackets', '('.repeat(200_000)],
    ['photo brackets', '(Photo by '.repeat(50_000)],
    ['teaser labels', '(RELATED: '.repeat(50_000)],
    ['capitals', 'A'.repeat(200_000)],
    ['names of a byline', `By ${'Ann Lee, '.repeat(20_000)}`],
    ['copyright signs', '© 2016 '.repeat(50_000)],
    ['short lines of prompts', 'Share\n'.repeat(90_000)],
    ['a line again and again', 'Talks\n'.repeat(90_000)],
    ['credits', `${'Reporting by '.repeat(30_000)})`],
    ['dashes and dates', 'April 1, 2016 - '.repeat(30_000)],
    ['spaces', `a${' '.repeat(300_000)}b`],
    ['more lines than an article has', 'a\n'.repeat(1_000_000)],
  ])('on a text of nothing but %s', (_, text) => {
    const { text: left, cleaning } = cleanDraft(draftOf('Talks', text))
    expect(textAsRead(left, cleaning.removed)).toBe(tidyText(text))
  })
})
