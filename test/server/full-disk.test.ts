import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
let db: DatabaseSync
beforeEach(async () => {
  const exec = jest.spyOn(DatabaseSync.prototype, 'exec')
  site = await openTestSite()
  const opened: readonly unknown[] = exec.mock.contexts
  const ofStore = opened.find(isOfStore)
  exec.mockRestore()
  if (!ofStore) throw new Error('The store opened no connection.')
  db = ofStore
})
afterEach(() => site.close())

const isOfStore = (each: unknown): each is DatabaseSync =>
  each instanceof DatabaseSync && each.location()?.endsWith('user.sqlite') === true

/** As on a full disk, the file grows no further. */
const fillDisk = () => {
  db.exec('pragma max_page_count = 1')
}
const makeRoom = () => {
  db.exec('pragma max_page_count = 1000000')
}

describe('a full disk', () => {
  it('is told with 503 where something is to be kept, and nothing is kept in part', async () => {
    const { id } = site.store.savedQueries.add(0, { name: 'Ferries', search: 'q=ferry', seen: 0 })
    const collection = site.store.collections.add(0, { name: 'Kept', notes: '', shared: false })
    const long = 'x'.repeat(19_000)
    const queries = [{ name: 'Trains', search: 'q=train', notes: long, tags: [], records: [] }]
    const file = JSON.stringify({ format: 'dateline saved queries', version: 1, queries })
    fillDisk()
    for (const [path, fields] of [
      [`/saved/${id}/notes`, { notes: long, tags: '' }],
      [`/collections/${collection}/edit`, { name: 'Kept', notes: long.slice(0, 5_000) }],
      ['/saved/import', { text: file }],
    ] as const) {
      const { status, text } = await site.post(path, fields)
      expect([path, status]).toEqual([path, 503])
      expect(text).toContain('could not grow: the disk is full')
      expect(text).not.toContain('archive cannot be used')
    }
    expect((await site.get('/saved')).status).toBe(200)
    makeRoom()
    expect(site.store.savedQueries.list(0).map(({ name }) => name)).toEqual(['Ferries'])
    expect(site.store.savedQueries.notes(id)).toBe('')
    expect((await site.post(`/saved/${id}/notes`, { notes: long, tags: '' })).status).toBe(303)
  })
})
