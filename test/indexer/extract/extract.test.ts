import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { facetNames, type FacetName } from '../../../engine/article.ts'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function extract(text: string, more: { title?: string; outlet?: string; url?: string } = {}) {
  const article = { title: '', outlet: '', url: '', ...more, text }
  return { article, ...extractFacets(article, lists) }
}

function namesOf(facet: FacetName, text: string, title = ''): string[] {
  return extract(text, { title })
    .facets[facet].map((value) => value.name)
    .sort()
}

function surfacesOf(facet: FacetName, text: string): string[] {
  const { article, facets } = extract(text)
  return facets[facet].flatMap((value) =>
    value.evidence.map((at) => article[at.field].slice(at.start, at.end)),
  )
}

describe('people', () => {
  const cases: [string, string, string[]][] = [
    [
      'a son, not his father, whatever stands between the names',
      'Aides of Donald Trump, Jr. and of Donald John Trump Jr. said no.',
      ['Donald Trump Jr.'],
    ],
    ['a father by a name with Jr.', 'Aides met Joseph R. Biden Jr. there.', ['Joe Biden']],
    [
      'a title before an unknown name',
      'They met Defence Minister Orvak Tellun on Monday.',
      ['Orvak Tellun'],
    ],
    [
      'a known given name',
      'The plan was drawn up by Margaret Oldcastle in spring.',
      ['Margaret Oldcastle'],
    ],
    [
      'a verb after the name',
      'The talks failed, Quorl Ventrass said on Tuesday.',
      ['Quorl Ventrass'],
    ],
    [
      'a surname after its full name',
      'Margaret Oldcastle spoke. Later Oldcastle left.',
      ['Margaret Oldcastle'],
    ],
    [
      'a surname before its full name',
      'For Oldcastle it was late. Then Margaret Oldcastle left.',
      ['Margaret Oldcastle'],
    ],
    ['a household surname alone', 'The order came from Putin himself.', ['Vladimir Putin']],
    ['listed spellings of one man', 'Hossein Dehqan came; Dehghan stayed.', ['Hossein Dehghan']],
    [
      'close spellings with an equal first name',
      'Margaret Oldkastle came. Margaret Oldcastle left.',
      ['Margaret Oldkastle'],
    ],
    [
      'a glued photo credit',
      'Talks with President Vladimir PutinReuters\n\nThey met.',
      ['Vladimir Putin'],
    ],
    ['a middle initial', 'The aide, John R. Bolton, left.', ['John Bolton']],
    [
      'an administration named after its head',
      'The Trump administration agreed.',
      ['Donald Trump'],
    ],
    ['particles', 'The envoy, Omar bin Tallaf al-Kesri, left.', ['Omar bin Tallaf al-Kesri']],
    ['a surname that is also a city', 'Lloyd Austin spoke. Mr. Austin left.', ['Lloyd Austin']],
    [
      'look-alike names of two men',
      'Ali Khamenei praised Ruhollah Khomeini.',
      ['Ali Khamenei', 'Ruhollah Khomeini'],
    ],
    ['a heading', 'Similar News: read more. See Related News.', []],
    ['a weekday', 'It ends Monday. On Friday Tuesday was forgotten.', []],
    [
      'a state before an abbreviated title',
      'Virginia Sen. Mark Oldcastle spoke.',
      ['Mark Oldcastle'],
    ],
    ['a surname that is also a pistol', 'General Nikolai Makarov spoke.', ['Nikolai Makarov']],
    ['a ship', 'The USS Abraham Lincoln sailed.', []],
    ['an organisation', 'The Heritage Foundation and the Clinton Foundation agreed.', []],
    ['a building', 'They met at Trump Tower.', []],
    ['a newspaper', 'He read The Moscow Times.', []],
    ['a cartridge of the sentence', 'Will the deal hold? May it last.', []],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(namesOf('people', text)).toEqual(expected)
  })

  it('cuts a headline to the name that the text gives', () => {
    expect(
      namesOf(
        'people',
        'The pilot, Margaret Oldcastle, resigned.',
        'Margaret Oldcastle Resigns Again Today',
      ),
    ).toEqual(['Margaret Oldcastle'])
  })

  it('leaves titles, possessives and glued credits out of the evidence', () => {
    expect(
      surfacesOf('people', "General Qassem Soleimani's trip; King Salman; PutinReuters"),
    ).toEqual(['Qassem Soleimani', 'Salman', 'Putin'])
  })
})

