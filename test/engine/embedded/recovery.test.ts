import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import { EngineUnavailable, type SearchEngine } from '../../../engine/search-engine.ts'
import { madeUp } from '../contract-archive.ts'
import { requestFor } from '../contract-desk.ts'

let folder: string
let archive: Archive
let lease: Lease
let engine: SearchEngine

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-recovery-'))
  archive = new Archive(folder)
  lease = acquireLease(folder, 'test')
  engine = await openEngine({ kind: 'embedded' }, archive)
})

afterEach(async () => {
  await engine.close()
  lease.release()
  archive.close()
  rmSync(folder, { recursive: true, force: true })
})

function store(key: string, text: string): string {
  const { article } = madeUp(key, { title: key, text })
  const [outcome] = archive.commit(lease, [
    {
      article,
      identity: { url: '', given: { source: 'test', id: key }, path: '' },
      origin: `test#${key}`,
      original: { bytes: Buffer.from(text), mediaType: 'text/plain', hash: text },
      sample: false,
      processing: '1',
    },
  ])
  return outcome?.id ?? ''
}

async function found(query: string): Promise<string[]> {
  const answer = await engine.search(requestFor(query, { pageSize: 20 }))
  return answer.hits.map((hit) => hit.title).toSorted()
}

async function reopen(): Promise<void> {
  await engine.close()
  engine = await openEngine({ kind: 'embedded' }, archive)
}

function indexFile(generation: number): string {
  return join(folder, 'index', String(generation), 'index.sqlite')
}

