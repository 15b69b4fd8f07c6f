import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FacetName } from '../../engine/article.ts'
import { everything, type FacetValuesRequest } from '../../engine/search-engine.ts'
import { madeUp, type Value } from './contract-archive.ts'
import {
  expectFound,
  openDesk,
  periodsOf,
  requestFor,
  showCount,
  valuesOf,
  type Desk,
  type EngineUnderTest,
  type Options,
} from './contract-desk.ts'

const [anna, boris, clara]: readonly [Value, Value, Value] = [
  ['anna-arkwright', 'Anna Arkwright'],
  ['boris-baker', 'Boris Baker'],
  ['clara-baker', 'Clara Baker'],
]
const tunguska: Value = ['tunguska', 'Tunguska']
const buk: Value = ['buk', 'Buk']
const bukM2: Value = ['buk-m2', 'Buk-M2']
const above = {
  'buk-m2': [
    ['buk', 'Buk'],
    ['surface-to-air-missile', 'Surface-to-air missile'],
  ],
  buk: [['surface-to-air-missile', 'Surface-to-air missile']],
  tunguska: [['anti-aircraft-gun', 'Anti-aircraft gun']],
  lyon: [['france', 'France']],
  paris: [['france', 'France']],
} as const

/** Articles on which values, families and periods are tried. Every sentence is made up. */
const archive = [
  madeUp('first', {
    published: '2010-01-01',
    title: 'Parade in Paris',
    text: 'Anna Arkwright and Boris Baker watched a Buk-M2 pass.',
    people: [anna, boris],
    places: [['paris', 'Paris']],
    weapons: [bukM2],
    broader: above,
    family: 'parade',
  }),
  madeUp('second', {
    published: '2010-01-02',
    title: 'Parade in Paris, again',
    text: 'Anna Arkwright and Boris Baker watched a Buk-M2 pass, witnesses said.',
    people: [anna, boris],
    places: [['paris', 'Paris']],
    weapons: [bukM2],
    cites: [['sample-courier', 'Sample Courier']],
    broader: above,
    family: 'parade',
  }),
  madeUp('third', {
    published: '2010-01-02',
    title: 'Buk sold',
    text: 'Boris Baker sold a Buk and a Tunguska to Lyon.',
    people: [boris],
    places: [['lyon', 'Lyon']],
    weapons: [buk, tunguska],
    broader: above,
    family: 'sale',
  }),
  madeUp('fourth', {
    published: '2010-03-05',
    title: 'Bakers argue',
    text: 'Boris Baker and Clara Baker argued about a parade in France.',
    people: [boris, clara],
    places: [['france', 'France']],
    broader: above,
  }),
  madeUp('fifth', {
    published: '2012',
    title: 'Yearbook of parades',
    text: 'Anna Arkwright wrote the yearbook.',
    people: [anna],
    broader: above,
    family: 'sale',
  }),
  madeUp('sixth', {
    published: '2012-12',
    title: 'An empty month',
    text: 'Nothing was seen anywhere, not even a parade.',
  }),
  madeUp('seventh', {
    title: 'An undated leaflet',
    text: 'Nobody is named, nothing is dated.',
  }),
]

