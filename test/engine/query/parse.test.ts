import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { longestQuery, mostOperands, parse } from '../../../engine/query/parse.ts'
import { print } from '../../../engine/query/print.ts'
import type { Query } from '../../../engine/query/query.ts'

const word = (text: string): Query => ({ kind: 'word', text })

describe('parse', () => {
  it('asks for every article when nothing is typed', () => {
    expect(parse('  ')).toEqual({ query: { kind: 'all' }, warnings: [] })
  })

  it('requires all words', () => {
    expect(parse('S-300 delivery').query).toEqual({
      kind: 'and',
      operands: [word('S-300'), word('delivery')],
    })
  })

  it.each(['"air defence"', '“air defence”', '„air defence“', '"air defence'])(
    'reads %s as a phrase',
    (typed) => {
      expect(parse(typed).query).toEqual({ kind: 'phrase', text: 'air defence' })
    },
  )

  it.each(['-syria', '–syria', '−syria', 'NOT syria'])('reads %s as an exclusion', (typed) => {
    expect(parse(typed).query).toEqual({ kind: 'not', operand: word('syria') })
  })

  it('takes AND as what it does anyway', () => {
    expect(parse('iran AND russia')).toEqual(parse('iran russia'))
  })

  it.each([
    ['outlet:Reuters', { kind: 'facet', facet: 'outlet', name: 'Reuters' }],
    ['OUTLET:"Moscow Times"', { kind: 'facet', facet: 'outlet', name: 'Moscow Times' }],
    ['cites:tass', { kind: 'facet', facet: 'cites', name: 'tass' }],
    ['person:Shoigu', { kind: 'facet', facet: 'people', name: 'Shoigu' }],
    ['title:iran', { kind: 'word', text: 'iran', field: 'title' }],
    ['title:"air defence"', { kind: 'phrase', text: 'air defence', field: 'title' }],
    ['after:2016-03', { kind: 'dates', from: '2016-03', to: '' }],
    ['before:2016', { kind: 'dates', from: '', to: '2016' }],
    ['date:2016-04-11', { kind: 'dates', from: '2016-04-11', to: '2016-04-11' }],
  ])('reads %s as a field', (typed, query) => {
    expect(parse(typed)).toEqual({ query, warnings: [] })
  })

  it('keeps a minus inside a word and a lone minus as they are', () => {
    expect(parse('S-300').query).toEqual(word('S-300'))
    expect(parse('-').query).toEqual(word('-'))
  })
})

describe('what is not understood is searched literally and reported with its place', () => {
  it.each([
    ['iran colour:red', 5, 15, /no field “colour:”/],
    ['iran after:yesterday', 5, 20, /“yesterday” is not a date/],
    ['date:2016-13', 0, 12, /not a date/],
    ['iran OR iraq', 5, 7, /OR is searched as the word/],
    ['iran ""', 5, 7, /Empty quotation marks/],
    ['iran "air defence', 5, 17, /not closed/],
    ['missil* iran', 0, 7, /The \* is ignored/],
    ['dehghan~ iran', 0, 8, /The ~ is ignored/],
    ['"iran russia"~10', 13, 16, /Distances/],
    ['iran NEAR/10 russia', 5, 12, /NEAR/],
    ['(iran russia', 0, 5, /Parentheses/],
    ['outlet: Reuters', 0, 7, /right behind the colon/],
  ])('%s', (typed, start, end, message) => {
    expect(parse(typed).warnings).toEqual([{ message: expect.stringMatching(message), start, end }])
  })

  it('searches an unknown field as its words', () => {
    expect(parse('colour:red').query).toEqual(word('colour:red'))
    expect(parse('colour:"dark red"').query).toEqual({ kind: 'phrase', text: 'colour dark red' })
  })

  it.each(['https://example.org/a', 'S-300PMU-2', '10:30', "Ma'rib", 'C++', '50%'])(
    'says nothing about %s',
    (typed) => {
      expect(parse(typed).warnings).toEqual([])
    },
  )

  it('cuts what is too long, and says so', () => {
    expect(parse(`iran ${'x'.repeat(longestQuery)}`).warnings[0]?.message).toMatch(
      /first 1000 characters/,
    )
    const many = Array.from({ length: mostOperands + 1 }, (_, i) => `w${i}`).join(' ')
    expect(parse(many).warnings[0]?.message).toMatch(/first 64/)
  })
})

/** Text with much of what the language gives a meaning to. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '-',
        '"',
        '“',
        ':',
        'outlet:',
        'title:',
        'date:2016',
        'AND ',
        'NOT ',
        'OR ',
        'S-300',
        "'",
        '(',
        '*',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''))

describe('print', () => {
  it('is the inverse of parse', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { query } = parse(text)
        expect(parse(print(query)).query).toEqual(query)
      }),
      { numRuns: 2_000 },
    )
  })

  it('writes a query as it can be typed', () => {
    const text = 'S-300 "air defence" -syria outlet:"Moscow Times" title:iran after:2016-03'
    expect(print(parse(text).query)).toBe(text)
  })
})
