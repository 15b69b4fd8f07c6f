import { describe, expect, it } from '@jest/globals'
import { findCites } from '../../../indexer/extract/cites.ts'
import { toFacetValues } from '../../../indexer/extract/facet-values.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'
import { readField } from '../../../indexer/extract/reading.ts'

const lists = loadLists()

function citesOf(text: string, ownOutlet = '') {
  const readings = [readField('text', text, lists)]
  return toFacetValues(findCites(readings, ownOutlet, lists), lists.outletsBroader)
}

const namesOf = (text: string, ownOutlet = '') =>
  citesOf(text, ownOutlet)
    .map((value) => value.name)
    .sort()

describe('a listed medium is a source', () => {
  const cases: [string, string, string[]][] = [
    [
      'an everyday name that is no word',
      'Mehr reported on Sunday that it rained.',
      ['Mehr News Agency'],
    ],
    [
      'said to, over an apposition',
      'It is late, said Dana Example, a writer, military expert and director of the Institute for the Study of Rain in the Hills to Reuters.',
      ['Reuters'],
    ],
    [
      'a list of more than six',
      'AFP, Reuters, Interfax, TASS, CNN, Sky News, Fox News and Yonhap reported it.',
      [
        'Agence France-Presse',
        'CNN',
        'Fox News',
        'Interfax',
        'Reuters',
        'Sky News',
        'TASS',
        'Yonhap',
      ],
    ],
    [
      'a list with words for what they are',
      'He was quoted by Al-Hayat, the state-run MENA and the Kuwait News Agency.',
      ['Al-Hayat', 'KUNA', 'Middle East News Agency'],
    ],
    ['told', 'The minister told the state-run IRNA news agency that it rained.', ['IRNA']],
    ['said on, with words between', 'She said late Sunday on CNN that it rained.', ['CNN']],
    ['an appearance', 'Appearing on MSNBC, he ruled it out.', ['MSNBC']],
    ['denied to', 'He denied the story in a statement to Reuters.', ['Reuters']],
    [
      'an op-ed',
      'In a recent opinion piece in the Sunday Telegraph he asked for more.',
      ['The Sunday Telegraph'],
    ],
    [
      'a verb behind adverbs and a day',
      'Xinhua news agency on Thursday quietly confirmed it.',
      ['Xinhua'],
    ],
    [
      'a verb behind an aside',
      'Yonhap, a South Korean agency close to the ministry, reported it.',
      ['Yonhap'],
    ],
    ['which reported', 'It was found by the BBC, which first published the names.', ['BBC']],
    ['an inverted verb', '“It is over,” reports the Financial Times.', ['Financial Times']],
    ['a noun', 'A Los Angeles Times front-page investigation found more.', ['Los Angeles Times']],
    [
      'a poll of two',
      'An ABC News/Washington Post poll found a lead.',
      ['ABC News', 'The Washington Post'],
    ],
    ['its journalist', "Haaretz's Dana Example argued against it.", ['Haaretz']],
    ['a correspondent', 'CNN chief White House correspondent Dana Example asked him why.', ['CNN']],
    [
      'somebody of it',
      'Dana Example of the Washington Post praised the plan.',
      ['The Washington Post'],
    ],
    [
      'a longer list',
      'AFP, Reuters, and Interfax all reported it.',
      ['Agence France-Presse', 'Interfax', 'Reuters'],
    ],
    [
      'the newspaper',
      'He spoke before Kommersant went to print. The newspaper reported a delay.',
      ['Kommersant'],
    ],
    [
      'two broadcasts',
      'Appearing on ABC’s “This Week” and CBS’s “Face the Nation,” he denied it.',
      ['ABC', 'CBS'],
    ],
    [
      'an agency of a country of two words',
      'The photo was released the next day by South Korean news agency Yonhap.',
      ['Yonhap'],
    ],
    ['a signature', '“It will not hold.”\n\nDana Example, Politico\n\nMore below.', ['Politico']],
    [
      'a reference with its date',
      'The headline was “Why it rained” (Newsweek, July 18, 1988).',
      ['Newsweek'],
    ],
    ['a reference in brackets', 'It rained for a week. Reuters / Dana Example]', ['Reuters']],
    ['a name before a quotation', 'From the Tampa Bay Times:\n\nIt rained.', ['Tampa Bay Times']],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(namesOf(text)).toEqual(expected)
  })
})