/** Any and all, broader values, articles without a value, families, periods, search inside a facet, and what is streamed. */
export function describeValues(underTest: EngineUnderTest): void {
  describe('values, families and periods', () => {
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk(underTest, archive)
    }, 60_000)
    afterAll(() => desk.close())

    type Filters = NonNullable<Options['filters']>
    const filtered: readonly (readonly [string, Filters, readonly string[]])[] = [
      [
        'any of two people',
        { people: { include: ['anna-arkwright', 'clara-baker'] } },
        ['first', 'second', 'fourth', 'fifth'],
      ],
      [
        'all of two people',
        { people: { include: ['anna-arkwright', 'boris-baker'], match: 'all' } },
        ['first', 'second'],
      ],
      [
        'all of two people that never meet',
        { people: { include: ['anna-arkwright', 'clara-baker'], match: 'all' } },
        [],
      ],
      [
        'all, with one excluded',
        { people: { include: ['boris-baker'], match: 'all', exclude: ['anna-arkwright'] } },
        ['third', 'fourth'],
      ],
      ['a family of weapons', { weapons: { include: ['buk'] } }, ['first', 'second', 'third']],
      ['a member of a family alone', { weapons: { include: ['buk-m2'] } }, ['first', 'second']],
      [
        'a category of weapons',
        { weapons: { include: ['surface-to-air-missile'] } },
        ['first', 'second', 'third'],
      ],
      [
        'all of a category and another',
        { weapons: { include: ['surface-to-air-missile', 'anti-aircraft-gun'], match: 'all' } },
        ['third'],
      ],
      [
        'a country with its cities',
        { places: { include: ['france'] } },
        ['first', 'second', 'third', 'fourth'],
      ],
      ['an excluded country', { places: { exclude: ['france'] } }, ['fifth', 'sixth', 'seventh']],
      ['nobody', { people: { include: ['[none]'] } }, ['sixth', 'seventh']],
      [
        'nobody or somebody',
        { people: { include: ['[none]', 'clara-baker'] } },
        ['fourth', 'sixth', 'seventh'],
      ],
      [
        'somebody at all',
        { people: { exclude: ['[none]'] } },
        ['first', 'second', 'third', 'fourth', 'fifth'],
      ],
      ['no outlet', { outlet: { include: ['[none]'] } }, archive.map(({ key }) => key)],
    ]
    it.each(filtered)('filters by %s', async (_, filters, found) => {
      expectFound(desk, await desk.ask('', { filters }), found)
      expectFound(desk, await desk.ask('-zeppelin', { filters, sort: 'relevance' }), found)
    })

    it('counts a value in every value above it, once an article', async () => {
      const answer = await desk.ask('')
      expect(valuesOf(answer, 'weapons')).toEqual([
        'buk 3',
        'surface-to-air-missile 3',
        'buk-m2 2',
        'anti-aircraft-gun 1',
        'tunguska 1',
        '[none] 4',
      ])
      expect(valuesOf(answer, 'places')).toEqual(['france 4', 'paris 2', 'lyon 1', '[none] 3'])
    })

    it('says what stands above a value, and names it', async () => {
      const { facets } = await desk.ask('')
      const bukM2Count = facets.weapons.find(({ id }) => id === 'buk-m2')
      expect(bukM2Count?.broader).toEqual(['buk', 'surface-to-air-missile'])
      const category = facets.weapons.find(({ id }) => id === 'surface-to-air-missile')
      expect(category).toMatchObject({ value: 'Surface-to-air missile', broader: [] })
    })

    it('lists articles without a value last, however many they are', async () => {
      const answer = await desk.ask('-boris', { facetSize: 1 })
      expect(valuesOf(answer, 'people')).toEqual(['anna-arkwright 1', '[none] 2'])
      expect(valuesOf(await desk.ask('argued'), 'people')).not.toContain('[none] 0')
    })

    const counted: readonly (readonly [string, FacetName, Filters, readonly string[]])[] = [
      [
        'those that any of the chosen ones would bring',
        'people',
        { people: { include: ['anna-arkwright'] } },
        ['boris-baker 4', '+anna-arkwright 3', 'clara-baker 1', '[none] 2'],
      ],
      [
        'those that are left when all must be there',
        'people',
        { people: { include: ['boris-baker'], match: 'all' } },
        ['+boris-baker 4', 'anna-arkwright 2', 'clara-baker 1'],
      ],
      [
        'without excluded articles, but for what the exclusion hides',
        'people',
        { people: { exclude: ['anna-arkwright'] } },
        ['-anna-arkwright 3', 'boris-baker 2', 'clara-baker 1', '[none] 2'],
      ],
      [
        'only what lifting one of two exclusions would bring back',
        'people',
        { people: { exclude: ['anna-arkwright', 'boris-baker'] } },
        ['-boris-baker 2', '-anna-arkwright 1', '[none] 2'],
      ],
      [
        'in other facets the articles that pass',
        'weapons',
        { people: { include: ['clara-baker', 'anna-arkwright'], exclude: ['boris-baker'] } },
        ['[none] 1'],
      ],
      [
        'an excluded value with a chosen one beside it',
        'people',
        { people: { include: ['boris-baker'], exclude: ['anna-arkwright'] } },
        ['-anna-arkwright 2', '+boris-baker 2', 'clara-baker 1', '[none] 2'],
      ],
    ]
    it.each(counted)('counts %s', async (_, facet, filters, expected) => {
      expect(valuesOf(await desk.ask('', { filters }), facet)).toEqual(expected)
    })

    it('counts years, months and days, each only where it is known', async () => {
      expect(periodsOf(await desk.ask('', { timeline: 'year' }))).toEqual(['2010 4', '2012 2'])
      expect(periodsOf(await desk.ask('', { timeline: 'month' }))).toEqual([
        '2010-01 3',
        '2010-03 1',
        '2012-12 1',
      ])
      const days = await desk.ask('', { timeline: 'day', from: '2010', to: '2010' })
      expect(days.timeline.unit).toBe('day')
      expect(periodsOf(days)).toEqual(['2010-01-01 1', '2010-01-02 2', '2010-03-05 1'])
    })

    it('lists the days of the period only', async () => {
      const answer = await desk.ask('', { timeline: 'day', from: '2010-01-02', to: '2010-02' })
      expect(periodsOf(answer)).toEqual(['2010-01-02 2'])
    })

    it.each([
      ['', '2010'],
      ['2010', ''],
      ['2001', '2012'],
    ])('counts months where days would be too many: %j to %j', async (from, to) => {
      const answer = await desk.ask('', { timeline: 'day', from, to })
      expect(answer.timeline.unit).toBe('month')
      expect(periodsOf(answer)).toEqual(['2010-01 3', '2010-03 1', '2012-12 1'])
    })

    it.each(['newest', 'oldest', 'relevance'] as const)(
      'shows one hit a family by %s, and counts articles as before',
      async (sort) => {
        const typed = sort === 'relevance' ? 'parade OR buk OR yearbook' : ''
        const grouped = await desk.ask(typed, { sort, groupBy: 'family' })
        const single = await desk.ask(typed, { sort })
        expect(grouped.total).toBe(single.total)
        expect(grouped.facets).toEqual(single.facets)
        expect(grouped.timeline).toEqual(single.timeline)
        const families = grouped.hits.map(({ family }) => family?.id)
        expect(families.filter((id) => id === desk.id('first'))).toHaveLength(1)
        expect(families.filter((id) => id === desk.id('third'))).toHaveLength(1)
        expect(grouped.groups).toBe(single.total - 2)
        expect(grouped.hits).toHaveLength(grouped.groups)
      },
    )

    it('takes the first of a family in the order asked for, and says how many match', async () => {
      const newest = await desk.ask('', { groupBy: 'family' })
      expect(desk.keys(newest)).toEqual(['sixth', 'fifth', 'fourth', 'second', 'seventh'])
      const oldest = await desk.ask('', { sort: 'oldest', groupBy: 'family' })
      expect(desk.keys(oldest)).toEqual(['first', 'third', 'fourth', 'sixth', 'seventh'])
      const matching = (await desk.ask('witnesses OR sold', { groupBy: 'family' })).hits
      const cites = [{ id: 'sample-courier', name: 'Sample Courier', articles: 1 }]
      const counts = { articles: 2, texts: 1 }
      expect(matching.map(({ family }) => family)).toEqual([
        { id: desk.id('third'), matching: 1, ...counts, cites: [] },
        { id: desk.id('first'), matching: 1, ...counts, cites },
      ])
      expect(oldest.hits[0]?.family).toEqual({
        id: desk.id('first'),
        matching: 2,
        ...counts,
        cites,
      })
      expect(oldest.hits[2]?.family).toBeUndefined()
    })

    it('pages through families without overlap or gap', async () => {
      const pages: string[] = []
      for (let page = 1; page <= 4; page++) {
        const answer = await desk.ask('', { page, pageSize: 2, groupBy: 'family' })
        expect(answer.groups).toBe(5)
        pages.push(...desk.keys(answer))
      }
      expect(pages).toEqual(['sixth', 'fifth', 'fourth', 'second', 'seventh'])
    })

    const inside = (asked: Partial<FacetValuesRequest>) =>
      desk.engine().facetValues({
        search: everything,
        facet: 'people',
        text: '',
        below: '',
        order: 'count',
        offset: 0,
        limit: 100,
        ...asked,
      })

    it('lists all values of a facet, by count or by name, part by part', async () => {
      const byCount = await inside({})
      expect(byCount.values.map(showCount)).toEqual([
        'boris-baker 4',
        'anna-arkwright 3',
        'clara-baker 1',
        '[none] 2',
      ])
      expect(byCount.total).toBe(4)
      const byName = await inside({ order: 'name' })
      expect(byName.values.map(showCount)).toEqual([
        'anna-arkwright 3',
        'boris-baker 4',
        'clara-baker 1',
        '[none] 2',
      ])
      const part = await inside({ offset: 1, limit: 1 })
      expect(part.values.map(showCount)).toEqual(['anna-arkwright 3'])
      expect(part.total).toBe(4)
    })

    it.each([
      ['bak', ['boris-baker 4', 'clara-baker 1']],
      ['BAKER', ['boris-baker 4', 'clara-baker 1']],
      ['bak cla', ['clara-baker 1']],
      ['aker', []],
      ['zeppelin', []],
    ])('searches inside a facet by the beginnings of words: %j', async (text, expected) => {
      const answer = await inside({ text })
      expect(answer.values.map(showCount)).toEqual(expected)
      expect({ total: answer.total, bound: answer.capability.bound }).toEqual({
        total: expected.length,
        bound: 'exact',
      })
    })

    it('searches inside a facet among the articles of a search, leaving out its own choice', async () => {
      const search = requestFor('parade', {
        filters: { people: { include: ['clara-baker'] }, places: { include: ['france'] } },
      })
      const answer = await inside({ search })
      expect(answer.values.map(showCount)).toEqual([
        'boris-baker 3',
        'anna-arkwright 2',
        '+clara-baker 1',
      ])
    })

    it('lists the values below another', async () => {
      const answer = await inside({ facet: 'weapons', below: 'surface-to-air-missile' })
      expect(answer.values.map(showCount)).toEqual(['buk 3', 'buk-m2 2'])
      expect((await inside({ facet: 'weapons', below: 'buk-m2' })).values).toEqual([])
    })

    it('streams every article of a search in the order of indexing', async () => {
      const keys: string[] = []
      const request = requestFor('parade -clara', { sort: 'newest', page: 7, pageSize: 0 })
      for await (const { title } of desk.engine().scan(request)) keys.push(title)
      expect(keys).toEqual([
        'Parade in Paris',
        'Parade in Paris, again',
        'Yearbook of parades',
        'An empty month',
      ])
    })

    it('names the sequence numbers of what it would stream', async () => {
      const request = requestFor('parade -clara', { sort: 'newest', page: 7, pageSize: 0 })
      const streamed: number[] = []
      for await (const { sequence } of desk.engine().scan(request)) streamed.push(sequence)
      expect([...(await desk.engine().matching(request))]).toEqual(streamed)
      expect(streamed).toHaveLength(4)
      expect([
        ...(await desk.engine().matching({ ...request, newerThan: streamed[1] ?? 0 })),
      ]).toEqual(streamed.slice(2))
    })

    it('streams what filters leave, and stops when nobody reads on', async () => {
      const filters = { people: { include: ['boris-baker'] } }
      let read = 0
      for await (const { title } of desk.engine().scan(requestFor('', { filters }))) {
        expect(title).toBe('Parade in Paris')
        read++
        break
      }
      expect(read).toBe(1)
      expectFound(desk, await desk.ask('', { filters }), ['first', 'second', 'third', 'fourth'])
    })

    it('finds the same after it was built anew', async () => {
      const asked = () =>
        Promise.all([
          desk.ask('parade OR buk', { sort: 'relevance' }),
          desk.ask('', { groupBy: 'family', timeline: 'year' }),
          inside({ facet: 'weapons' }),
        ])
      const before = await asked()
      const steps: number[] = []
      await desk.engine().rebuild(desk.lease, (done) => steps.push(done))
      expect(await asked()).toEqual(before)
      expect(steps.at(-1)).toBe(archive.length)
    })

    it('answers while it is built anew', async () => {
      const building = { running: true }
      const built = desk
        .engine()
        .rebuild(desk.lease)
        .finally(() => {
          building.running = false
        })
      const totals = new Set<number>()
      while (building.running) totals.add((await desk.ask('')).total)
      await built
      totals.add((await desk.ask('')).total)
      expect([...totals]).toEqual([archive.length])
    })
  })
}
