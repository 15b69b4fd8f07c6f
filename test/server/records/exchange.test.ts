import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { exportLines } from '../../../server/records/export-saved.ts'
import { hashOfIds } from '../../../server/records/hash-of-ids.ts'
import { importSavedQueries } from '../../../server/records/import-saved.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import { aRecord } from './a-record.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
  await site.add({ title: 'First ferry' }, { title: 'Second ferry' })
})
afterEach(() => site.close())

const entries = [
  { sequence: 1, id: 'b', content: '0123456789abcdef', facets: 'fedcba9876543210' },
  { sequence: 2, id: 'a', content: '0000000000000000', facets: 'ffffffffffffffff' },
]
const figures = { total: 2, idsHash: hashOfIds(['a', 'b']), taken: '2026-03-01T10:00:00.000Z' }
const record = aRecord({ ...figures, entries })

function saveOne(owner = 0): number {
  const { savedQueries, queryRecords } = site.store
  const { id } = savedQueries.add(owner, {
    ...{ name: 'Ferries', search: 'q=ferry', notes: 'Two\nlines', tags: ['sea'], seen: 2 },
  })
  queryRecords.add(id, record)
  return id
}

async function exported(owner = 0): Promise<string> {
  const pieces = []
  for await (const piece of exportLines(site.store, site.store.savedQueries.list(owner)))
    pieces.push(piece)
  return pieces.join('')
}

const importFor = (owner: number, content: string) =>
  importSavedQueries(site.store, content, { owner, seen: 2 }).map(({ became }) => became)

describe('an exported file of saved queries', () => {
  it('brings name, search, notes, tags and records with their entries to somebody else', async () => {
    saveOne()
    expect(importFor(5, await exported())).toMatchObject([{ kind: 'added', records: 1 }])
    const [query] = site.store.savedQueries.list(5)
    expect(query).toMatchObject({ name: 'Ferries', search: 'q=ferry', tags: ['sea'], seen: 2 })
    const id = query?.id ?? 0
    expect(site.store.savedQueries.notes(id)).toBe('Two\nlines')
    const latest = site.store.queryRecords.latest(id)
    expect(latest).toMatchObject({ ...figures, hasEntries: true })
    expect(site.store.queryRecords.entries(latest?.id ?? 0)).toEqual(entries)
  })

  it('adds nothing twice, and overwrites nothing', async () => {
    const id = saveOne()
    const file = await exported()
    expect(importFor(0, file)).toEqual([{ kind: 'present', id }])
    site.store.savedQueries.changeSearch(0, id, 'q=boat')
    expect(importFor(0, file)).toMatchObject([{ kind: 'added', name: 'Ferries (2)' }])
    expect(site.store.savedQueries.get(0, id)?.search).toBe('q=boat')
  })

  it('gives a query that is there the records that it lacks, in their order', async () => {
    const id = saveOne()
    const { queryRecords } = site.store
    const later = { ...figures, taken: '2026-04-01T10:00:00.000Z' }
    queryRecords.add(id, aRecord({ ...later, entries }))
    const file = await exported()
    const [query] = site.store.savedQueries.list(0)
    importFor(5, file.replace(/,\n\{"taken":"2026-04.*/, ']}'))
    const [part] = site.store.savedQueries.list(5)
    const own = part?.id ?? 0
    expect([query?.id, queryRecords.count(own)]).toEqual([id, 1])
    queryRecords.add(own, aRecord({ ...figures, taken: '2026-05-01T10:00:00.000Z', entries }))
    expect(importFor(5, file)).toEqual([{ kind: 'completed', id: own, records: 1 }])
    expect(importFor(5, file)).toEqual([{ kind: 'present', id: own }])
    const records = queryRecords.list(own, 10)
    expect(records.map(({ taken }) => taken.slice(5, 7))).toEqual(['05', '04', '03'])
    expect(records.map(({ hasEntries }) => hasEntries)).toEqual([true, false, true])
    expect(queryRecords.first(own)?.taken).toBe(figures.taken)
  })

  it('is whole or not there when the import is broken off amid its records', async () => {
    saveOne()
    const file = await exported()
    const { queryRecords } = site.store
    queryRecords.add = () => {
      throw new Error('broken off')
    }
    expect(() => importFor(5, file)).toThrow('broken off')
    expect(site.store.savedQueries.list(5)).toEqual([])
  })

  it.each([
    ['a record whose ids do not agree with its hash', '"1 b ', '"1 c '],
    ['an entry that is none', '"1 b ', '"one b '],
    ['a search that cannot be read', '"q=ferry","notes"', '"q=ferry&from=soon","notes"'],
    ['a query without a name', '"name":"Ferries"', '"name":" "'],
    ['notes that are none', '"notes":"Two\\nlines"', '"notes":7'],
    ['too long a tag', '"tags":["sea"]', `"tags":["${'s'.repeat(41)}"]`],
  ])('is told what is wrong with %s, and keeps the other queries', async (_what, good, bad) => {
    saveOne()
    const file = await exported()
    const broken = file.replace(good, bad)
    expect(broken).not.toBe(file)
    const both = broken.replace(
      '"queries":[',
      '"queries":[{"name":"Good","search":"q=good","tags":[],"records":[]},',
    )
    expect(importFor(5, both)).toMatchObject([{ kind: 'added' }, { kind: 'refused' }])
    expect(site.store.savedQueries.list(5).map(({ name }) => name)).toEqual(['Good'])
  })

  it.each([
    '',
    '[]',
    '{"format":"other"}',
    '{"format":"dateline saved queries","version":99,"queries":[]}',
  ])('is refused as a whole where it is %j', (content) => {
    expect(() => importFor(0, content)).toThrow(/JSON|no file of saved queries|version 99/)
  })

  it('never breaks the import, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (queries) => {
        const content = JSON.stringify({ format: 'dateline saved queries', version: 1, queries })
        expect(importFor(9, content)).toHaveLength(queries.length)
      }),
    )
  })
})