describe('places', () => {
  const cases: [string, string, string[]][] = [
    [
      'spellings of the United States',
      'The U.S. and the US, America, the United States.',
      ['United States'],
    ],
    [
      'former and other spellings',
      'From Kiev to Kyiv, from Teheran to Tehran.',
      ['Kyiv', 'Tehran'],
    ],
    ['the pronoun', 'They told us about it.', []],
    ['the pronoun in capitals', 'TELL US MORE NOW', []],
    ['a demonym', 'Russian and Iranian officials met Germans.', []],
    ['a university', 'She teaches at the University of Texas.', []],
    ['an organisation', 'The Islamic State in Iraq and Syria claimed it.', []],
    ['a newspaper', 'The Moscow Times asked.', []],
    ['a doubtful name without a sign', 'Reading is fun. Most of it, Nice work.', []],
    ['a doubtful name after a preposition', 'The plant in Reading closed.', ['Reading']],
    ['a man named like a country', 'The lawyer Jordan Hollowell spoke.', []],
    ['the country of that name', 'He flew to Jordan.', ['Jordan']],
    ['the president', 'George Washington crossed it.', []],
    ['the capital', 'Washington denied it.', ['Washington, D.C.']],
    [
      'Georgia beside its neighbours',
      'Georgia and Armenia signed in Tbilisi.',
      ['Armenia', 'Georgia', 'Tbilisi'],
    ],
    [
      'Georgia beside other states',
      'Georgia, Florida and Alabama voted.',
      ['Alabama', 'Florida', 'Georgia (U.S. state)'],
    ],
    ['the animal', 'They ate turkey.', []],
    [
      'sites of conflict',
      'Raqqa, Natanz, Fordow and Latakia.',
      ['Fordow', 'Latakia', 'Natanz', 'Raqqa'],
    ],
    ['a town and its state', 'A fire in Wichita, Kan., spread.', ['Kansas', 'Wichita']],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(namesOf('places', text)).toEqual(expected)
  })
})

describe('weapons', () => {
  const cases: [string, string, string[]][] = [
    [
      'every spelling of a designator',
      'S-300, S300, S\u2011300, S–300, С-300 and S 300.',
      ['S-300'],
    ],
    ['plural and possessive', "AK-47s and the AK-47's stock.", ['AK-47']],
    ['another number', 'The S-400 came.', ['S-400']],
    ['a variant with its own name', 'The S-300PMU-2 came.', ['S-300PMU-2']],
    ['a reporting name', 'The SA-20 Gargoyle came.', ['S-300PMU-2']],
    ['a nickname beside a cue', 'Two Patriot missiles flew.', ['Patriot']],
    ['a nickname without one', 'He is a patriot, a true Patriot.', []],
    ['an unlisted designator beside a cue', 'A QX-77 drone crashed.', ['QX-77']],
    ['an unlisted designator without one', 'The QX-77 rules apply.', []],
    ['money supply', 'M-3 grew by 4 percent.', []],
    ['a motorway', 'The M25 was closed.', []],
    ['paper', 'Print it on A4.', []],
    ['groups of states', 'The G-20 and P5+1 met.', []],
    ['a rating', 'It was cut to A-1.', []],
    ['airliners', 'A Boeing 777 and an Airbus A380 landed.', []],
    ['an illness and a visa', 'COVID-19 and the H-1B visa.', []],
    ['a man whose surname is a pistol', 'General Nikolai Makarov spoke.', []],
    ['that pistol', 'Police found a Makarov pistol.', ['Makarov']],
    ['a ship', 'The USS Carl Vinson sailed; the Carl Vinson returned.', ['USS Carl Vinson']],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(namesOf('weapons', text)).toEqual(expected)
  })
})

