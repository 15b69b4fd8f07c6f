import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { longestQuery } from '../../engine/query/parse.ts'
import request from 'supertest'
import { openTestSite, titlesIn, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    {
      title: 'Convoy reaches the harbour',
      text: 'Carla Convoy met the crews.\n\nThe convoy waits.\n\nNo convoy left.',
      outlet: 'Harbour Gazette',
      published: '2016-04-11',
      people: ['Carla Convoy'],
      places: ['Portville'],
    },
    { title: '', text: 'A convoy without a headline.', people: ['Carlo "the <b>" Quay'] },
    { title: 'کاروان به بندر رسید', text: 'The convoy was late.', outlet: 'Evening Ledger' },
  )
  site.store.savedQueries.add(0, { name: 'Convoys of April', search: 'q=convoy', seen: 0 })
})
afterAll(() => site.close())

async function get(path: string, cookie = '') {
  const { status, text, headers } = await request(site.app).get(path).set('Cookie', cookie)
  return { status, text, headers }
}

describe('the density of results', () => {
  it.each([
    ['comfortable', 3, true],
    ['compact', 1, false],
    ['titles', 0, false],
  ])('is %s with so many passages, and with chips or not', async (density, passages, hasChips) => {
    const { text } = await get(`/search?q=convoy&sort=newest&density=${density}`)
    const [, first = ''] = text.split('<li class="hit"')
    expect(first).toContain('reaches the harbour')
    expect(first.match(/class="passage"/g) ?? []).toHaveLength(passages)
    expect(first.includes('class="chips"')).toBe(hasChips)
  })

  it('is kept by a cookie of the search page', async () => {
    const { headers } = await get('/search?q=convoy&density=compact')
    expect(String(headers['set-cookie'])).toMatch(
      /density=compact;[^,]*Path=\/search;.*SameSite=Lax/,
    )
    const { text } = await get('/search?q=convoy', 'density=compact')
    expect(text).toContain('<main id="main" class="search compact">')
  })

  it.each(['density=huge', 'density=', ''])('is comfortable with the cookie %j', async (cookie) => {
    const { text, headers } = await get('/search?q=convoy&density=none', cookie)
    expect(text).toContain('<main id="main" class="search comfortable">')
    expect(String(headers['set-cookie'])).not.toContain('density')
  })

  it('is no part of any other link', async () => {
    const { text } = await get('/search?q=convoy&density=titles')
    const links = [...text.matchAll(/href="([^"]*density=[^"]*)"/g)].map(([, href]) => href)
    expect(links).toEqual([
      '/search?q=convoy&amp;density=comfortable',
      '/search?q=convoy&amp;density=compact',
      '/search?q=convoy&amp;density=titles',
    ])
  })
})

describe('a result', () => {
  it('says where it has no title, outlet or date, and lets its text say its direction', async () => {
    const { text } = await get('/search?q=convoy')
    expect(titlesIn(text)).toContain('Untitled')
    expect(text).toContain('Outlet unknown · Undated')
    expect(text).toMatch(/<a [^>]*href="[^"]*" dir="auto">کاروان به بندر رسید<\/a>/)
  })

  it('offers its values as buttons of the form of the filters', async () => {
    const { text } = await get('/search?q=harbour')
    expect(text).toContain(
      '<button form="narrow" name="person" value="carla-convoy">Carla Convoy</button>',
    )
  })
})

describe('a search that found nothing', () => {
  it('names the query and the filters', async () => {
    const { text } = await get('/search?q=zeppelin&place=portville&from=2016')
    expect(text).toContain(
      'No article with “zeppelin”; place: Portville; published from 2016. One part of it may be too much:',
    )
    expect(text).toContain('1 article</a> without the query “zeppelin”')
  })

  it('offers names that its words may stand for, and what may be meant', async () => {
    const { text } = await get('/search?q=%3Dconvoi+carla+conv')
    expect(text).toContain('<a href="/search?q=%3Dconvoi&amp;person=carla-convoy">Carla Convoy</a>')
    const { text: misspelled } = await get('/search?q=konvoy')
    expect(misspelled).toContain('Did you mean <a href="/search?q=convoy">convoy</a>')
  })
})

describe('GET /suggest.json', () => {
  const suggested = async (parameters: string) => {
    const { body } = await site.get(`/suggest.json?${parameters}`)
    return body
  }

  it('tells saved queries, names and words, each with where it leads', async () => {
    expect(await suggested('q=harbour+conv&place=portville')).toEqual({
      q: 'harbour conv',
      suggestions: [
        {
          kind: 'person',
          text: 'Carla Convoy',
          note: 'person, filter to 1 article',
          href: '/search?q=harbour&person=carla-convoy&place=portville',
          q: 'harbour person:"Carla Convoy"',
        },
        {
          kind: 'word',
          text: 'harbour convoy',
          note: 'word in 3 articles',
          href: '/search?q=harbour+convoy&place=portville',
          q: 'harbour convoy',
        },
      ],
    })
    expect(await suggested('q=of+april')).toMatchObject({
      suggestions: [
        { kind: 'saved query', text: 'Convoys of April', href: '/search?q=convoy&saved=1' },
      ],
    })
  })

  it('keeps to the field that is being typed', async () => {
    expect(await suggested('q=outlet:%22har')).toMatchObject({
      suggestions: [{ kind: 'outlet', q: 'outlet:"Harbour Gazette"' }],
    })
  })

  it('tells a word that may be meant where none begins so', async () => {
    expect(await suggested('q=konvoy')).toMatchObject({ suggestions: [{ text: 'convoy' }] })
  })

  it.each([
    ['nothing', 'q='],
    ['white space', 'q=%20%20'],
    ['signs', 'q=%22((+:'],
    ['one letter', 'q=c'],
    ['what is to be left out', 'q=-carla'],
    ['more than anybody types', `q=${'carla+'.repeat(100)}`],
    ['more than a query may have', `q=${'a'.repeat(longestQuery + 1)}`],
  ])('is empty for %s', async (_what, parameters) => {
    const { status, body } = await site.get(`/suggest.json?${parameters}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ suggestions: [] })
  })

  it('answers browsers as OpenSearch has it', async () => {
    const { text, headers } = await get('/suggest.json?format=opensearch&q=carla')
    expect(headers['content-type']).toContain('application/x-suggestions+json')
    expect(JSON.parse(text)).toEqual([
      'carla',
      ['person:"Carla Convoy"'],
      ['person, filter to 1 article'],
    ])
  })
})

describe('GET /opensearch.xml', () => {
  it('describes the site under the name that it was asked by', async () => {
    const { text, headers } = await request(site.app)
      .get('/opensearch.xml')
      .set('Host', 'localhost:8700')
    expect(headers['content-type']).toContain('application/opensearchdescription+xml')
    expect(text).toMatch(/^<\?xml /)
    expect(text).toContain('template="http://localhost:8700/search?q={searchTerms}"')
    expect(text).toContain(
      'template="http://localhost:8700/suggest.json?format=opensearch&amp;q={searchTerms}"',
    )
    expect((await get('/help')).text).toContain('href="/opensearch.xml"')
  })

  it('is told under no other name', async () => {
    const { status, text } = await request(site.app)
      .get('/opensearch.xml')
      .set('Host', 'elsewhere.test')
    expect(status).toBe(421)
    expect(text).not.toContain('OpenSearchDescription')
  })
})
