import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openEngine } from '../../../engine/open-engine.ts'
import { EngineUnavailable, type SearchEngine } from '../../../engine/search-engine.ts'
import { openTestArchive, record, type TestArchive } from '../archive/test-archive.ts'
import { requestFor } from '../contract-desk.ts'

let desk: TestArchive
let engine: SearchEngine
beforeEach(async () => {
  desk = openTestArchive()
  engine = await openEngine({ kind: 'embedded' }, desk.archive)
})
afterEach(async () => {
  await engine.close()
  desk.remove()
})

function store(key: string, text: string): void {
  desk.commit(record({ given: { source: 'test', id: key }, title: key, text }))
}

async function found(query: string): Promise<string[]> {
  const { hits } = await engine.search(requestFor(query, { pageSize: 20 }))
  return hits.map(({ title }) => title).toSorted()
}

const generations = () => readdirSync(join(desk.dataDir, 'index'))
const indexFile = (generation: number) =>
  join(desk.dataDir, 'index', String(generation), 'index.sqlite')

/** Changes an index behind the engine's back; nobody has it open. */
async function spoil(change: string): Promise<void> {
  await engine.close()
  const db = new DatabaseSync(indexFile(1), { defensive: false })
  db.exec(change)
  db.close()
  engine = await openEngine({ kind: 'embedded' }, desk.archive)
}

describe('an index that cannot be used', () => {
  it.each([
    ['of another format', 'pragma user_version = 4004', 'format 4004'],
    ['made with other lists', "update state set lists = 'others'", 'other lists of weapons'],
    ['without its state', 'delete from state', 'does not say what it holds'],
    ['without its facets', 'drop table facet_block', 'damaged'],
    ['with a cut-off block of facets', "update facet_block set rows = x'010203'", 'cut off'],
    ['whose words have lost their structure', 'delete from tokens_data where id = 10', 'damaged'],
    ['whose spellings have lost theirs', 'delete from spellings_data where id = 10', 'damaged'],
    ['without a vocabulary', 'drop table word', 'damaged'],
  ])('%s is told at the start, and built anew by itself', async (_, change, reason) => {
    store('first', 'Iran signed.')
    await engine.sync(desk.lease)
    await spoil(change)
    await expect(engine.stats()).rejects.toThrow(EngineUnavailable)
    await expect(engine.stats()).rejects.toThrow(reason)
    await expect(engine.stats()).rejects.toThrow('npm run index -- rebuild')
    store('second', 'Iran paid.')
    await engine.sync(desk.lease)
    expect(await found('iran')).toEqual(['first', 'second'])
    expect(generations()).toEqual(['2'])
  })

  it('is not taken for cut off where its log has the pages that its file lacks', async () => {
    for (let i = 0; i < 50; i++) store(`article ${i}`, `Iran signed contract ${i}. `.repeat(40))
    await engine.sync(desk.lease)
    await engine.close()
    // As if somebody had been killed while moving pages from the log to the file, the header first.
    const db = new DatabaseSync(indexFile(1))
    db.exec(`pragma wal_autocheckpoint = 0; update state set articles = articles`)
    const { size } = statSync(indexFile(1))
    const pages = readFileSync(indexFile(1))
    db.exec('create table more(bytes blob); insert into more values(zeroblob(500000))')
    const log = readFileSync(`${indexFile(1)}-wal`)
    db.close()
    const whole = readFileSync(indexFile(1))
    writeFileSync(
      indexFile(1),
      Buffer.concat([whole.subarray(0, 8192), pages.subarray(8192, size)]),
    )
    writeFileSync(`${indexFile(1)}-wal`, log)
    engine = await openEngine({ kind: 'embedded' }, desk.archive)
    expect(await found('"contract 17"')).toEqual(['article 17'])
    expect(await engine.stats()).toMatchObject({ articles: 50 })
  })

  it('is gone on with where building it was interrupted, and says how far it has come', async () => {
    store('first', 'Iran signed.')
    store('second', 'Iran paid.')
    await engine.sync(desk.lease)
    await engine.rebuild(desk.lease)
    expect(generations()).toEqual(['2'])
    // As if whoever builds the second one had not come to its end.
    desk.archive.setSetting(desk.lease, 'embedded index generation', '1')
    desk.archive.setSetting(desk.lease, 'embedded index being built', '2')
    const unread = expect(found('iran')).rejects
    await unread.toThrow('is missing. No article is lost. It is being built anew: 2 of 2 articles')
    store('third', 'Iran waited.')
    await engine.sync(desk.lease)
    expect(await found('iran')).toEqual(['first', 'second', 'third'])
    expect(generations()).toEqual(['2'])
  })
})