describe('cites', () => {
  const cases: [string, string, string[]][] = [
    ['told', 'An official told Reuters and AFP so.', ['Agence France-Presse', 'Reuters']],
    ['reported', 'It was late, IRNA reported.', ['IRNA']],
    ['according to', 'According to the New York Times, it failed.', ['The New York Times']],
    ['quoted by', 'He was quoted as saying by TASS.', ['TASS']],
    ['a short name after its country', "Iran's Fars said so.", ['Fars News Agency']],
    ['a news agency said', 'It fell, Mehr news agency said.', ['Mehr News Agency']],
    [
      'the pair before the verb',
      'The New York Times and The Washington Post reported it.',
      ['The New York Times', 'The Washington Post'],
    ],
    ['a dateline', 'PARIS (AP) - The rain stopped.', []],
    ['a photo credit', 'The minister. AFP/Getty Images', []],
    ['a medium only mentioned', 'She used to work for CNN in Atlanta.', []],
    ['a province', 'The road to Fars was closed.', []],
    ['everyday words', 'Time is short. Reason prevailed at the time.', []],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(namesOf('cites', text)).toEqual(expected)
  })

  it('does not count the outlet of the article itself', () => {
    expect(extract('He told CNN so.', { outlet: 'CNN' }).facets.cites).toEqual([])
  })
})

describe('outlet', () => {
  const cases: [string, { outlet?: string; url?: string }, string, string][] = [
    ['a feed of a listed outlet', { outlet: 'Fox Online News' }, 'Fox News', ''],
    ['a section', { outlet: 'New York Times - News' }, 'The New York Times', ''],
    ['an unlisted name', { outlet: 'Harbour  Gazette' }, 'Harbour Gazette', ''],
    ['the web address', { url: 'https://www.reuters.com/a/b' }, 'Reuters', ''],
    ['the dateline', {}, 'Reuters', 'MOSCOW (Reuters) - It rained.'],
    ['nothing to go by', { url: 'not an address' }, '', 'It rained.'],
  ]
  it.each(cases)('%s', (_, source, expected, text) => {
    expect(extract(text, source).outlet).toBe(expected)
  })

  it('slugs the name that no list has', () => {
    const [id, name] = ['harbour-gazette', 'Harbour Gazette']
    const value = { id, name, evidence: [], rule: 'metadata', broader: [] }
    expect(extract('', { outlet: 'Harbour Gazette' }).facets.outlet).toEqual([value])
  })
})

describe('evidence', () => {
  const fragments = fc.constantFrom(
    'General ',
    'Sergei Shoigu',
    "'s ",
    ' told ',
    'Reuters',
    '\n\n',
    ', ',
    'S-300s ',
    'С-300',
    'U.S. ',
    ' al-',
    'Assad',
    '. ',
    'Ki-',
    '—',
    '(AP) - ',
    '\u00AD',
    'İ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(fragments, fc.string())).map((parts) => parts.join('')),
  )

  it('lies inside its field and shows a trimmed name, in reading order, for any text', () => {
    fc.assert(
      fc.property(texts, texts, (title, text) => {
        const { article, facets } = extract(text, { title })
        for (const value of facetNames.flatMap((facet) => facets[facet])) {
          expect(value.id).not.toBe('')
          let last = { field: 'title', end: 0 }
          for (const at of value.evidence) {
            const surface = article[at.field].slice(at.start, at.end)
            expect(surface).toHaveLength(at.end - at.start)
            expect(surface.trim()).toBe(surface)
            expect(surface).not.toBe('')
            if (last.field === at.field) expect(at.start).toBeGreaterThanOrEqual(last.end)
            else expect(at.field).toBe('text')
            last = at
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['capitals without a space', 'Aaaa'.repeat(30_000)],
    ['nothing but names', 'John Smith told Reuters and AFP. '.repeat(3_000)],
  ])('survives %s', (_, text) => {
    expect(() => extract(text)).not.toThrow()
  })

  it('is the same on every run', () => {
    const text = 'Sergei Shoigu told Reuters about S-300s for Iran.'
    expect(extract(text).facets).toEqual(extract(text).facets)
  })
})

describe('hostile texts', () => {
  it('reads a line of capitals as long as it likes', async () => {
    const { facets } = extract('THE US SAID '.repeat(40_000))
    // A test that blocks is only told from one that passes when it gives way at its end.
    await setImmediate()
    expect(facets.places).toEqual([])
  })
})
