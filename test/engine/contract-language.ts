import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from '../../engine/query/parse.ts'
import { madeUp, type Value } from './contract-archive.ts'
import {
  expectFound,
  openDesk,
  requestFor,
  type Desk,
  type EngineUnderTest,
} from './contract-desk.ts'

const dehghan: Value = ['hossein-dehghan', 'Hossein Dehghan']
const pmu2: Value = ['s-300pmu-2', 'S-300PMU-2']
const kyiv: Value = ['kyiv', 'Kyiv']
const families = {
  's-300pmu-2': [
    ['s-300', 'S-300'],
    ['surface-to-air-missile', 'Surface-to-air missile'],
  ],
  's-300': [['surface-to-air-missile', 'Surface-to-air missile']],
  kyiv: [['ukraine', 'Ukraine']],
} as const

/** Articles on which the query language is tried. Every sentence is made up. */
const archive = [
  madeUp('harbour', {
    published: '2016-03-10',
    title: 'Missiles reach the harbour',
    text: 'Three missiles were unloaded at night. The harbour master counted crates of spare radar parts.',
    outlet: ['coast-herald', 'Coast Herald'],
  }),
  madeUp('barracks', {
    published: '2016-04-02',
    title: 'Radar for the barracks',
    text: 'A radar was bolted to the roof of the barracks. No missile was seen.',
    outlet: ['inland-post', 'Inland Post'],
  }),
  madeUp('orchard', {
    published: '2017-05-06',
    title: 'Frost in the orchard',
    text: 'Growers lit small fires between the trees. The delivery of saplings is late.',
    outlet: ['coast-herald', 'Coast Herald'],
  }),
  madeUp('minister', {
    published: '2016-04-20',
    title: 'Minister inspects a battery',
    text: 'General Hossein Dehghan inspected the S-300PMU-2 near the coast.',
    people: [dehghan],
    weapons: [pmu2],
    broader: families,
  }),
  madeUp('spelling', {
    published: '2016-04-21',
    title: 'Dehqan speaks',
    text: 'Dehqan promised deliveries within weeks, and no further delay.',
    people: [['hossein-dehghan', 'Hossein Dehghan', 'Dehqan']],
  }),
  madeUp('stranger', {
    published: '2018-01-01',
    title: 'A farmer wins a prize',
    text: 'The farmer Dehghan grew the largest pumpkin of the valley.',
  }),
  madeUp('reporting-name', {
    published: '2018-02-02',
    title: 'Analysts on air defence',
    text: 'The SA-20 outranges its forerunners, analysts said.',
    weapons: [['s-300pmu-2', 'S-300PMU-2', 'SA-20']],
    broader: families,
  }),
  madeUp('spaced', {
    published: '2018-02-03',
    title: 'Two systems compared',
    text: 'The S 300 costs less than the S 400, a dealer said.',
    weapons: [['s-300', 'S-300', 'S 300']],
    broader: families,
  }),
  madeUp('newer', {
    published: '2019-02-03',
    title: 'A newer system',
    text: 'The S-400 replaces what came before it.',
  }),
  madeUp('old-name', {
    published: '2014-02-20',
    title: 'Trains to Kiev delayed',
    text: 'Passengers bound for Kiev waited in the snow.',
    places: [['kyiv', 'Kyiv', 'Kiev']],
    broader: families,
    language: 'en-GB',
  }),
  madeUp('new-name', {
    published: '2022-02-20',
    title: 'Night trains to Kyiv',
    text: 'More sleeping cars run to Kyiv this winter.',
    places: [kyiv],
    broader: families,
  }),
  madeUp('chicken', {
    published: '2022-03-20',
    title: 'A cook remembers',
    text: 'Chicken Kiev was on every menu. The cook wrote that defence of butter is an offence.',
    language: '',
  }),
  madeUp('hyphens', {
    published: '2020-03-20',
    title: 'Anti-tank weapons sold',
    text: 'An anti-tank weapon costs less than a tank. The long-range kind is rare.',
  }),
  madeUp('joined', {
    published: '2020-03-21',
    title: 'Antitank teams train',
    text: 'The antitank school opened. Its counter-battery course is long; the range is short.',
  }),
  madeUp('near', {
    published: '2020-05-01',
    title: 'Words at a distance',
    text: 'The contract for nine frigates and one submarine was signed before the yard burnt down and the bank closed.',
  }),
  madeUp('russian', {
    published: '2020-05-02',
    title: 'Поставка отложена',
    text: 'Контракт подписан. Поставка С-300 отложена.',
    language: 'ru',
  }),
  madeUp('number', {
    published: '2020-05-03',
    title: 'Numbers',
    text: 'Some 1,000 rounds and 3.5 tonnes. Elsewhere 2001/2000 and S-3000 printers. A COVID-19 ward opened.',
  }),
]
const all = archive.map(({ key }) => key)
const allBut = (...keys: readonly string[]) => all.filter((key) => !keys.includes(key))

