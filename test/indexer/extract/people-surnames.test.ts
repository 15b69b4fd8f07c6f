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

describe('a surname with a title', () => {
  const cases: [string, string, Record<string, string[]>][] = [
    [
      'is the namesake whom the article names',
      'Jeb Bush spoke first. Mr. Bush said little.',
      { 'Jeb Bush': ['Jeb Bush', 'Bush'] },
    ],
    [
      'is also one whom no list has',
      'Roger Clinton sang. Mr. Clinton was off key.',
      { 'Roger Clinton': ['Roger Clinton', 'Clinton'] },
    ],
    [
      'is the older of two presidents in an article on him',
      'George H.W. Bush was ill. President Bush rested.',
      { 'George H. W. Bush': ['George H.W. Bush', 'Bush'] },
    ],
    [
      'is nobody who never had the title',
      'Jeb Bush spoke. President Bush, his brother, listened.',
      { 'George W. Bush': ['Bush'], 'Jeb Bush': ['Jeb Bush'] },
    ],
  ]
  it.each(cases)('%s', (_, text, named) => {
    expect(namedIn(text)).toEqual(named)
  })
})

describe('a full name of two people', () => {
  const cases: [string, string, string][] = [
    ['is the likeliest', 'George Bush spoke.', 'George W. Bush'],
    [
      'is the one whose years stand near',
      'It was 1991, and George Bush spoke.',
      'George H. W. Bush',
    ],
    ['is not the one whose years do not', 'It was 2003, and George Bush spoke.', 'George W. Bush'],
    [
      'is the one who is named in full elsewhere',
      'George Bush spoke in 2003. George H.W. Bush, 79, was at sea.',
      'George H. W. Bush',
    ],
    ['is the one whose wife is there', 'George Bush and Barbara Bush sat.', 'George H. W. Bush'],
    [
      'is the one of that time',
      'George Bush telephoned Mikhail Gorbachev at once.',
      'George H. W. Bush',
    ],
  ]
  it.each(cases)('%s', (_, text, name) => {
    expect(namedIn(text)[name]?.[0]).toBe('George Bush')
  })
})

describe('a surname alone that is a place or a word', () => {
  const cases: [string, string, Record<string, string[]>][] = [
    [
      'is the man of the article who speaks, not the town',
      'Lloyd Austin flew in. Austin said more. It rained in Austin.',
      { Austin: ['Austin'], 'Lloyd Austin': ['Lloyd Austin', 'Austin'] },
    ],
    [
      'is the country that speaks, unless it is a he',
      'Vernon Jordan sat. Jordan said he was well. Jordan said it would pay.',
      { Jordan: ['Jordan'], 'Vernon Jordan': ['Vernon Jordan', 'Jordan'] },
    ],
    [
      'is known by a title and an unlisted first name',
      'Sen. Quorla Lincoln voted. Lincoln said it was right.',
      { 'Quorla Lincoln': ['Quorla Lincoln', 'Lincoln'] },
    ],
    [
      'is no month',
      'Theresa May spoke. May said that tanks may follow in May.',
      { 'Theresa May': ['Theresa May', 'May'] },
    ],
  ]
  it.each(cases)('%s', (_, text, named) => {
    expect(namedIn(text)).toEqual(named)
  })
})

describe('a surname of several people in the article', () => {
  const cases: [string, string, Record<string, string[]>][] = [
    [
      'is the one who is known by it alone',
      'Kim Jong Un met Kim Jong Vor. Then Kim left.',
      { 'Kim Jong Un': ['Kim Jong Un', 'Kim'], 'Kim Jong Vor': ['Kim Jong Vor'] },
    ],
    [
      'is another who was named with a title',
      'Kim Jong Un was away. General Kim Yong Chol spoke. Kim was brief.',
      { 'Kim Jong Un': ['Kim Jong Un'], 'Kim Yong Chol': ['Kim Yong Chol', 'Kim'] },
    ],
  ]
  it.each(cases)('%s', (_, text, named) => {
    expect(namedIn(text)).toEqual(named)
  })

  it('is nobody in a title that somebody is called', () => {
    expect(namedIn('They called him “President Evil” there.')).toEqual({})
  })
})
