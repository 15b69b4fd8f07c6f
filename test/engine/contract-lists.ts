import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { facetNames, noValue, type FacetName } from '../../engine/article.ts'
import type { Hit } from '../../engine/hit.ts'
import type { SearchAnswer } from '../../engine/search-engine.ts'
import { contractArchive } from './contract-archive.ts'
import {
  expectFound,
  openDesk,
  periodsOf,
  valuesOf,
  type Desk,
  type EngineUnderTest,
  type Options,
} from './contract-desk.ts'

const newestFirst = [
  ...[
    'namesakes',
    'markup',
    'printer',
    'neighbour',
    'accents',
    'pronoun',
    'initials',
    'unbroken-hyphen',
  ],
  ...[
    'scattered',
    'battery',
    'without-hyphen',
    'unloading',
    'month-only',
    'year-only',
    'cyrillic',
    'undated',
  ],
]
const oldestFirst = [...newestFirst.slice(0, -1).reverse(), 'undated']

/** The values of entities; what has none is counted by cases of its own. */
const listed = (answer: SearchAnswer, facet: FacetName) =>
  valuesOf(answer, facet).filter((value) => !value.startsWith(noValue))

/** What the matches of a hit cut out of its passages and title. */
function marked(hit: Hit | undefined): { title: string[]; passages: string[] } {
  if (!hit) throw new Error('The search found nothing to mark.')
  return {
    title: hit.titleMatches.map(([start, end]) => hit.title.slice(start, end)),
    passages: hit.passages.flatMap(({ text, matches }) =>
      matches.map(([start, end]) => text.slice(start, end)),
    ),
  }
}

