import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openTestSite, titlesIn, type TestSite } from './test-site.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  await site.add({ title: 'An old ferry', text: 'It sailed.' })
})
afterEach(() => site.close())

const keep = (name: string, search: string) =>
  site.store.savedQueries.add(0, { name, search, seen: site.archive.lastSequence() }).id

describe('what is new', () => {
  it('explains itself while there is no saved query, and says when nothing is new', async () => {
    expect((await site.get('/new')).text).toContain('There is no saved query yet.')
    keep('Ferries', 'q=ferry')
    const { text } = await site.get('/new')
    expect(text).toContain('Nothing new.')
    expect(text).not.toContain('Mark all as seen')
  })

  it('lists each article once, the latest indexed first, with the queries that find it', async () => {
    keep('Ferries', 'q=ferry')
    keep('Quays', 'q=quay')
    await site.add(
      { title: 'Ferry at the quay', text: 'A ferry came.' },
      { title: 'Quay closed', text: 'For a day.' },
      { title: 'A train', text: 'It came too.' },
    )
    const { text } = await site.get('/new')
    expect(titlesIn(text)).toEqual(['Quay closed', 'Ferry at the quay'])
    expect(text).toContain('Found by “Ferries”, “Quays”')
    expect(text).toContain('New in 2 saved queries, 2 articles listed')
  })

  it('stays until it is marked as seen, and then is gone with a record of each query', async () => {
    const id = keep('Ferries', 'q=ferry')
    await site.add({ title: 'New ferry', text: 'A ferry came.' })
    await site.get('/new')
    const shown = await site.get('/new')
    expect(titlesIn(shown.text)).toEqual(['New ferry'])
    await site.add({ title: 'Newer ferry', text: 'It came while somebody read.' })
    const upto = /name="upto" value="(\d+)"/.exec(shown.text)?.[1] ?? ''
    expect((await site.post('/new/seen', { upto })).status).toBe(303)
    expect(titlesIn((await site.get('/new')).text)).toEqual(['Newer ferry'])
    expect(site.store.queryRecords.latest(id)).toMatchObject({ total: 2 })
  })

  it('does not count an article that is read again', async () => {
    keep('Ferries', 'q=ferry')
    await site.add({ title: 'An old ferry', text: 'It sailed again.' })
    expect(titlesIn((await site.get('/new')).text)).toEqual([])
  })

  it('flags a query that can no longer be read', async () => {
    keep('Broken', 'q=ferry&from=some+day')
    await site.add({ title: 'New ferry', text: 'A ferry came.' })
    const { text } = await site.get('/new')
    expect(text).toContain('Needs a look: from=some day')
    expect(titlesIn(text)).toEqual([])
  })

  it('answers programs with the same', async () => {
    const id = keep('Ferries', 'q=ferry')
    await site.add({ title: 'New ferry', text: 'A ferry came.' })
    expect((await site.get('/new.json')).body).toMatchObject({
      upTo: 2,
      queries: [{ id, name: 'Ferries', new: 1 }],
      articles: [{ title: 'New ferry', sequence: 2, foundBy: [id] }],
    })
  })
})

it('is there without a search engine, and says what it cannot tell', async () => {
  const broken = await openTestSite('broken')
  broken.store.savedQueries.add(0, { name: 'Ferries', search: 'q=ferry', seen: 0 })
  const { status, text } = await broken.get('/new')
  expect(status).toBe(200)
  expect(text).toContain('It is not known at the moment: The test engine is switched off.')
  await broken.close()
})
