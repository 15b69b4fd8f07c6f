import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { purgeCommand } from '../../../indexer/upkeep/purge.ts'
import { Store } from '../../../server/store/store.ts'
import { aRecord } from '../../server/records/a-record.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from './upkeep-desk.ts'

let desk: UpkeepDesk
let ids: string[]
beforeEach(async () => {
  desk = await openUpkeepDesk()
  ids = await desk.add(entry('/a'), entry('/b', { title: 'Talks resume' }))
})
afterEach(() => desk.remove())

const fingerprint = (id: string, sequence: number) => ({
  ...{ id, sequence, content: '0123456789abcdef', facets: 'fedcba9876543210' },
})

describe('what readers have of an article that is taken down', () => {
  it('goes from the records of saved queries, which keep their figures', async () => {
    const [gone = '', stays = ''] = ids
    const store = new Store(desk.dataDir)
    const { id } = store.savedQueries.add(0, { name: 'All', search: 'q=the', seen: 2 })
    const entries = [fingerprint(gone, 1), fingerprint(stays, 2)]
    for (let n = 0; n < 2; n++) store.queryRecords.add(id, aRecord({ total: 2, entries }))
    store.close()
    await desk.run(purgeCommand, [gone, '--yes'])
    const after = new Store(desk.dataDir)
    for (const record of after.queryRecords.list(id, 9)) {
      expect(record).toMatchObject({ total: 2, purged: 1 })
      expect(after.queryRecords.entries(record.id)).toEqual([fingerprint(stays, 2)])
    }
    after.close()
  })

  it('goes from collections with the remarks on it, and from every page of the file', async () => {
    const [gone = '', stays = ''] = ids
    const store = new Store(desk.dataDir)
    store.close()
    const file = join(desk.dataDir, 'user.sqlite')
    const db = new DatabaseSync(file)
    const insert = db.prepare(
      `insert into collection_article(collection, article, sequence, added, removed, relevance, note, title, outlet, published, content)
       values(1, ?, 1, '', '', '', ?, ?, '', '', '')`,
    )
    insert.run(gone, 'A zibeline remark', 'Sale of quangles')
    insert.run(stays, 'Another', 'Talks resume')
    db.close()
    await desk.run(purgeCommand, [gone, '--yes'])
    const after = new DatabaseSync(file)
    expect(after.prepare('select title from collection_article').all()).toMatchObject([
      { title: 'Talks resume' },
    ])
    after.close()
    expect(readFileSync(file, 'latin1')).not.toMatch(/zibeline|quangles/)
  })
})
