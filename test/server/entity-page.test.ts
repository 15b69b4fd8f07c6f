import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { acquireLease } from '../../engine/archive/lease.ts'
import { openTestSite, type Draft, type TestSite } from './test-site.ts'

/** Ada Admiral and the frigate stand together; Ben Broker stands everywhere. */
const together: Draft[] = Array.from({ length: 6 }, (_, at) => ({
  title: `Frigate ${at + 1}`,
  text: `On deck, Ada Admiral spoke with Ben Broker about the frigate. Day ${at + 1} at sea.`,
  outlet: at < 4 ? 'Harbour News' : 'Gazette',
  published: `2015-0${at + 1}-01`,
  people: ['Ada Admiral', 'Ben Broker'],
  weapons: ['Frigate < Warship'],
  cites: ['Gazette Wire'],
}))
const others: Draft[] = Array.from({ length: 14 }, (_, at) => ({
  title: `Market ${at + 1}`,
  text: 'Ben Broker sold and bought.',
  outlet: 'Gazette',
  published: '2016',
  people: ['Ben Broker'],
}))

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(...together, ...others, {
    title: 'The wire itself',
    text: 'A corvette sails.',
    outlet: 'Gazette Wire',
    weapons: ['Corvette < Warship'],
  })
  const lease = acquireLease(site.dataDir, 'a test')
  site.archive.setNaming(lease, [], [{ facet: 'people', id: 'ada-admirall', into: 'ada-admiral' }])
  lease.release()
})
afterAll(() => site.close())

/** The names of a list of the page, in order. */
function namesIn(html: string, list: string): string[] {
  const section = new RegExp(`<section aria-labelledby="${list}">(.*?)</section>`, 's').exec(html)
  return [...(section?.[1] ?? '').matchAll(/<li><a class="entity[^>]*>(.*?)<\/a>/g)].map(
    ([, name = '']) => name,
  )
}

describe('the page of an entity', () => {
  it('tells who it is, how it is written, and how many articles name it from when to when', async () => {
    const { status, text } = await site.get('/entity/person/ada-admiral')
    expect(status).toBe(200)
    expect(text).toContain('<span class="entity people">Ada Admiral</span></h1>')
    expect(text).toContain('Ada Admiral (6)')
    expect(text).toMatch(
      /<strong>6 articles<\/strong><\/a> <span class="note">from 1 January 2015 to 1 June 2015/,
    )
    expect(text).toContain('<code>ada-admirall</code>')
  })

  it('lists what stands with it more often than by chance, not what stands everywhere', async () => {
    const { text } = await site.get('/entity/person/ada-admiral')
    expect(namesIn(text, 'named-weapon')).toEqual(['Frigate', 'Warship'])
    expect(namesIn(text, 'named-person')).toEqual([])
    expect(text).toContain('3 times as often as by chance')
  })

  it('tells which outlets report on it, with the share of all that they published', async () => {
    const { text } = await site.get('/entity/person/ada-admiral')
    expect(namesIn(text, 'named-outlet')).toEqual(['Harbour News', 'Gazette'])
    expect(text).toContain('100 % of all that it published')
    expect(text).toContain('13 % of all that it published')
  })

  it('leads from each count to the articles with both', async () => {
    const { text } = await site.get('/entity/person/ada-admiral')
    const href = '/search?person=ada-admiral&amp;weapon=frigate'
    expect(text).toContain(`<a class="count" href="${href}"`)
    const { body } = await site.get('/search.json?person=ada-admiral&weapon=frigate')
    expect(body).toMatchObject({ total: 6 })
  })

  it('shows the latest articles where they name it, and where each says why', async () => {
    const { text } = await site.get('/entity/person/ada-admiral')
    expect(text).toContain('On deck, <mark>Ada Admiral</mark> spoke')
    expect(text).toMatch(/href="\/article\/[a-z0-9]+#of-person-ada-admiral">Why/)
  })

  it('draws its years, each with the articles that are dated to the year alone', async () => {
    const { text } = await site.get('/entity/person/ben-broker')
    expect(text).toContain('aria-label="2015: 6 articles"')
    expect(text).toContain('aria-label="2016: 14 articles"')
    expect(text).toContain('href="/search?person=ben-broker&amp;from=2016&amp;to=2016"')
  })

  it('tells what stands above and below', async () => {
    const below = await site.get('/entity/weapon/frigate')
    expect(below.text).toMatch(
      /Belongs to<\/dt><dd><a href="\/entity\/weapon\/warship">Warship<\/a>/,
    )
    const above = await site.get('/entity/weapon/warship')
    expect(above.text).toMatch(
      /Frigate<\/a> <span class="note">\(6 articles\).*Corvette<\/a> <span class="note">\(1 article\)/,
    )
    expect(namesIn(above.text, 'named-weapon')).toEqual([])
  })

  it('offers to search for it, without it, and to correct it', async () => {
    const { text } = await site.get('/entity/person/ada-admiral')
    expect(text).toContain('href="/search?person=ada-admiral"')
    expect(text).toContain('href="/search?-person=ada-admiral"')
    const correct = /href="(\/correct\?[^"]*)"/.exec(text)?.[1] ?? ''
    const form = await site.get(correct.replaceAll('&amp;', '&'))
    expect(form.status).toBe(200)
    expect(form.text).toContain('name="back" value="/entity/person/ada-admiral')
  })
})