type Case = readonly [typed: string, found: readonly string[]]

const dehghans = ['minister', 'spelling', 'stranger']
const s300 = ['minister', 'reporting-name', 'spaced', 'russian']

const either: readonly Case[] = [
  ['orchard OR barracks', ['orchard', 'barracks']],
  ['harbour OR zeppelin', ['harbour']],
  ['zeppelin OR airship', []],
  ['radar missile OR orchard', ['harbour', 'barracks', 'orchard']],
  ['orchard OR radar missile', ['harbour', 'barracks', 'orchard']],
  ['radar (missile OR orchard)', ['harbour', 'barracks']],
  ['(radar OR frost) (harbour OR orchard)', ['harbour', 'orchard']],
  ['orchard OR "spare radar"', ['orchard', 'harbour']],
  ['orchard OR outlet:inland-post', ['orchard', 'barracks']],
  ['radar AND harbour OR orchard', ['harbour', 'orchard']],
  ['((((radar))))', ['harbour', 'barracks']],
  ['orchard OR …', ['orchard']],
  ['radar or harbour', []],
]

const excluded: readonly Case[] = [
  ['radar NOT barracks', ['harbour']],
  ['radar -barracks', ['harbour']],
  [
    '-(radar OR dehghan OR S-300 OR kiev)',
    ['orchard', 'newer', 'hyphens', 'joined', 'near', 'number'],
  ],
  ['NOT (radar missile)', allBut('harbour', 'barracks')],
  ['orchard OR -radar', allBut('harbour', 'barracks')],
  ['radar NOT (missile harbour)', ['barracks']],
  ['-(-radar)', ['harbour', 'barracks']],
  ['NOT NOT radar', ['harbour', 'barracks']],
  ['radar -(harbour OR -missile)', ['barracks']],
  [
    '-radar -missile -outlet:coast-herald after:2020',
    ['new-name', 'chicken', 'hyphens', 'joined', 'near', 'russian', 'number'],
  ],
]

const near: readonly Case[] = [
  ['frigates NEAR/2 submarine', ['near']],
  ['submarine NEAR/2 frigates', ['near']],
  ['frigates NEAR/1 submarine', []],
  ['contract NEAR/9 yard', []],
  ['contract NEAR/10 yard', ['near']],
  ['contract NEAR yard', ['near']],
  ['"contract submarine"~6', ['near']],
  ['"contract submarine"~4', []],
  ['"frigates bank contract"~20', ['near']],
  ['"frigates bank contract"~10', []],
  ['"nine frigates" NEAR/2 submarine', ['near']],
  ['(frigates OR tanks) NEAR/2 (submarine OR lorry)', ['near']],
  ['deliver* NEAR/3 week', ['spelling']],
  ['Dehghan NEAR/2 deliveries', ['spelling']],
  ['title:"words distance"~3', ['near']],
  ['title:"frigates submarine"~3', []],
  ['distance NEAR/30 contract', []],
  ['contract -(frigates NEAR/2 submarine)', []],
  ['contract -(frigates NEAR/1 submarine)', ['near']],
  ['frigates NEAR/2 submarine OR orchard', ['near', 'orchard']],
]

