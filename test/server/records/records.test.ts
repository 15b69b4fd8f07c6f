import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { newsOf } from '../../../server/records/news-of.ts'
import { fieldsOf } from '../../../server/store/query-record.ts'
import { openTestSite, type Draft, type TestSite } from '../test-site.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  await site.add(ferry('First', { people: ['Ada Quay'] }), ferry('Second'), {
    title: 'A train',
    text: 'By rail.',
  })
  await site.post('/saved', { name: 'Ferries', search: 'q=ferry' })
  await recorded(1, 1)
})
afterEach(() => site.close())

/** On a busy machine the site answers before a record is kept. */
async function recorded(query: number, records: number): Promise<void> {
  while (site.store.queryRecords.count(query) < records)
    await new Promise((wait) => setTimeout(wait, 5))
}

const ferry = (title: string, more: Partial<Draft> = {}): Draft => ({
  ...{ title, text: 'A ferry crossed.', outlet: 'Harbour Gazette', people: [] },
  ...more,
})

/** A list of what changed, as the site's JSON has it. */
interface List {
  readonly name: string
  readonly articles: readonly {
    readonly title: string
    readonly id: string
    readonly why: string
  }[]
}

async function lists(list = ''): Promise<readonly List[]> {
  const { body } = await site.get(`/saved/1.json?list=${list}`)
  if (!hasLists(body)) throw new Error('The page tells no changes.')
  return body.changes.lists
}

function hasLists(
  body: unknown,
): body is { readonly changes: { readonly lists: readonly List[] } } {
  return Array.isArray(fieldsOf(fieldsOf(body)['changes'])['lists'])
}

/** Titles of the articles of each list, by its name; ids where there is no article any more. */
async function changes(): Promise<Record<string, string[]>> {
  return Object.fromEntries(
    (await lists()).map(({ name, articles }) => [
      name,
      articles.map(({ title, id }) => title || id),
    ]),
  )
}

const whyIn = async (list: string) => (await lists(list))[0]?.articles[0]?.why

describe('a record', () => {
  it('tells what was asked, of what, and what was found', () => {
    const record = site.store.queryRecords.latest(1)
    expect(record).toMatchObject({
      ...{ reason: 'saved', search: 'q=ferry', understood: 'with “ferry”', sequence: 3 },
      ...{ total: 2, bound: 'exact', change: 3, mark: site.archive.changeMark(3), filters: [] },
    })
    expect(Object.keys(record?.versions ?? {}).sort()).toEqual([
      'analysis',
      'dateline',
      'engine',
      'lists',
    ])
  })

  it('has a hash that anybody can check: of the ids in order, a line feed between them', () => {
    const record = site.store.queryRecords.latest(1)
    const ids = [...site.archive.idsOf([1, 2]).values()].sort()
    expect(record?.idsHash).toBe(createHash('sha256').update(ids.join('\n')).digest('hex'))
  })

  it('names the filters with their ids', async () => {
    await site.post('/saved', { name: 'Of one outlet', search: 'outlet=harbour-gazette' })
    await recorded(2, 1)
    expect(site.store.queryRecords.latest(2)?.filters).toEqual([
      { facet: 'outlet', role: 'any of', id: 'harbour-gazette', name: 'Harbour Gazette' },
    ])
  })

  it('is kept whole for the first and the latest time, and by its figures in between', async () => {
    for (let n = 0; n < 3; n++) await site.post('/saved/1/seen', {})
    await recorded(1, 4)
    const records = site.store.queryRecords.list(1, 10)
    expect(records.map(({ hasEntries }) => hasEntries)).toEqual([true, false, false, true])
    expect(new Set(records.map(({ idsHash }) => idsHash)).size).toBe(1)
  })

  it('is not taken by looking', async () => {
    await site.get('/saved/1')
    await site.get('/search?q=ferry&saved=1')
    expect(site.store.queryRecords.count(1)).toBe(1)
  })

  it('is missing for a query of an earlier version until it is marked as seen', async () => {
    const { id } = site.store.savedQueries.add(0, { name: 'Old', search: 'q=ferry', seen: 1 })
    expect((await site.get(`/saved/${id}`)).text).toContain('No record yet')
    await site.post(`/saved/${id}/seen`, {})
    await recorded(id, 1)
    expect((await site.get(`/saved/${id}`)).text).toContain('Research record')
  })
})

describe('what changed since a record', () => {
  it('is nothing at first', async () => {
    expect(await changes()).toEqual({})
    expect((await site.get('/saved/1')).text).toContain('Nothing has changed')
  })

  it('is new where it was first indexed since', async () => {
    await site.add(ferry('Third'))
    expect(await changes()).toEqual({ new: ['Third'] })
  })

  it('is no news where an article known before is found now', async () => {
    await site.add({ title: 'A train', text: 'By rail and by ferry.' })
    expect(await changes()).toEqual({ found: ['A train'] })
    expect(await whyIn('found')).toContain('its text was changed')
    expect(await newsOf(site, { search: 'q=ferry', seen: 3 })).toEqual([])
  })

  it('is gone where it no longer matches, with the reason', async () => {
    await site.add(ferry('First', { text: 'A boat crossed.', people: ['Ada Quay'] }))
    expect(await changes()).toEqual({ gone: ['First'] })
    expect(await whyIn('gone')).toBe('its text was changed')
  })

  it('is re-classified where other values were found, and rewritten where it says something else', async () => {
    const lease = acquireLease(site.dataDir, 'a test')
    site.archive.resolveAgain(lease, [1], ({ facets }) => ({ ...facets, people: [] }))
    lease.release()
    await site.add(ferry('Second', { text: 'A large ferry crossed.' }))
    expect(await changes()).toEqual({ reclassified: ['First'], rewritten: ['Second'] })
  })

  it('is nothing again once it was marked as seen', async () => {
    await site.add(ferry('Third'))
    await site.post('/saved/1/seen', {})
    await recorded(1, 2)
    expect(await changes()).toEqual({})
  })

  it('is listed in parts, each article once', async () => {
    await site.add(...Array.from({ length: 30 }, (_, n) => ferry(`More ${n}`)))
    expect((await changes())['new']).toHaveLength(10)
    const parts = await Promise.all(
      [1, 2].map(async (page) => (await site.get(`/saved/1?list=new&page=${page}`)).text),
    )
    const titles = parts.flatMap((html) =>
      [...html.matchAll(/>(More \d+)</g)].map(([, title]) => title),
    )
    expect(new Set(titles).size).toBe(30)
    expect(titles).toHaveLength(30)
  })

  it('is flagged where the archive is another one than the record is of', async () => {
    const latest = site.store.queryRecords.latest(1)
    const entries = site.store.queryRecords.entries(latest?.id ?? 0)
    if (!latest || !entries) throw new Error('There is no record.')
    site.store.queryRecords.add(1, { ...latest, mark: latest.mark + 1, entries })
    const { status, text } = await site.get('/saved/1')
    expect(status).toBe(200)
    expect(text).toContain('put back to an older copy')
    expect(await changes()).toEqual({})
  })
})
