import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse } from '../../../engine/query/parse.ts'
import { openPlanningDesk, type Named, type PlanningDesk } from './planning-desk.ts'

let desk: PlanningDesk
beforeEach(() => {
  desk = openPlanningDesk()
})
afterEach(() => {
  desk.close()
})

const person = (id: string, name: string, ...spellings: string[]): Named => ({
  facet: 'people',
  id,
  name,
  ...(spellings.length > 0 && { spellings }),
})
const missile = { id: 'surface-to-air-missile', name: 'Surface-to-air missile' }
const family = { id: 's-300', name: 'S-300' }
const s300: Named = { facet: 'weapons', ...family, broader: [missile] }
const pmu2: Named = {
  facet: 'weapons',
  id: 's-300pmu-2',
  name: 'S-300PMU-2',
  spellings: ['SA-20'],
  broader: [family, missile],
}
const buk: Named = { facet: 'weapons', id: 'buk', name: 'Buk', broader: [missile] }
const kyiv: Named = { facet: 'places', id: 'kyiv', name: 'Kyiv', spellings: ['Kiev'] }

/** What is typed, and the alternatives that it is searched as. */
type Case = readonly [typed: string, alternatives: readonly string[]]

describe('a word of a person’s name', () => {
  beforeEach(() => {
    desk.name(
      [person('hossein-dehghan', 'Hossein Dehghan', 'Dehqan', 'General Hossein Dehqan')],
      [person('hossein-dehghan', 'Hossein Dehghan')],
      [person('ali-dehghan', 'Ali Dehghan')],
      [person('ali-khamenei', 'Ali Khamenei')],
      [person('ruhollah-khomeini', 'Ruhollah Khomeini')],
      [person('hassan-hassani', 'Hassan Hassani', 'Hassani')],
      [person('joe-biden', 'Joe Biden', 'Joseph Biden')],
    )
  })

  it.each<Case>([
    ['Dehqan', ['dehqan', 'dehghan @ hossein-dehghan']],
    ['DEHGHAN', ['dehghan', 'dehqan @ hossein-dehghan']],
    ['"Hossein Dehqan"', ['hossein dehqan', 'hossein dehghan @ hossein-dehghan']],
    ['"Ali Dehghan"', ['ali dehghan']],
    ['"Ali Dehqan"', ['ali dehqan']],
    [
      '"Hossein Dehqan speaks"',
      ['hossein dehqan speak', 'hossein dehghan speak @ hossein-dehghan'],
    ],
    ['"minister Dehqan"', ['minister dehqan', 'minister dehghan @ hossein-dehghan']],
  ])('is also another spelling of it, where the article has that person: %s', (typed, expected) => {
    expect(desk.alternatives(typed)).toEqual(expected)
  })

  it.each<Case>([
    ['Khamenei', ['khamenei']],
    ['Khomeini', ['khomeini']],
    ['Hossein', ['hossein']],
    ['Hassan', ['hassan']],
    ['Joseph', ['joseph']],
    ['Joe', ['joe']],
    ['Ali', ['ali']],
  ])(
    'is not another word of the same person, nor the same sound of another: %s',
    (typed, expected) => {
      expect(desk.alternatives(typed)).toEqual(expected)
    },
  )

  it('names the person', () => {
    expect(desk.plan('Dehqan').readings).toEqual([
      { typed: 'Dehqan', also: [{ text: 'Dehghan', name: 'Hossein Dehghan' }] },
    ])
  })

  it('is one alternative for all who spell it so', () => {
    desk.name(
      [person('mohammed-a', 'Mohammed Arkun', 'Muhammad Arkun')],
      [person('mohammed-b', 'Mohammed Belkan', 'Muhammad Belkan')],
    )
    expect(desk.alternatives('Mohammed')).toEqual(['mohammed', 'muhammad @ mohammed-a, mohammed-b'])
  })

  it('comes by how many articles have it', () => {
    desk.name(
      [person('x', 'Volodymyr Orlan', 'Volodimir Orlan')],
      [person('x', 'Volodymyr Orlan', 'Volodymir Orlan')],
      [person('x', 'Volodymyr Orlan', 'Volodymir Orlan')],
    )
    expect(desk.alternatives('Volodymyr')).toEqual(['volodymyr', 'volodymir @ x', 'volodimir @ x'])
  })

  it('is a word of the language in lower case, where the archive inflects it so', () => {
    desk.write('marked marking mark')
    desk.name([person('marc-oldan', 'Marc Oldan', 'Mark Oldan')])
    expect(desk.alternatives('mark')).toEqual(['mark'])
    expect(desk.alternatives('Mark')).toEqual(['mark', 'marc @ marc-oldan'])
  })
})