const beginnings: readonly Case[] = [
  ['orch*', ['orchard']],
  ['deliv*', ['orchard', 'spelling']],
  ['deliveries*', ['spelling', 'orchard']],
  ['title:ra*', ['barracks']],
  ['zepp*', []],
  ['S-300*', s300],
  ['S-30*', []],
  ['поста*', ['russian']],
  ['-tr*', allBut('old-name', 'new-name', 'orchard', 'joined')],
]

const alike: readonly Case[] = [
  ['orchid~', ['orchard']],
  ['orchards~', ['orchard']],
  ['misile~', ['harbour', 'barracks']],
  ['Dehgan~', dehghans],
  ['zeppelin~', []],
  ['S-301~', []],
]

const exactly: readonly Case[] = [
  ['=missiles', ['harbour']],
  ['=missile', ['barracks']],
  ['missile', ['harbour', 'barracks']],
  ['=deliveries', ['spelling']],
  ['=delivery', ['orchard']],
  ['"=three missiles"', ['harbour']],
  ['"=three missile"', []],
  ['title:=missiles', ['harbour']],
  ['title:=missile', []],
  ['=Dehqan', ['spelling']],
  ['=Dehghan', ['minister', 'stranger']],
  ['=SA-20', ['reporting-name']],
  ['=S-300', ['spaced', 'russian']],
  ['=KIEV', ['old-name', 'chicken']],
  ['-=missiles radar', ['barracks']],
]

const names: readonly Case[] = [
  ['Dehqan', ['minister', 'spelling']],
  ['Dehghan', dehghans],
  ['"Hossein Dehqan"', ['minister']],
  ['-Dehqan minister', []],
  ['Kiev', ['old-name', 'new-name', 'chicken']],
  ['Kyiv', ['old-name', 'new-name']],
  ['trains Kyiv', ['old-name', 'new-name']],
  ['"trains to Kiev"', ['old-name', 'new-name']],
  ['title:Kyiv', ['old-name', 'new-name']],
  ['Ukraine', []],
]

const weapons: readonly Case[] = [
  ['S-300', s300],
  ['S 300', s300],
  ['s300', s300],
  ['С-300', s300],
  ['S-300PMU-2', ['minister', 'reporting-name']],
  ['S-300PMU2', ['minister', 'reporting-name']],
  ['SA-20', ['minister', 'reporting-name']],
  ['S-400', ['spaced', 'newer']],
  ['S-300 -S-400', ['minister', 'reporting-name', 'russian']],
  ['weapon:S-300', ['minister', 'reporting-name', 'spaced']],
  ['weapon:"surface-to-air missile"', ['minister', 'reporting-name', 'spaced']],
  ['S-3000', ['number']],
  ['2001', ['number']],
  ['COVID-19', ['number']],
  ['covid', ['number']],
]

const hyphens: readonly Case[] = [
  ['anti-tank', ['hyphens', 'joined']],
  ['antitank', ['hyphens', 'joined']],
  ['"anti-tank weapon"', ['hyphens']],
  ['tank', ['hyphens']],
  ['long-range', ['hyphens']],
  ['counterbattery', ['joined']],
]

const fields: readonly Case[] = [
  ['outlet:(coast-herald OR inland-post)', ['harbour', 'barracks', 'orchard']],
  ['outlet:[none]', allBut('harbour', 'barracks', 'orchard')],
  ['-outlet:[none] radar', ['harbour', 'barracks']],
  ['place:ukraine', ['old-name', 'new-name']],
  ['place:Kiev', ['old-name', 'new-name']],
  ['lang:ru', ['russian']],
  ['lang:en-gb', ['old-name']],
  ['lang:en', allBut('chicken', 'russian')],
  ['-lang:en', ['chicken', 'russian']],
  ['title:(radar OR frost)', ['barracks', 'orchard']],
  ['title:(radar -roof)', ['barracks']],
  ['person:dehqan', ['minister', 'spelling']],
]

