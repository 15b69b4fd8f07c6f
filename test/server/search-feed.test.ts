import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parseAtomFeed } from 'feedsmith'
import request from 'supertest'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    { title: 'First ferry', outlet: 'Harbour Gazette', published: '2019' },
    { title: 'A train' },
    { title: 'Second ferry', outlet: 'Evening Ledger', published: '2016' },
  )
})
afterAll(() => site.close())

describe('GET /search.atom', () => {
  it('is the feed of a search: the latest indexed first', async () => {
    const { text, headers } = await site.get('/search.atom?q=ferry&sort=oldest')
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    const feed = parseAtomFeed(text)
    expect(feed.title?.value).toBe('ferry, oldest first')
    expect(feed.entries?.map(({ title }) => title?.value)).toEqual(['Second ferry', 'First ferry'])
  })

  it('keeps the filters, and is a feed also where nothing is found', async () => {
    const feed = parseAtomFeed((await site.get('/search.atom?outlet=harbour-gazette')).text)
    expect(feed.entries?.map(({ title }) => title?.value)).toEqual(['First ferry'])
    expect(parseAtomFeed((await site.get('/search.atom?q=submarine')).text).entries ?? []).toEqual(
      [],
    )
  })

  it('is the same feed for the same search', async () => {
    const idOf = async (parameters: string) =>
      parseAtomFeed((await site.get(`/search.atom?${parameters}`)).text).id
    expect(await idOf('q=ferry&page=2')).toBe(await idOf('q=ferry'))
    expect(await idOf('q=ferry')).not.toBe(await idOf('q=train'))
  })

  it('is told by the page of the search', async () => {
    const { text } = await site.get('/search?q=ferry&page=2')
    expect(text).toContain(
      '<link rel="alternate" type="application/atom+xml" title="The latest articles of this search" href="/search.atom?q=ferry">',
    )
  })

  it('is refused where a part of the address cannot be read', async () => {
    expect((await site.get('/search.atom?from=yesterday')).status).toBe(400)
  })
})

describe('on a site with accounts', () => {
  it('it is for those who have logged in', async () => {
    const guarded = await openTestSite({ accounts: { Ada: 'admin' } })
    try {
      const { status, text } = await request(guarded.app).get('/search.atom?q=ferry')
      expect([302, 303, 401]).toContain(status)
      expect(text).not.toContain('<feed')
      expect((await (await guarded.logIn('Ada')).get('/search.atom')).status).toBe(200)
    } finally {
      await guarded.close()
    }
  })
})
