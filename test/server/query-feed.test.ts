import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parseAtomFeed } from 'feedsmith'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
let id: number
beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    {
      title: 'First ferry',
      text: 'A ferry left.',
      outlet: 'Harbour Gazette',
      published: '2016-04',
    },
    { title: 'A train', text: 'It left.' },
  )
  id = site.store.savedQueries.add(0, { name: 'Ferries & more', search: 'q=ferry', seen: 1 }).id
})
afterAll(() => site.close())

const address = () => `/feed/${site.store.feedTokens.of(0, id)}.atom`

describe('the feed of a saved query', () => {
  it('has no address until it is asked for', async () => {
    expect((await site.get('/feed/.atom')).status).toBe(404)
    expect(site.store.feedTokens.of(0, id)).toBe('')
    expect((await site.post(`/saved/${id}/feed`, {})).status).toBe(303)
    expect(site.store.feedTokens.of(0, id)).toMatch(/^[\w-]{43}$/)
  })

  it('lists what the query finds, the latest indexed first, and says where it stands', async () => {
    await site.add({
      title: 'Second <ferry> & "quay"',
      text: 'Another ferry \u0001left.',
      published: '2001',
    })
    const { text, headers } = await site.get(address())
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(headers['cache-control']).toBe('private, no-cache')
    const feed = parseAtomFeed(text)
    expect(feed.title?.value).toBe('Ferries & more')
    expect(feed.entries?.map((entry) => entry.title?.value)).toEqual([
      'Second <ferry> & "quay"',
      'First ferry',
    ])
    expect(feed.entries?.map((entry) => entry.summary?.value)).toContain(
      'Outlet unknown, 2001. Another ferry left.',
    )
    expect(text).toMatch(/href="http:\/\/127\.0\.0\.1:\d+\/article\/[a-z0-9]+\?q=ferry"/)
  })

  it('keeps the ids of feed and entries when an article is read again', async () => {
    const idsOf = (text: string) => text.match(/<id>.*?<\/id>/g)
    const before = (await site.get(address())).text
    await site.add({
      title: 'First ferry',
      text: 'A ferry left, late.',
      outlet: 'Harbour Gazette',
      published: '2016-04',
    })
    const after = (await site.get(address())).text
    expect(after).toContain('late')
    expect(idsOf(after)).toEqual(idsOf(before))
    expect(/<updated>.*?<\/updated>/g.exec(after)?.[0]).toBe(
      /<updated>.*?<\/updated>/g.exec(before)?.[0],
    )
  })

  it('marks nothing as seen', () => {
    expect(site.store.savedQueries.get(0, id)).toMatchObject({ seen: 1 })
  })

  it('is another one after its address was renewed, and none after it was taken back', async () => {
    const former = address()
    await site.post(`/saved/${id}/feed`, {})
    expect((await site.get(former)).status).toBe(404)
    const present = address()
    expect((await site.get(present)).status).toBe(200)
    await site.post(`/saved/${id}/feed/revoke`, {})
    expect((await site.get(present)).status).toBe(404)
  })

  it('is nobody else’s to make or to take back', () => {
    const others = site.store.savedQueries.add(7, { name: 'Theirs', search: 'q=x', seen: 0 })
    site.store.feedTokens.renew(0, others.id)
    expect(site.store.feedTokens.of(7, others.id)).toBe('')
    site.store.feedTokens.renew(7, others.id)
    site.store.feedTokens.revoke(0, others.id)
    expect(site.store.feedTokens.of(7, others.id)).not.toBe('')
    expect(site.store.feedTokens.of(0, others.id)).toBe('')
  })
})