describe('the embedded index', () => {
  it('is empty, not broken, before anything was indexed', async () => {
    expect(await found('iran')).toEqual([])
    expect(await engine.stats()).toMatchObject({ articles: 0, change: 0 })
  })

  it('catches up with what was stored before a crash', async () => {
    store('first', 'Iran signed.')
    await engine.sync(lease)
    store('second', 'Iran paid.')
    await reopen()
    expect(await found('iran')).toEqual(['first'])
    await engine.sync(lease)
    expect(await found('iran')).toEqual(['first', 'second'])
  })

  it('shows a running reader what another connection adds and removes', async () => {
    const id = store('first', 'Iran signed.')
    await engine.sync(lease)
    const reader = await openEngine({ kind: 'embedded' }, archive)
    expect(await found('iran')).toEqual(['first'])
    store('second', 'Iran paid.')
    archive.remove(lease, [id])
    await reader.sync(lease)
    await reader.close()
    expect(await found('iran')).toEqual(['second'])
  })

  it('remembers removals when many small blocks are joined', async () => {
    const id = store('gone', 'Iran signed.')
    await engine.sync(lease)
    expect(await found('')).toEqual(['gone'])
    const other = await openEngine({ kind: 'embedded' }, archive)
    archive.remove(lease, [id])
    await other.sync(lease)
    for (let i = 0; i < 70; i++) {
      store(`article ${i}`, 'Russia delivered.')
      await other.sync(lease)
    }
    await other.close()
    expect(await found('iran')).toEqual([])
    expect(await found('')).toHaveLength(20)
    await reopen()
    expect(await found('iran')).toEqual([])
    expect(await engine.stats()).toMatchObject({ articles: 70 })
  })

  it('says what to do when it is damaged, and is built anew beside the damaged one', async () => {
    store('first', 'Iran signed.')
    await engine.sync(lease)
    await engine.close()
    truncateSync(indexFile(1))
    writeFileSync(
      indexFile(1),
      'This is not a database, and is long enough to be taken for one. '.repeat(50),
    )
    engine = await openEngine({ kind: 'embedded' }, archive)
    await expect(found('iran')).rejects.toThrow(EngineUnavailable)
    await expect(engine.stats()).rejects.toThrow(/damaged/)
    await engine.sync(lease)
    expect(await found('iran')).toEqual(['first'])
  })

  it('is built anew when damage shows only while it is written', async () => {
    for (let i = 0; i < 300; i++) store(`article ${i}`, `Iran signed contract ${i}. `.repeat(40))
    await engine.sync(lease)
    await engine.close()
    const file = openSync(indexFile(1), 'r+')
    const { size } = fstatSync(file)
    // All pages but the first, which opening reads.
    writeSync(file, Buffer.alloc(size - 8_192, 7), 0, size - 8_192, 8_192)
    closeSync(file)
    engine = await openEngine({ kind: 'embedded' }, archive)
    store('last', 'Iran paid.')
    await engine.sync(lease)
    expect(await found('iran paid')).toEqual(['last'])
    expect(await engine.stats()).toMatchObject({ articles: 301 })
  })

  it('is not searched half built when it was deleted', async () => {
    store('first', 'Iran signed.')
    await engine.sync(lease)
    expect(await found('iran')).toEqual(['first'])
    rmSync(join(folder, 'index'), { recursive: true })
    const other = await openEngine({ kind: 'embedded' }, archive)
    store('second', 'Iran paid.')
    await other.sync(lease)
    await other.close()
    expect(await found('iran')).toEqual(['first', 'second'])
  })

  it('is built anew when it was cut off', async () => {
    for (let i = 0; i < 50; i++) store(`article ${i}`, `Iran signed contract ${i}. `.repeat(40))
    await engine.sync(lease)
    await engine.close()
    truncateSync(indexFile(1), 40_000)
    engine = await openEngine({ kind: 'embedded' }, archive)
    await expect(engine.stats()).rejects.toThrow(/cut off/)
    await engine.sync(lease)
    expect(await found('"contract 17"')).toEqual(['article 17'])
  })

  it('is built anew when it was deleted', async () => {
    store('first', 'Iran signed.')
    await engine.sync(lease)
    await engine.close()
    rmSync(join(folder, 'index'), { recursive: true })
    engine = await openEngine({ kind: 'embedded' }, archive)
    await engine.sync(lease)
    expect(await found('iran')).toEqual(['first'])
  })

  it('is built anew when another version wrote it, while readers switch by themselves', async () => {
    store('first', 'Iran signed.')
    await engine.sync(lease)
    expect(await found('iran')).toEqual(['first'])
    await engine.close()
    const old = new DatabaseSync(indexFile(1))
    old.exec('pragma user_version = 1')
    old.close()
    engine = await openEngine({ kind: 'embedded' }, archive)
    await expect(found('iran')).rejects.toThrow(/format 1/)
    await engine.sync(lease)
    expect(await found('iran')).toEqual(['first'])
    expect(readdirSync(join(folder, 'index'))).toEqual(['2'])
  })

  describe('of an archive that was put back to an earlier copy', () => {
    const copy = () => join(folder, 'copy')
    const keepCopy = () => {
      const reader = new DatabaseSync(join(folder, 'archive.sqlite'))
      reader.exec(`vacuum into '${copy()}'`)
      reader.close()
    }
    const putBack = async () => {
      await engine.close()
      archive.close()
      for (const ending of ['', '-wal', '-shm'])
        rmSync(join(folder, `archive.sqlite${ending}`), { force: true })
      renameSync(copy(), join(folder, 'archive.sqlite'))
      archive = new Archive(folder)
      engine = await openEngine({ kind: 'embedded' }, archive)
    }

    it('is built anew', async () => {
      store('kept', 'Iran signed.')
      await engine.sync(lease)
      keepCopy()
      store('lost', 'Iran paid.')
      await engine.sync(lease)
      await putBack()
      await expect(engine.stats()).rejects.toThrow('put back to an older copy')
      await engine.sync(lease)
      store('new', 'Iran waited.')
      await engine.sync(lease)
      expect(await found('iran waited')).toEqual(['new'])
      expect(await found('iran')).toEqual(['kept', 'new'])
      expect(await engine.stats()).toMatchObject({ articles: 2, change: archive.lastChange() })
    })

    it('is built anew also when as many articles were added meanwhile', async () => {
      store('kept', 'Iran signed.')
      await engine.sync(lease)
      keepCopy()
      store('lost', 'Iran paid.')
      await engine.sync(lease)
      const { change } = await engine.stats()
      await putBack()
      store('new', 'Iran waited.')
      expect(archive.lastChange()).toBe(change)
      await expect(engine.stats()).rejects.toThrow('put back to an older copy')
      await engine.sync(lease)
      expect(await found('iran')).toEqual(['kept', 'new'])
    })
  })

  it('answers while it is built anew, and readers switch by themselves', async () => {
    for (let i = 0; i < 60; i++) store(`article ${i}`, `Iran signed contract ${i}.`)
    await engine.sync(lease)
    const reader = await openEngine({ kind: 'embedded' }, archive)
    const total = async () => (await reader.search(requestFor('iran', {}))).total
    expect(await total()).toBe(60)
    const rebuilt = engine.rebuild(lease).then(() => 'rebuilt')
    const seen = new Set<unknown>()
    for (let last: unknown; last !== 'rebuilt'; seen.add(last))
      last = await Promise.race([rebuilt, total()])
    seen.add(await total())
    expect(seen).toEqual(new Set(['rebuilt', 60]))
    await reader.close()
  })

  it('drops a former generation only when nobody has it open', async () => {
    store('first', 'Iran signed.')
    await engine.sync(lease)
    const reader = await openEngine({ kind: 'embedded' }, archive)
    await reader.search(requestFor('iran', {}))
    await engine.rebuild(lease)
    expect(readdirSync(join(folder, 'index')).toSorted()).toEqual(['1', '2'])
    await reader.close()
    await reopen()
    await engine.sync(lease)
    expect(readdirSync(join(folder, 'index'))).toEqual(['2'])
  })

  it('keeps what is in use when building the next one is broken off, and goes on with it', async () => {
    store('first', 'Iran signed.')
    await engine.sync(lease)
    const brokenOff = expect(engine.rebuild(lease)).rejects.toThrow(/closed/)
    await engine.close()
    await brokenOff
    await reopen()
    expect(await found('iran')).toEqual(['first'])
    await engine.rebuild(lease)
    expect(await found('iran')).toEqual(['first'])
    expect(readdirSync(join(folder, 'index'))).toContain('2')
  })

  it('says how to have it built anew where it cannot be searched', async () => {
    store('first', 'Iran signed.')
    await engine.sync(lease)
    const other = new DatabaseSync(indexFile(1))
    other.exec('drop table facet_block')
    other.close()
    await expect(found('iran')).rejects.toThrow('npm run index -- rebuild')
  })
})