/** The query language over an engine: what each construct finds. */
export function describeLanguage(underTest: EngineUnderTest): void {
  describe('understanding queries', () => {
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk(underTest, archive)
    }, 60_000)
    afterAll(() => desk.close())

    const finds = async (typed: string, found: readonly string[]) => {
      expectFound(desk, await desk.ask(typed), found)
      expectFound(desk, await desk.ask(typed, { sort: 'relevance' }), found)
    }

    it.each(either)('joins by OR, weaker than AND, and by parentheses: %s', finds)
    it.each(excluded)('excludes words, groups and fields anywhere: %s', finds)
    it.each(near)('counts the words between: %s', finds)
    it.each(beginnings)('finds words by their beginning: %s', finds)
    it.each(alike)('finds words spelled alike, when asked to, but never a designator: %s', finds)
    it.each(exactly)('finds what is written exactly so: %s', finds)
    it.each(names)(
      'finds a person and a place under other spellings, where the article means them: %s',
      finds,
    )
    it.each(weapons)('finds a weapon with its family and reporting names: %s', finds)
    it.each(hyphens)('finds a word with and without its hyphen: %s', finds)
    it.each(fields)('searches fields, groups of values and articles without one: %s', finds)

    it('takes every word for what is written when spelling is exact', async () => {
      const exact = { spelling: 'exact' } as const
      expectFound(desk, await desk.ask('missiles', exact), ['harbour'])
      expectFound(desk, await desk.ask('Dehqan', exact), ['spelling'])
      expectFound(desk, await desk.ask('S-300', exact), ['spaced', 'russian'])
      expectFound(desk, await desk.ask('anti-tank', exact), ['hyphens'])
      expectFound(desk, await desk.ask('Kiev OR deliveries', exact), [
        'old-name',
        'chicken',
        'spelling',
      ])
    })

    it('says what else a word was searched as, and for whom', async () => {
      const { readings } = await desk.ask('Dehqan outlet:[none]')
      expect(readings).toEqual([
        {
          typed: 'Dehqan',
          also: [{ text: expect.stringMatching(/^dehghan$/i), name: 'Hossein Dehghan' }],
        },
      ])
      expect((await desk.ask('=Dehqan')).readings).toEqual([])
      expect((await desk.ask('orchard')).readings).toEqual([])
    })

    it('names in a hit the spelling that it found in place of the one typed', async () => {
      const answer = await desk.ask('Dehqan "general hossein"')
      expect(answer.hits[0]?.variants).toEqual([
        { typed: 'Dehqan', found: 'Dehghan', name: 'Hossein Dehghan' },
      ])
    })

    it('leaves out what holds no letter or digit, and says so', async () => {
      const answer = await desk.ask('orchard …')
      expectFound(desk, answer, ['orchard'])
      const warnings = [...parse('orchard …').warnings, ...answer.warnings]
      expect(warnings.map(({ message }) => message).join()).toContain('“…”')
    })

    it('proposes a word that the archive has for one that it does not have', async () => {
      const answer = await desk.ask('orchid frost -radar')
      expect(answer.total).toBe(0)
      expect(answer.didYouMean[0]).toMatchObject({ typed: 'orchid', word: 'orchard', articles: 1 })
      const [correction] = answer.didYouMean
      if (!correction) throw new Error('Nothing was proposed.')
      const request = { ...requestFor('', {}), query: correction.query }
      expect((await desk.engine().search(request)).total).toBe(1)
    })

    it('proposes nothing for words that are found, designators and numbers', async () => {
      expect((await desk.ask('orchard')).didYouMean).toEqual([])
      expect((await desk.ask('S-301')).didYouMean).toEqual([])
      expect((await desk.ask('20012')).didYouMean).toEqual([])
    })

    it('suggests similar words, the likeliest first, with their articles', async () => {
      const words = await desk.engine().suggest('delivry', 5)
      expect(words[0]).toEqual({ word: 'delivery', articles: 2 })
      expect(await desk.engine().suggest('zeppelin', 5)).toEqual([])
    })
  })
}