describe('the pages of export and import', () => {
  it('send one query or all of them, and tell what became of each', async () => {
    const id = saveOne()
    const one = await site.get(`/saved/${id}/export.json`)
    expect(one.headers['content-disposition']).toContain(`saved-query-${id}.json`)
    expect((await site.get('/saved/export.json')).body).toMatchObject({
      queries: [{ name: 'Ferries', records: [{ total: 2 }] }],
    })
    site.store.savedQueries.rename(0, id, 'Mine')
    const report = await site.post('/saved/import', { text: one.text })
    expect(report.text).toContain('1 saved query of 1 query in the file was added')
    expect(site.store.savedQueries.list(0).map(({ name }) => name)).toEqual(['Ferries', 'Mine'])
  })
})

describe('two owners', () => {
  it('see and change nothing of each other that is not shared', async () => {
    const id = saveOne(7)
    const own = { search: 'q=x', name: 'x', notes: 'x', tags: '', shared: 'yes' }
    const actions = ['seen', 'update', 'rename', 'notes', 'share', 'delete', 'restore', 'duplicate']
    for (const action of actions)
      expect((await site.post(`/saved/${id}/${action}`, own)).status).toBe(404)
    for (const path of ['', '.json', '/export.json'])
      expect((await site.get(`/saved/${id}${path}`)).status).toBe(404)
    expect(site.store.savedQueries.get(7, id)).toMatchObject({ name: 'Ferries', search: 'q=ferry' })
  })

  it('look at what is shared and duplicate it, but change it not', async () => {
    const id = saveOne(7)
    site.store.savedQueries.share(7, id)
    const { text } = await site.get(`/saved/${id}`)
    expect(text).toContain('Two\nlines')
    expect(text).not.toContain('Mark as seen</button>')
    for (const action of ['seen', 'update', 'rename', 'notes', 'share', 'delete'])
      expect((await site.post(`/saved/${id}/${action}`, { name: 'x', search: 'q=x' })).status).toBe(
        404,
      )
    expect((await site.post(`/saved/${id}/duplicate`, {})).status).toBe(303)
    expect(site.store.savedQueries.list(0)).toMatchObject([{ name: 'Ferries', owner: 0 }])
    site.store.savedQueries.unshare(7, id)
    expect((await site.get(`/saved/${id}`)).status).toBe(404)
  })

  it('have news of their own in the badge', async () => {
    site.store.savedQueries.add(0, { name: 'Seen', search: 'q=ferry', seen: 2 })
    site.store.savedQueries.add(7, { name: 'Unseen', search: 'q=ferry', seen: 1 })
    const badge = async () =>
      /class="badge"[^>]*>(\d+)/.exec((await site.get('/help')).text)?.[1] ?? ''
    await badge()
    expect(await badge()).toBe('')
    await site.add({ title: 'Third ferry' })
    while ((await badge()) === '') await new Promise((wait) => setTimeout(wait, 5))
    expect(await badge()).toBe('1')
    await site.post('/saved/1/seen', {})
    while ((await badge()) !== '') await new Promise((wait) => setTimeout(wait, 5))
    expect(await badge()).toBe('')
  })
})