describe('a whole name', () => {
  beforeEach(() => {
    desk.name([kyiv], [{ ...kyiv, spellings: ['Kyiv'] }], [s300], [pmu2], [buk])
    desk.name([{ facet: 'cites', id: 'irna', name: 'IRNA', spellings: ['Islamic News'] }])
    desk.name([
      { facet: 'weapons', id: 'gripen', name: 'Gripen', spellings: ['Gripen fighter', 'JAS-39'] },
    ])
    desk.name([{ facet: 'weapons', id: 'c-130', name: 'C-130', spellings: ['C-130J'] }])
    desk.name([
      { facet: 'places', id: 'texas', name: 'Texas', spellings: ['Tex.', 'Lone Star State'] },
      { facet: 'places', id: 'massachusetts', name: 'Massachusetts', spellings: ['Mass.'] },
      { facet: 'places', id: 'mississippi', name: 'Mississippi', spellings: ['Miss.'] },
      {
        facet: 'cites',
        id: 'evening-ledger',
        name: 'The Evening Ledger',
        spellings: ['Ledger Daily'],
      },
    ])
    desk.name([{ facet: 'places', id: 'new-york', name: 'New York', spellings: ['NY'] }])
    desk.name([{ facet: 'cites', id: 'nyt', name: 'New York Times', spellings: ['NYT'] }])
  })

  it.each<Case>([
    ['Kiev', ['kiev', 'kyiv @ kyiv']],
    ['"trains to Kiev"', ['train to kiev', 'train to kyiv @ kyiv']],
    ['irna', ['irna', 'islamic news @ irna']],
    ['"new york"', ['new york', 'ny @ new-york']],
    ['york', ['york']],
    ['SA-20', ['sa-20', 's-300pmu2 @ s-300pmu-2']],
    ['Buk', ['buk']],
    ['Texan', ['texan']],
    ['Texas', ['texas', 'lone star state @ texas']],
    ['Mass', ['mass']],
    ['missing', ['miss']],
    ['"Gripen fighters"', ['gripen fighter', 'jas-39 @ gripen']],
    ['C-130J', ['c-130j']],
    ['"the evening ledger"', ['the evening ledger', 'ledger daily @ evening-ledger']],
  ])('is also the other names of what it stands for: %s', (typed, expected) => {
    expect(desk.alternatives(typed)).toEqual(expected)
  })

  it('is not cut out of a longer name', () => {
    expect(desk.alternatives('"new york times"')).toEqual(['new york time', 'nyt @ nyt'])
  })

  it('of a family is also the names of its members', () => {
    expect(desk.alternatives('S-300')).toEqual([
      's-300',
      's-300pmu2 @ s-300pmu-2',
      'sa-20 @ s-300pmu-2',
    ])
  })

  it('of a category is no more than its words', () => {
    expect(desk.alternatives('"surface-to-air missile"')).toEqual(['surfac to air missil'])
  })

  it('may be one that the lists have and no article', () => {
    desk.name([{ facet: 'places', id: 'beijing', name: 'Beijing' }])
    expect(desk.alternatives('Peking')).toEqual(['peke', 'beijing @ beijing'])
    expect(desk.alternatives('SA-10')).toEqual([
      'sa-10',
      's-300 @ s-300',
      's-300pmu2 @ s-300pmu-2',
      'sa-20 @ s-300pmu-2',
    ])
    expect(desk.alternatives('Bombay')).toEqual(['bombay'])
  })

  it('of an agency is also its shorter ones', () => {
    desk.name([{ facet: 'cites', id: 'tass', name: 'TASS' }])
    expect(desk.alternatives('"ITAR-TASS says"')).toEqual(['itar tass say', 'tass say @ tass'])
  })

  it('is also those of which a listed name adds a letter', () => {
    desk.name([{ ...pmu2, id: 's-300pmu-1', name: 'S-300PMU-1', spellings: ['S-300PMU1'] }])
    expect(desk.alternatives('SA-20')).toEqual([
      'sa-20',
      's-300pmu1 @ s-300pmu-1',
      's-300pmu2 @ s-300pmu-2',
    ])
  })

  it('is no listed one where it is a word of the language', () => {
    desk.write('a grumble; he grumbled')
    expect(desk.alternatives('grumble')).toEqual(['grumbl'])
    expect(desk.alternatives('Grumble')[1]).toBe('s-300 @ s-300')
  })

  it('is not another one that is ordinary words of the language', () => {
    desk.name([{ facet: 'cites', id: 'nyt', name: 'New York Times', spellings: ['The Times'] }])
    desk.write('the time, timing, timed')
    expect(desk.alternatives('NYT')).toEqual(['nyt', 'new york time @ nyt'])
  })

  it('leaves out names that contain what was typed', () => {
    desk.name([{ ...kyiv, spellings: ['Kiev city', 'city of Kyiv'] }])
    expect(desk.alternatives('Kiev')).toEqual(['kiev', 'kyiv @ kyiv'])
  })

  it('has at most 64 alternatives, and says when there are more', () => {
    const spellings = Array.from(
      { length: 70 },
      (_, i) => `Name${String.fromCharCode(97 + (i % 26), 97 + i / 26)}`,
    )
    desk.name([{ ...kyiv, spellings }])
    expect(desk.alternatives('Kiev')).toHaveLength(64)
    expect(desk.plan('Kiev').warnings).toMatchObject([
      { message: expect.stringMatching(/“Kiev” stands for more than 64/) },
    ])
    expect(desk.plan('Kiev').readings[0]?.also.at(-1)).toEqual({ text: '51 more', name: '' })
  })
})

