import { describe, expect, it } from '@jest/globals'
import {
  correctionOf,
  doubtfulWords,
  likeliest,
  similarForms,
  type DoubtfulWord,
} from '../../engine/did-you-mean.ts'
import { parse } from '../../engine/query/parse.ts'
import { print } from '../../engine/query/print.ts'
import { LetterForms } from '../../engine/text/letter-forms.ts'
import type { Vocabulary } from '../../engine/vocabulary/vocabulary.ts'

const doubtful = (text: string): DoubtfulWord[] =>
  doubtfulWords({ query: parse(text).query, spelling: 'any' }, [])

function knowing(...words: readonly string[]): Vocabulary {
  return { formsFrom: () => [], letterForms: () => new LetterForms(words.join('\n')) }
}

describe('words that may be misspelled', () => {
  it.each([
    ['missle delivry', ['missle', 'delivry']],
    ['"missle of iran" OR shipmnt', ['missle', 'iran', 'shipmnt']],
    ['missle NEAR/5 delivry', ['missle', 'delivry']],
    ['long-overdu', ['long', 'overdu']],
    ['missle missles', ['missle']],
    ['iran -missle NOT delivry', ['iran']],
    ['S-300 2016 1,000 U.S. irn', []],
    ['=missle "=delivry late" missl* delivry~ outlet:reutrs', []],
    ['', []],
  ])('of %s are %j', (text, words) => {
    expect(doubtful(text).map(({ form }) => form)).toEqual(words)
  })

  it('are none where all spelling is exact', () => {
    expect(doubtfulWords({ query: parse('missle').query, spelling: 'exact' }, [])).toEqual([])
  })

  it('are none that were read as a name', () => {
    const readings = [{ typed: 'dehqan', also: [] }]
    const { query } = parse('dehqan missle')
    const found = doubtfulWords({ query, spelling: 'any' }, readings)
    expect(found.map(({ form }) => form)).toEqual(['missle'])
  })
})

describe('what may have been meant', () => {
  it('is spelled much like it, nearest first, one form of each term, without the word itself', () => {
    const vocabulary = knowing('delivery', 'deliveries', 'delivr', 'tanker', 'deliver', 'missile')
    expect(similarForms('Delivry', vocabulary)).toEqual([
      { form: 'delivery', term: 'delivery', distance: 1 },
      { form: 'delivr', term: 'delivr', distance: 1 },
      { form: 'deliver', term: 'deliver', distance: 2 },
    ])
    expect(similarForms('tanker', knowing('tankers', 'tanker'))).toEqual([])
  })

  it.each(['S-300', '2016', 'irn', 'U.S.', 'two words', ''])('is nothing for “%s”', (word) => {
    expect(similarForms(word, knowing('iran', 'two', 'words', 'years'))).toEqual([])
  })

  it('is what articles have: the nearest, and of those what most have', () => {
    const articles = new Map([
      ['missile', 3],
      ['missal', 8],
      ['misled', 0],
      ['missle', 90],
    ])
    const forms = [
      { form: 'misled', term: 'misled', distance: 1 },
      { form: 'missile', term: 'missile', distance: 1 },
      { form: 'missal', term: 'missal', distance: 1 },
      { form: 'missles', term: 'missle', distance: 2 },
    ]
    const count = (term: string) => articles.get(term) ?? 0
    const names = { idsWithWord: () => [], namesOf: () => [] }
    expect(likeliest(forms, count, { typed: 'missle', names, limit: 2 })).toEqual([
      { word: 'missal', articles: 8 },
      { word: 'missile', articles: 3 },
    ])
  })
})

describe('a word of a known name', () => {
  const forms = [
    { form: 'view', term: 'view', distance: 1 },
    { form: 'kiev', term: 'kiev', distance: 1 },
    { form: 'kiewy', term: 'kiewy', distance: 2 },
  ]
  const called = ['Mountain View', 'Kiev', 'Kiewy']
  const names = {
    idsWithWord: (_: string, word: string) =>
      called.filter((name) => name.toLowerCase().split(' ').includes(word)),
    namesOf: (_: string, ids: readonly string[]) =>
      ids.map((id) => ({ id, name: id, articles: 1 })),
  }
  const order = (typed: string) =>
    likeliest(forms, (term) => (term === 'view' ? 90 : 2), { typed, names, limit: 3 }).map(
      ({ word }) => word,
    )

  it('comes first among the nearest', () => {
    expect(order('kiew')).toEqual(['kiev', 'view', 'kiewy'])
  })

  it('comes before all others where a capital was typed', () => {
    expect(order('Kiew')).toEqual(['kiev', 'kiewy', 'view'])
  })
})

describe('a short word', () => {
  it('has words two slips away only with the same first letter', () => {
    const found = similarForms('Bombay', knowing('combat', 'bombed', 'bombax'))
    expect(found.map(({ form }) => form)).toEqual(['bombax', 'bombed'])
  })
})

describe('a corrected query', () => {
  it.each([
    ['iran delivry', 'delivery', 'iran delivery', 'delivry'],
    ['"S-300 Delivry soon" -delivry', 'delivery', '"S-300 delivery soon" -delivry', 'Delivry'],
    ['title:delivry', 'delivery', 'title:delivery', 'delivry'],
    ['long-overdu', 'overdue', 'long-overdue', 'overdu'],
  ])('of %s has the similar word where the other stood', (text, word, corrected, typed) => {
    const last = doubtful(text).find(({ form }) => /delivry|overdu/.test(form))
    if (!last) throw new Error('There is nothing to correct.')
    const correction = correctionOf(parse(text).query, last, { word, articles: 7 })
    expect(print(correction.query)).toBe(corrected)
    expect(correction).toMatchObject({ word, typed, articles: 7 })
  })
})
