import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

/** Every person with the words that name them, and every place, in the order of their names. */
function namedIn(text: string, title = ''): Record<string, string[]> {
  const article = { title, text, outlet: '', url: '' }
  const { people, places } = extractFacets(article, lists).facets
  const named = [...people, ...places].map(({ name, evidence }): [string, string[]] => [
    name,
    evidence.map(({ field, start, end }) => article[field].slice(start, end)),
  ])
  return Object.fromEntries(named.sort())
}

describe('surnames that are words', () => {
  const cases: [string, string, Record<string, string[]>][] = [
    [
      'before a given name in two syllables, and after a title',
      'President Park Geun-hye flew home. Mr. Kim and President Park had met.',
      { 'Kim Jong Un': ['Kim'], 'Park Geun-hye': ['Park Geun-hye', 'Park'] },
    ],
    [
      'of somebody whom no list has',
      'A spokesman, Park Yun-seol, read it out. Mr. Park left.',
      { 'Park Yun-seol': ['Park Yun-seol', 'Park'] },
    ],
    ['of a listed man', 'On Monday Park Jin flew home.', { 'Park Jin': ['Park Jin'] }],
    ['but not of a street or a town', 'They walked down Park Lane to Park Hotel.', {}],
  ]
  it.each(cases)('are names %s', (_, text, named) => {
    expect(namedIn(text)).toEqual(named)
  })
})
