import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function people(text: string, title = '') {
  return extractFacets({ title, text, outlet: '', url: '' }, lists).facets.people
}

function namesOf(text: string, title = ''): string[] {
  return people(text, title)
    .map((value) => value.name)
    .sort()
}

describe('people', () => {
  const cases: [string, string, string[]][] = [
    ['a surname by its title', 'It was President Clinton who signed.', ['Bill Clinton']],
    ['the same surname by another title', 'Mrs. Clinton flew to Asia.', ['Hillary Clinton']],
    ['a surname by the noun after it', 'The Clinton administration agreed.', ['Bill Clinton']],
    [
      'a title that tells relatives apart',
      'Hillary Clinton spoke of the bombing that President Clinton had ordered.',
      ['Bill Clinton', 'Hillary Clinton'],
    ],
    [
      'a surname that comes first, beside a namesake whose given name it is',
      'The Kim regime held Tony Kim. Kim Jong Un sent Kim Yong Chol. Tony Kim left.',
      ['Kim Jong Un', 'Kim Yong Chol', 'Tony Kim'],
    ],
    [
      'two people joined by a hyphen',
      'The Trump-Putin summit ended.',
      ['Donald Trump', 'Vladimir Putin'],
    ],
    [
      'a couple that shares a surname',
      'He saw Emmanuel and Brigitte Macron there.',
      ['Brigitte Macron', 'Emmanuel Macron'],
    ],
    [
      'an unknown first name before a surname that is repeated with a title',
      'Quorl Ventrass opposed it. “Never,” Mr. Ventrass added.',
      ['Quorl Ventrass'],
    ],
    [
      'a name that is sure elsewhere in the article',
      'Associate Quorl Ventrass was there, said Quorl Ventrass, the envoy.',
      ['Quorl Ventrass'],
    ],
    [
      'a nickname in quotation marks',
      'Rep. Robert "Bob" Oldcastle voted. Bob Oldcastle left.',
      ['Robert "Bob" Oldcastle'],
    ],
    [
      'a full name that the page repeats with its middle names',
      'Sen. Mark Oldcastle Mark Ray OldcastlePanel votes today. Mark Oldcastle left.',
      ['Mark Oldcastle'],
    ],
    [
      'a middle initial that is a word elsewhere',
      'Sen. Margaret A. Oldcastle spoke.',
      ['Margaret A. Oldcastle'],
    ],
    [
      'short and long forms of one name',
      'Bill Oldcastle came. William Ray Oldcastle said no. William Oldcastle left.',
      ['William Ray Oldcastle'],
    ],
    [
      'a surname of two words',
      'Rep. Maria Ventrass Small spoke. Rep. Ventrass Small left.',
      ['Maria Ventrass Small'],
    ],
    ['a title and a surname that is a weekly', 'Foreign Secretary Liam Fox left.', ['Liam Fox']],
    [
      'a spelling that the list lacks',
      'The aide met Abdel Fatah al-Sisi.',
      ['Abdel Fattah el-Sisi'],
    ],
    [
      'a surname before two syllables',
      'The envoy to the talks, Jang Il Hun, told them so.',
      ['Jang Il Hun'],
    ],
    [
      'fathers and sons in power',
      'Kim Jong Un, son of Kim Jong Il.',
      ['Kim Jong Il', 'Kim Jong Un'],
    ],
    ['the authors', 'By Margaret Oldcastle and Piet Vries in Tunis\n\nThe minister spoke.', []],
    [
      'those who helped',
      'He left. (Additional reporting by Anna Oldcastle, Piet Vries and Jane Roe in Tunis; Editing by Mary Major)',
      [],
    ],
    ['an author who is quoted', 'By Mary Major\n\nMary Major said so.', ['Mary Major']],
    ['a sentence that begins with By', 'By then John Smith had left.', ['John Smith']],
    ['a photographer', 'The minister. (Reuters photo: Margaret Oldcastle) The end.', []],
    ['a photographer before the agency', 'The minister. Margaret Oldcastle/Getty Images', []],
    ['a reporter', 'Margaret Oldcastle in Cairo contributed to this report.', []],
    ['an account', 'She follows @realDonaldTrump there.', []],
    [
      'a title at the end of a sentence',
      'He was Secretary of Defense. Unsurprisingly he left.',
      [],
    ],
    ['an airport', 'They landed at Ataturk airport.', []],
    ['a court', 'A General Sessions Court judge ruled.', []],
    ['a district', 'They fled the Sheikh Tallaf district.', []],
    [
      'another man of a known surname',
      'The reporters were Jethro Mullen and others.',
      ['Jethro Mullen'],
    ],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(namesOf(text)).toEqual(expected)
  })

  it('does not take a word of a headline for a first name', () => {
    expect(namesOf('The court decides today.', 'China Protests, Will Extradite Nobody')).toEqual([])
  })

  it('does not take others for a listed person whose first names are initials', () => {
    expect(namesOf('Gen. V. K. Singh spoke.')).toEqual(['V. K. Singh'])
    expect(namesOf('Gen. R. Singh spoke.')).toEqual(['R. Singh'])
  })

  it('says what fired', () => {
    const [value] = people('It was President Clinton who signed.')
    expect(value?.rule).toBe('title or noun beside the surname')
  })
})
