import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { analyse } from '../../../engine/text/analyse.ts'

/** Pieces of which every rule of the analysis makes something, and any other text between them. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'S',
      'S-300',
      '300',
      'PMU-2',
      'С-300',
      'MiG',
      '29',
      'US',
      'U.S',
      'G7',
      'COVID',
      '9K',
      '720',
      '1,000',
      '.5',
    ],
    ...[
      'Iran',
      'deliveries',
      'defence',
      "'s",
      '’',
      '-',
      '–',
      '.',
      ',',
      ' ',
      '\u00a0',
      '\t',
      '\u00ad',
      '\u200b',
    ],
    ...['LONG', 'HEADLINE', 'é', 'ł', '\u0301', '😀', '𐍈', '\ud800', 'x'.repeat(99)],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const line = fc
  .array(piece, { maxLength: 14 })
  .map((pieces) => pieces.join('').replace(/[\n\r\u2028\u2029]/g, ' '))

describe('for any text', () => {
  it('offsets lie in it, ascend and never overlap, and every position has a term and a form', () => {
    fc.assert(
      fc.property(line, (text) => {
        const { terms, forms, starts, ends } = analyse(text)
        const bounds = starts.flatMap((start, i) => [start, ends[i] ?? -1])
        expect(bounds).toEqual([...bounds].sort((a, b) => a - b))
        expect(starts.filter((start, i) => start >= (ends[i] ?? 0))).toEqual([])
        expect(bounds.at(-1) ?? 0).toBeLessThanOrEqual(text.length)
        expect([terms.length, forms.length, ends.length]).toEqual(Array(3).fill(starts.length))
        expect(terms.filter((term) => term === '' || /\s/.test(term))).toEqual([])
        expect(forms.filter((form) => form === '' || /\s/.test(form))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('lines are analysed one by one', () => {
    fc.assert(
      fc.property(line, line, (above, below) => {
        const one = analyse(above)
        const other = analyse(below)
        const down = (offset: number) => offset + above.length + 1
        expect(analyse(`${above}\n${below}`)).toEqual({
          terms: [...one.terms, ...other.terms],
          forms: [...one.forms, ...other.forms],
          starts: [...one.starts, ...other.starts.map(down)],
          ends: [...one.ends, ...other.ends.map(down)],
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('the answer depends on nothing but the text', () => {
    fc.assert(
      fc.property(line, fc.array(line, { maxLength: 5 }), (text, others) => {
        const before = analyse(text)
        for (const other of others) analyse(other)
        expect(analyse(`${text} `.slice(0, -1))).toEqual(before)
      }),
    )
  })
})

describe('spellings that fold to one', () => {
  const word = fc.constantFrom(
    ...[
      'S-300',
      'S-300PMU-2',
      'MiG-29',
      '9K720',
      'delivery',
      'Erdoğan',
      'Łódź',
      'Iran’s',
      'long-overdue',
    ],
    ...['U.S.', 'G-7', '1,000', 'Maʿrib', 'naïve', 'S 300', 'COVID-19'],
  )
  const spelled: readonly [string, (text: string) => string][] = [
    ['composed or not', (text) => text.normalize('NFD')],
    ['with any dash', (text) => text.replaceAll('-', '‑')],
    ['with another dash', (text) => text.replaceAll('-', '−')],
    ['with any space', (text) => text.replaceAll(' ', '\u00a0')],
    ['with narrow spaces', (text) => text.replaceAll(' ', '\u202f')],
    ['with any apostrophe', (text) => text.replaceAll('’', "'")],
    [
      'with soft hyphens',
      (text) =>
        Array.from(text).join('\u00ad').replaceAll('\u00ad ', ' ').replaceAll(' \u00ad', ' '),
    ],
    [
      'with zero-width spaces inside words',
      (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, '\u200b'),
    ],
  ]

  it.each(spelled)('%s', (_, respell) => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const text = words.join(', ')
        expect(analyse(respell(text)).terms).toEqual(analyse(text).terms)
      }),
    )
  })
})