/** Filters, counts, order, pages and hits. */
export function describeLists(underTest: EngineUnderTest): void {
  describe('filtering, counting and listing', () => {
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk(underTest, contractArchive)
    }, 60_000)
    afterAll(() => desk.close())

    const filtered: readonly (readonly [
      what: string,
      filters: NonNullable<Options['filters']>,
      found: readonly string[],
    ])[] = [
      ['a value', { weapons: { include: ['s-400'] } }, ['neighbour']],
      [
        'any of several values of one facet',
        { places: { include: ['turkey', 'sao-tome'] } },
        ['neighbour', 'accents'],
      ],
      [
        'values of several facets, all of them',
        {
          places: { include: ['iran'] },
          outlet: { include: ['sample-courier', 'evening-ledger'] },
        },
        ['unloading', 'unbroken-hyphen', 'month-only'],
      ],
      [
        'an excluded value',
        { weapons: { include: ['s-300'] }, people: { exclude: ['sergei-shoigu', 'ali-dehghan'] } },
        ['unloading', 'without-hyphen', 'undated'],
      ],
      [
        'a value that is included and excluded',
        { places: { include: ['iran'], exclude: ['iran'] } },
        [],
      ],
      ['a value that nobody has', { places: { include: ['atlantis'] } }, []],
      [
        'an excluded value that nobody has',
        { weapons: { include: ['s-400'], exclude: ['s-500'] } },
        ['neighbour'],
      ],
      [
        'what only looks like a filter',
        { places: { include: ['iran" OR "1" = "1', 'IRAN', 'z', '\\'] } },
        [],
      ],
    ]

    it.each(filtered)('filters by %s', async (_, filters, found) => {
      expectFound(desk, await desk.ask('', { filters }), found)
    })

    it('counts the articles of each value, most frequent first', async () => {
      const answer = await desk.ask('')
      expect(listed(answer, 'outlet')).toEqual([
        'evening-ledger 6',
        'harbour-gazette 5',
        'sample-courier 4',
      ])
      expect(listed(answer, 'weapons')).toEqual(['s-300 5', 's-400 1'])
      expect(listed(answer, 'people').slice(0, 2)).toEqual(['hossein-dehghan 3', 'sergei-shoigu 2'])
      expect(listed(answer, 'cites').sort()).toEqual(['harbour-gazette 1', 'sample-courier 1'])
      expect(answer.facets.people[0]?.value).toBe('Hossein Dehghan')
    })

    it('counts only the articles that the query finds', async () => {
      expect(listed(await desk.ask('launchers quay -S-400 place:turkey'), 'places')).toEqual([])
      expect(listed(await desk.ask('corvette'), 'outlet')).toEqual([
        'evening-ledger 1',
        'sample-courier 1',
      ])
    })

    it("leaves a facet's own filter out of its counts, and applies all others", async () => {
      const answer = await desk.ask('', {
        filters: { outlet: { include: ['sample-courier'] }, places: { include: ['iran'] } },
      })
      expectFound(desk, answer, ['unloading', 'month-only'])
      expect(listed(answer, 'outlet').sort()).toEqual([
        '+sample-courier 2',
        'evening-ledger 1',
        'harbour-gazette 1',
      ])
      expect(listed(answer, 'places').sort()).toEqual(['+iran 2', 'russia 2', 'turkey 1'])
      expect(listed(answer, 'people')).toEqual(['hossein-dehghan 1'])
    })

    it('lists a selected value that no article has left, and one that no article ever had', async () => {
      const filters = { outlet: { include: ['harbour-gazette', 'no-such-outlet'] } }
      const answer = await desk.ask('corvette', { filters })
      expectFound(desk, answer, [])
      expect(listed(answer, 'outlet')).toEqual([
        ...['evening-ledger 1', 'sample-courier 1', '+harbour-gazette 0', '+no-such-outlet 0'],
      ])
    })

    it('marks an excluded value and says how many articles it keeps away', async () => {
      const answer = await desk.ask('corvette', {
        filters: { outlet: { exclude: ['evening-ledger'] } },
      })
      expectFound(desk, answer, ['month-only'])
      expect(listed(answer, 'outlet')).toEqual(['-evening-ledger 1', 'sample-courier 1'])
    })

    it('lists the most frequent values only, and the chosen ones besides, each once', async () => {
      const filters = { outlet: { include: ['sample-courier', 'evening-ledger'] } }
      const answer = await desk.ask('', { facetSize: 1, filters })
      expect(listed(answer, 'outlet')).toEqual(['+evening-ledger 6', '+sample-courier 4'])
      expect(listed(answer, 'weapons')).toEqual(['s-300 2'])
    })

    it('lists a value once that is both selected and excluded', async () => {
      const filters = { weapons: { include: ['s-400'], exclude: ['s-400'] } }
      const { facets } = await desk.ask('', { facetSize: 0, filters })
      const chosen = facets.weapons.filter(({ id }) => id !== noValue)
      expect(chosen).toMatchObject([{ id: 's-400', selected: true, excluded: true }])
    })

    it('counts months, leaving out articles that are dated to a year or not at all', async () => {
      expect(periodsOf(await desk.ask(''))).toEqual([
        ...[
          '2015-11 1',
          '2016-04 5',
          '2016-05 1',
          '2017-01 2',
          '2018-03 1',
          '2019-07 2',
          '2020-02 1',
          '2021-08 1',
        ],
      ])
    })

    it('leaves the filter on dates out of the months, but not out of anything else', async () => {
      const answer = await desk.ask('S-300', { from: '2016-05', to: '2016' })
      expectFound(desk, answer, ['unbroken-hyphen'])
      expect(periodsOf(answer)).toEqual(['2015-11 1', '2016-04 2', '2016-05 1'])
      expect(listed(answer, 'outlet')).toEqual(['evening-ledger 1'])
    })

    it('applies dates that are part of the query, and filters on facets, to the months', async () => {
      expect(periodsOf(await desk.ask('S-300 date:2016'))).toEqual(['2016-04 2', '2016-05 1'])
      const filters = { outlet: { include: ['harbour-gazette'] } }
      expect(periodsOf(await desk.ask('S-300', { filters, from: '2016' }))).toEqual([
        '2015-11 1',
        '2016-04 1',
      ])
    })

    const periods: readonly (readonly [from: string, to: string, found: readonly string[]])[] = [
      ['2016-04-12', '2016-04-12', ['without-hyphen', 'battery', 'scattered']],
      ['2016-04', '2016-04', ['unloading', 'without-hyphen', 'month-only', 'battery', 'scattered']],
      ['2021', '', ['namesakes']],
      ['', '2015', ['cyrillic']],
      ['2017', '2016', []],
    ]
    it.each(periods)(
      'filters by the days from %j to %j, both included',
      async (from, to, found) => {
        expectFound(desk, await desk.ask('', { from, to }), found)
      },
    )

    it('sorts newest first: equal days by order of indexing, the undated last', async () => {
      expect(desk.keys(await desk.ask('', { sort: 'newest' }))).toEqual(newestFirst)
    })

    it('sorts oldest first, the undated last', async () => {
      expect(desk.keys(await desk.ask('', { sort: 'oldest' }))).toEqual(oldestFirst)
    })

    it.each(['', '-zeppelin', 'outlet:courier', 'date:2016'])(
      'takes relevance for newest when there are no words: %j',
      async (typed) => {
        const relevant = await desk.ask(typed, { sort: 'relevance' })
        expect(desk.keys(relevant)).toEqual(desk.keys(await desk.ask(typed, { sort: 'newest' })))
      },
    )

    it.each(['newest', 'oldest', 'relevance'] as const)(
      'pages through %s without overlap or gap',
      async (sort) => {
        const typed = sort === 'relevance' ? 'the' : ''
        const whole = await desk.ask(typed, { sort })
        const pages: string[] = []
        for (let page = 1; page <= 5; page++) {
          const answer = await desk.ask(typed, { sort, page, pageSize: 5 })
          expect(answer.total).toBe(whole.total)
          pages.push(...desk.keys(answer))
        }
        expect(pages).toEqual(desk.keys(whole))
        expect(new Set(pages).size).toBe(whole.total)
      },
    )

    it.each([
      [5, 5],
      [2, 100],
      [101, 100],
      [334, 30],
      [1_000_000, 100],
    ])('has no hits on page %d of %d a page, but the same total', async (page, pageSize) => {
      const answer = await desk.ask('', { page, pageSize })
      expect({ total: answer.total, hits: answer.hits }).toEqual({ total: 16, hits: [] })
    })

    it('only counts when the page size is 0', async () => {
      const answer = await desk.ask('S-300', { pageSize: 0, sort: 'relevance' })
      expect({ total: answer.total, hits: answer.hits }).toEqual({ total: 5, hits: [] })
      expect(listed(answer, 'weapons')).toEqual(['s-300 5'])
    })

    it('finds only what was indexed after a given article', async () => {
      const sequence = desk.archive.get(desk.id('month-only'))?.sequence ?? 0
      expectFound(desk, await desk.ask('S-300', { newerThan: sequence }), ['undated'])
      expect(listed(await desk.ask('', { newerThan: sequence }), 'places')).toEqual(['iran 1'])
    })

    it('marks the words of the query in the title and in the passages', async () => {
      const answer = await desk.ask('С300 delivery minister outlet:courier', { sort: 'relevance' })
      expect(desk.keys(answer)).toEqual(['unloading'])
      expect(marked(answer.hits[0])).toEqual({
        title: ['S-300', 'deliveries'],
        passages: ['S-300', 'minister'],
      })
    })

    it('marks a phrase as one, and not its words elsewhere', async () => {
      const answer = await desk.ask('"air defence missile"')
      expect(marked(answer.hits[0])).toEqual({
        title: ['Air defence missile'],
        passages: ['air defence missile'],
      })
    })

    it('shows the beginning of the text, unmarked, when nothing in it matches', async () => {
      const [hit] = (await desk.ask('title:yearbook')).hits
      expect(hit?.passages).toHaveLength(1)
      expect(hit?.passages[0]?.matches).toEqual([])
      expect(hit?.passages[0]?.text).toMatch(/^All hulls/)
    })

    it('gives titles and passages as they were written, markup and all: escaping is for the page', async () => {
      const [hit] = (await desk.ask('tags headline')).hits
      expect(hit?.title).toBe('How to write <b>bold</b> & <mark>marked</mark>')
      expect(hit?.passages[0]?.text).toContain(
        '<b>bold</b> words between tags; <script>alert(1)</script>',
      )
      expect(marked(hit).passages).toEqual(['tags', 'headline'])
    })

    it('gives with a hit what the archive knows of the article', async () => {
      const [hit] = (await desk.ask('launchers')).hits
      const stored = desk.archive.get(desk.id('unloading'))
      expect(hit).toMatchObject({
        outlet: 'Sample Courier',
        published: '2016-04-11',
        url: '',
        sample: false,
      })
      for (const facet of facetNames) {
        const values = stored?.facets[facet].map(({ id, name, broader, evidence }) => {
          return { id, name, broader, mentions: evidence.length }
        })
        expect(hit?.facets[facet]).toEqual(values)
      }
      expect(hit?.facets.weapons[0]?.mentions).toBeGreaterThan(0)
    })
  })
}