describe('a designator', () => {
  it('is also its variants that articles write, never another number', () => {
    desk.write('S-300 S-3000 S-300V S-300PMU-2 S-300X7KQ9 S-301 S-400 ZSU-23 ZSU-23-4')
    expect(desk.alternatives('S-300')).toEqual(['s-300', 's-300pmu2', 's-300v'])
    expect(desk.alternatives('"S300 radar"')).toEqual([
      's-300 radar',
      's-300pmu2 radar',
      's-300v radar',
    ])
    expect(desk.alternatives('S-3')).toEqual(['s-3'])
    expect(desk.alternatives('ZSU-23')).toEqual(['zsu-23'])
  })
})

describe('a hyphen', () => {
  beforeEach(() => {
    desk.write(
      'an anti-tank weapon; the antitank school; cooks report reactors; reelected, elect; a tanker',
    )
  })

  it.each<Case>([
    ['anti-tank', ['anti tank', 'antitank']],
    ['antitank', ['antitank', 'anti tank']],
    ['"anti-tank school"', ['anti tank school', 'antitank school']],
    ['re-elected', ['re elect', 'reelect']],
    ['reelected', ['reelect', 're elect']],
    ['long-range', ['long rang']],
    ['report', ['report']],
    ['reactor', ['reactor']],
    ['antibody', ['antibody']],
  ])('may be left out or put in, where the archive has such words: %s', (typed, expected) => {
    expect(desk.alternatives(typed)).toEqual(expected)
  })
})