describe('the page of a medium', () => {
  it('tells what it published and who cites it', async () => {
    const { text } = await site.get('/entity/outlet/gazette-wire')
    expect(text).toContain('Outlet and cited source')
    expect(text).toContain('What it published')
    expect(namesIn(text, 'published-weapon')).toEqual(['Corvette', 'Warship'])
    expect(namesIn(text, 'cited-outlet')).toEqual(['Harbour News', 'Gazette'])
  })

  it('is one page, whether it is looked for as an outlet or as a source', async () => {
    const { status, headers } = await site.get('/entity/cites/gazette-wire')
    expect(status).toBe(301)
    expect(headers['location']).toBe('/entity/outlet/gazette-wire')
  })
})

describe('an id that is not in use', () => {
  it('leads to its successor, and is asked for again each time', async () => {
    const { status, headers } = await site.get('/entity/person/ada-admirall?corrected=1')
    expect(status).toBe(301)
    expect(headers['location']).toBe('/entity/person/ada-admiral?corrected=1')
    expect(headers['cache-control']).toBe('no-cache')
    const json = await site.get('/entity/person/ada-admirall.json')
    expect(json.headers['location']).toBe('/entity/person/ada-admiral.json')
  })

  it('is not found, and what is called much like it is offered with a search', async () => {
    const { status, text } = await site.get('/entity/person/broker')
    expect(status).toBe(404)
    expect(text).toContain('<a href="/entity/person/ben-broker">Ben Broker</a>')
    expect(text).toContain('href="/search?q=%22broker%22"')
  })

  it.each(['/entity/person/nobody.json', '/entity/ship/frigate', '/entity/ship/frigate.json'])(
    'is not found: %s',
    async (path) => {
      expect((await site.get(path)).status).toBe(404)
    },
  )

  it('shows markup in an address as text', async () => {
    const { status, text } = await site.get('/entity/person/%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    expect(status).toBe(404)
    expect(text).not.toContain('<script>alert')
  })
})

describe('/entity/:facet/:id.json', () => {
  it('has the same numbers', async () => {
    const { status, body } = await site.get('/entity/person/ada-admiral.json')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      facet: 'person',
      id: 'ada-admiral',
      name: 'Ada Admiral',
      spellings: [{ spelling: 'Ada Admiral', articles: 6 }],
      formerIds: ['ada-admirall'],
      listed: null,
      parts: [
        {
          as: 'named',
          total: 6,
          capability: { bound: 'exact' },
          first: '2015-01-01',
          last: '2015-06-01',
          years: [{ period: '2015', count: 6 }],
          together: [
            { facet: 'person', values: [] },
            { facet: 'place', values: [] },
            {
              facet: 'weapon',
              isComplete: true,
              values: [{ id: 'frigate', count: 6, articles: 6 }, { id: 'warship' }],
            },
          ],
          frequent: [
            {
              facet: 'outlet',
              values: [
                { id: 'harbour-news', count: 4, articles: 4 },
                { id: 'gazette', count: 2, articles: 16 },
              ],
            },
            { facet: 'cites', values: [{ id: 'gazette-wire', count: 6 }] },
          ],
        },
      ],
    })
  })
})