describe('a medium is no source', () => {
  const cases: [string, string][] = [
    ['in a photo credit', 'A bridge. Photograph: Dana Example/AFP/Getty Images'],
    ['in a credit glued to a name', 'PutinReuters\n\nIt rained.'],
    ['where it contributed', 'The Associated Press contributed to this report.'],
    ['as the news itself', 'CNN was criticised for the layoffs.'],
    ['as a former employer', 'He used to work at the Washington Post in the eighties.'],
    ['in a note about the author', 'Her work has been published in The New Yorker and Slate.'],
    ['as what is told of', 'An aide told him that the way to CNN was closed.'],
    ['as a ministry', 'The Ministry of Foreign Affairs called it a crime.'],
    ['where it was first printed', 'This article originally appeared in The Atlantic.'],
    ['as a social network', 'He told Facebook so.'],
    ['as an institute', 'According to the Pew Research Center, it rained.'],
    ['as a person', 'Michael Bloomberg won. Bloomberg said it rained.'],
    ['as an everyday word', 'Reason told him to wait.'],
    ['within a longer name', 'He provided it to Fusion Partners.'],
    ['as a speech to Congress', 'He said in his State of the Union that it rained.'],
  ]
  it.each(cases)('%s', (_, text) => {
    expect(namesOf(text)).toEqual([])
  })
})

describe('names', () => {
  it('takes "the Post" for the one that the article names in full, the last one before it', () => {
    const text =
      'The Washington Post is old. The Jerusalem Post is younger. An aide told the Post that it rained.'
    expect(namesOf(text)).toEqual(['The Jerusalem Post'])
  })

  it('takes "the Times" for nobody where none is named', () => {
    expect(namesOf('An aide told the Gazette that it rained.')).toEqual([])
  })

  it('counts ABC as ABC News where the article speaks of both, and keeps it apart elsewhere', () => {
    expect(namesOf('He told ABC News so. He told ABC more.')).toEqual(['ABC News'])
    expect(namesOf('He told ABC so.')).toEqual(['ABC'])
  })

  it('puts ABC above ABC News', () => {
    const [value] = citesOf('He told ABC News so.')
    expect(value?.broader).toEqual([{ id: 'abc', name: 'ABC' }])
  })

  it('takes a programme for its broadcaster, and says so', () => {
    const [value] = citesOf('“No,” she said on “Meet the Press” on Sunday.')
    expect(value?.name).toBe('NBC')
    expect(value?.rule).toMatch(/^programme of NBC/)
  })

  it('does not count the own outlet under the name of the whole', () => {
    expect(namesOf('He told ABC so.', 'abc-news')).toEqual([])
    expect(namesOf('He told ABC News so.', 'abc')).toEqual([])
  })
})

describe('a medium that no list has', () => {
  const cases: [string, string, string[]][] = [
    [
      'a name that says it',
      'She told the Harbourtown Gazette that it rained.',
      ['Harbourtown Gazette'],
    ],
    ['behind the noun', 'According to the newspaper Listoknik, it rained.', ['Listoknik']],
    ['before the noun', 'The Al-Zubara daily reported that it rained.', ['Al-Zubara']],
    ['a call sign', 'She told WXQZ that it rained.', ['WXQZ']],
    ['an address', 'She told Harbourtown.com that it rained.', ['Harbourtown.com']],
    ['no cue', 'The Harbourtown Gazette has a new owner.', []],
    [
      'no cue close by',
      'He said that the fire spread to the house of the Harbourtown Gazette.',
      [],
    ],
    ['what any country has', 'He told Zambian TV so.', []],
    ['an office', 'He told the Defence Ministry website so.', []],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(namesOf(text)).toEqual(expected)
  })
})

describe('rules', () => {
  const cases: [string, string, string][] = [
    ['a verb', 'It rained, Reuters reported.', 'source cue "reported"'],
    ['words before', 'According to Reuters, it rained.', 'source cue "according to"'],
    ['a verb and a preposition', 'She said on CNN that it rained.', 'source cue "said on"'],
    ['a journalist', "CNN's Dana Example said so.", 'its journalist "said"'],
  ]
  it.each(cases)('tell %s', (_, text, expected) => {
    expect(citesOf(text)[0]?.rule).toBe(expected)
  })
})