describe('exact spelling', () => {
  beforeEach(() => {
    desk.write('anti-tank antitank S-300 S-300V deliveries delivery')
    desk.name([kyiv], [s300], [pmu2])
  })

  it.each(['=Kiev', '=S-300', '=anti-tank', '"=S-300 deliveries"'])(
    'is %s and nothing else',
    (typed) => {
      const { plan, readings } = desk.plan(typed)
      expect(plan.kind === 'words' && plan.alternatives).toHaveLength(1)
      expect(readings).toEqual([])
    },
  )

  it('asks for the words as written', () => {
    expect(desk.plan('deliveries S-300', 'exact').plan).toMatchObject({
      kind: 'and',
      operands: [
        { alternatives: [{ terms: ['delivery'], forms: ['deliveries'] }] },
        { alternatives: [{ terms: ['s-300'], forms: ['s-300'] }] },
      ],
    })
  })
})

describe('a similar word', () => {
  beforeEach(() => {
    desk.write('Dehghan Dehqan delegation began degan')
  })

  it('is also the words of the archive that are spelled much like it', () => {
    expect(desk.alternatives('Dehgan~').slice(0, 3)).toEqual(['dehgan', 'degan', 'dehghan'])
    expect(desk.alternatives('Dehgan~')).not.toContain('delegation')
  })

  it.each(['S-301~', '2016~', '"S-301"~', 'ab~'])('is %s as typed, with a warning', (typed) => {
    desk.write('S-300 2015')
    const { plan, warnings } = desk.plan(typed)
    expect(plan.kind === 'words' ? plan.alternatives : []).toHaveLength(1)
    expect([...parse(typed).warnings, ...warnings]).toHaveLength(1)
  })
})

describe('the beginning of a word', () => {
  beforeEach(() => {
    desk.write(
      'deliver deliveries delivered center centre central grey gray greyhound S-300 S-3000 S-300V ZSU-23 ZSU-23-4',
    )
  })

  it.each([
    ['deliv*', 'deliv', []],
    ['deliveri*', 'deliveri', ['delivery']],
    ['delivere*', 'delivere', ['deliver']],
    ['centr*', 'centr', ['center']],
    ['gre*', 'gre', ['gray']],
    ['zz*', 'zz', []],
  ])('finds terms that begin so, and those with a form that does: %s', (typed, prefix, terms) => {
    expect(desk.plan(typed).plan).toMatchObject({ kind: 'prefix', typed, prefix, terms })
  })

  it('of a designator is written as it was typed', () => {
    desk.write('Su-27 Su-27K S-300V4')
    const told = ['Su-27', 'С-300', 'S 300'].map(
      (typed) => desk.plan(typed).readings[0]?.also[0]?.text,
    )
    expect(told).toEqual(['Su-27K', 'S-300V', 'S-300V'])
  })

  it('of a designator is followed by no digit', () => {
    expect(desk.alternatives('S-300*')).toEqual(['s-300', 's-300v'])
    expect(desk.alternatives('ZSU-23*')).toEqual(['zsu-23', 'zsu-23-4'])
  })

  it('behind a hyphen stands behind its word', () => {
    desk.write('anti-tank anti-tax')
    expect(desk.plan('anti-ta* anti-delivere*').plan).toMatchObject({
      operands: [
        { alternatives: [{ terms: ['anti', 'ta'], open: true }] },
        {
          alternatives: [
            { terms: ['anti', 'delivere'], open: true },
            { terms: ['anti', 'deliver'] },
          ],
        },
      ],
    })
  })

  it('may go on in NEAR, beside terms of which only a form begins so', () => {
    expect(desk.plan('deliv* NEAR/3 gre*')).toMatchObject({
      plan: {
        kind: 'near',
        operands: [
          [{ terms: ['deliv'], open: true }],
          [{ terms: ['gre'], open: true }, { terms: ['gray'] }],
        ],
      },
      warnings: [],
    })
  })
})
