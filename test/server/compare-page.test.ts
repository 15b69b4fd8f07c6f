import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type Draft, type TestSite } from './test-site.ts'

function articles(outlet: string, count: number, more: (at: number) => Partial<Draft>): Draft[] {
  return Array.from({ length: count }, (_, at) => ({
    title: `${outlet} ${at + 1}`,
    text: `A frigate sails, says ${outlet}.`,
    outlet,
    published: '2015-03-02',
    ...more(at),
  }))
}

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    ...articles('Harbour News', 6, () => ({ people: ['Ada Admiral', 'Ben Broker'] })),
    ...articles('Gazette', 5, (at) => ({ people: ['Ben Broker'], family: at < 3 ? 'copied' : '' })),
    ...articles('Morning Post', 4, (at) => ({
      family: at === 0 ? 'copied' : '',
      published: '2017',
    })),
    ...articles('Evening Post', 3, () => ({})),
    ...articles('Noon Post', 2, () => ({})),
    ...articles('Night Post', 1, () => ({})),
    ...articles('Gazette', 5, (at) => ({ title: `Market ${at}`, text: 'Grain is dear.' })),
  )
})
afterAll(() => site.close())

/** The rows of the table: name, articles, share, texts, texts that another has too. */
function rowsIn(html: string): string[][] {
  return [...html.matchAll(/<tr><th scope="row".*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, ''),
    ),
  )
}

describe('the comparison of outlets', () => {
  it('takes the five outlets with the most articles of a search where none is named', async () => {
    const { status, text } = await site.get('/compare?q=frigate')
    expect(status).toBe(200)
    expect(rowsIn(text).map(([name]) => name)).toEqual([
      'Harbour News',
      'Gazette',
      'Morning Post',
      'Evening Post',
      'Noon Post',
    ])
    expect(text).toMatch(/name="outlet" value="night-post"> Night Post/)
  })

  it('counts articles, their share of what the outlet published, different texts, and those that another has too', async () => {
    const { text } = await site.get('/compare?q=frigate&outlet=gazette&outlet=morning-post')
    expect(rowsIn(text)).toEqual([
      ['Gazette', '5', '50 %', '3', '1'],
      ['Morning Post', '4', '100 %', '4', '1'],
    ])
    expect(text).toContain(
      '<strong>9 of 21 articles</strong></a> in these 2 outlets: 6 different texts',
    )
  })

  it('tells what stands out in an outlet against the others, not what they share', async () => {
    const { body } = await site.get('/compare.json?q=frigate&outlet=harbour-news&outlet=gazette')
    expect(body).toMatchObject({
      outlets: [
        {
          id: 'harbour-news',
          standingOut: [{ facet: 'person', values: [{ id: 'ada-admiral', count: 6 }] }, {}, {}, {}],
        },
        { id: 'gazette', standingOut: [{ facet: 'person', values: [] }, {}, {}, {}] },
      ],
    })
  })

  it('draws all timelines on one scale, and says their counts', async () => {
    const { text } = await site.get('/compare?q=frigate&outlet=harbour-news&outlet=morning-post')
    const span = 'Articles per month, 2015 to 2017; at most 6 articles in one month'
    expect(text).toContain(`aria-label="${span}. 2015: 6"`)
    expect(text).toContain(`aria-label="${span}. 2017: 4"`)
  })

  it('draws only the period that is searched', async () => {
    const { text } = await site.get('/compare?outlet=harbour-news&outlet=morning-post&from=2017')
    expect(text).toContain('Articles per month, 2017')
    expect(text).not.toContain('2015: 6')
  })

  it('finds an outlet by its name', async () => {
    const { text } = await site.get('/compare?outlet=Night+Post&outlet=gazette')
    expect(rowsIn(text).map(([name]) => name)).toEqual(['Night Post', 'Gazette'])
  })

  it('asks for another outlet where one is named alone', async () => {
    const { text } = await site.get('/compare?outlet=gazette')
    expect(text).toContain('Choose another outlet to compare this one with.')
  })

  it('compares six at most, and says so', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `outlet=${name}`).join('&')
    const { text } = await site.get(`/compare?${names}`)
    expect(rowsIn(text)).toHaveLength(6)
    expect(text).toContain('At most 6 outlets stand side by side')
  })

  it('says what to do where nothing is found', async () => {
    const { status, text } = await site.get('/compare?q=zeppelin')
    expect(status).toBe(200)
    expect(text).toContain('No outlet has an article of this search.')
  })

  it('keeps the filters of the search in its form, and lets each be taken away', async () => {
    const { text } = await site.get(
      '/compare?q=frigate&person=ada-admiral&outlet=gazette&outlet=harbour-news',
    )
    expect(text).toContain('<input type="hidden" name="person" value="ada-admiral">')
    expect(text).toContain('href="/compare?q=frigate&amp;outlet=gazette&amp;outlet=harbour-news"')
  })

  it('refuses what cannot be read', async () => {
    expect((await site.get('/compare?from=2016-13')).status).toBe(400)
    const { status, body } = await site.get('/compare.json?from=2016-13')
    expect(status).toBe(400)
    expect(body).toMatchObject({ status: 400 })
  })
})
