import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aRecord } from './records/a-record.ts'
import { NameTaken } from '../../server/store/saved-queries.ts'
import { Store } from '../../server/store/store.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-store-'))
  store = new Store(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

describe('the store', () => {
  it('keeps what it was given when it is opened again', () => {
    const saved = store.savedQueries.add(0, { name: 'Drones', search: 'q=drones', seen: 7 })
    const secret = store.secret()
    store.close()
    store = new Store(folder)
    expect(store.savedQueries.list(0)).toEqual([saved])
    expect(store.secret()).toBe(secret)
  })

  it('keeps what it was given when the process is killed the moment after', async () => {
    const program = `
      import { Store } from ${JSON.stringify(new URL('../../server/store/store.ts', import.meta.url).href)}
      new Store(${JSON.stringify(folder)}).savedQueries.add(0, { name: 'Last words', search: 'q=x', seen: 1 })
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: 'ignore',
    })
    await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    expect(store.savedQueries.list(0).map(({ name }) => name)).toEqual(['Last words'])
  })

  it('keeps a record whole or not at all when the process is killed the moment after', async () => {
    const { id } = store.savedQueries.add(0, { name: 'Ferries', search: 'q=ferry', seen: 0 })
    const [n, hash] = [2_000, '00aa00aa00aa00aa']
    const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
    const program = `
      import { Store } from ${url('../../server/store/store.ts')}
      import { aRecord } from ${url('records/a-record.ts')}
      const entries = Array.from({ length: ${n} }, (_, i) =>
        ({ sequence: i + 1, id: 'id' + i, content: '${hash}', facets: '${hash}' }))
      new Store(${JSON.stringify(folder)}).queryRecords.add(${id}, aRecord({ total: ${n}, entries }))
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: 'ignore',
    })
    await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    const latest = store.queryRecords.latest(id)
    expect(latest?.total).toBe(n)
    const entries = store.queryRecords.entries(latest?.id ?? 0)
    expect(entries).toHaveLength(n)
    expect(entries?.at(-1)).toEqual({
      ...{ sequence: n, id: `id${n - 1}`, content: hash, facets: hash },
    })
  })

  it('empties what was deleted more than thirty days ago, with its records', () => {
    const add = (name: string) => store.savedQueries.add(0, { name, search: 'q=x', seen: 0 }).id
    const [old, young] = [add('Old'), add('Young')]
    for (const id of [old, young]) {
      store.queryRecords.add(id, aRecord())
      store.savedQueries.delete(0, id)
    }
    const db = new DatabaseSync(join(folder, 'user.sqlite'))
    db.prepare('update saved_query set deleted = ? where id = ?').run('2026-01-01', old)
    db.close()
    expect(store.savedQueries.restore(0, old, 100)).toBe(false)
    store.close()
    store = new Store(folder)
    expect([old, young].map((id) => store.queryRecords.count(id))).toEqual([0, 1])
    expect(store.savedQueries.restore(0, young, 100)).toBe(true)
    expect(store.savedQueries.list(0).map(({ name }) => name)).toEqual(['Young'])
  })

  it('takes a deleted query back under a number where its name was taken meanwhile', () => {
    const { id } = store.savedQueries.add(0, { name: 'Drones', search: 'q=drones', seen: 0 })
    store.savedQueries.delete(0, id)
    store.savedQueries.add(0, { name: 'Drones', search: 'q=other', seen: 0 })
    expect(store.savedQueries.restore(0, id, 100)).toBe(true)
    expect(store.savedQueries.get(0, id)?.name).toBe('Drones (2)')
  })

  it('lists by name, whatever the letters', () => {
    for (const name of ['beta', 'Alpha', 'gamma'])
      store.savedQueries.add(0, { name, search: 'q=x', seen: 0 })
    expect(store.savedQueries.list(0).map(({ name }) => name)).toEqual(['Alpha', 'beta', 'gamma'])
  })

  it('refuses a name that is taken', () => {
    store.savedQueries.add(0, { name: 'Drones', search: 'q=drones', seen: 0 })
    expect(() => store.savedQueries.add(0, { name: 'drones', search: 'q=x', seen: 0 })).toThrow(
      NameTaken,
    )
  })

  it('remembers from where the last run counted', () => {
    const { id } = store.savedQueries.add(0, { name: 'Drones', search: 'q=drones', seen: 7 })
    store.savedQueries.markOpened(0, id, 12)
    expect(store.savedQueries.get(0, id)).toMatchObject({ seen: 12, seenBefore: 7 })
  })

  it('has a secret of its own', () => {
    const other = mkdtempSync(join(tmpdir(), 'dateline-store-'))
    const second = new Store(other)
    expect(second.secret()).not.toBe(store.secret())
    second.close()
    rmSync(other, { recursive: true })
  })

  it('keeps the saved queries of version 1', () => {
    store.close()
    rmSync(join(folder, 'user.sqlite'))
    const db = new DatabaseSync(join(folder, 'user.sqlite'))
    db.exec(`
      create table setting(name text primary key, value text not null) without rowid;
      insert into setting values('secret', 'kept');
      create table saved_query(
        id integer primary key autoincrement, owner text not null, name text not null, search text not null,
        saved text not null, opened text not null, seen integer not null,
        opened_before text not null, seen_before integer not null);
      create unique index saved_query_by_name on saved_query(owner, name collate nocase);
      insert into saved_query values(3, '', 'Drones', 'q=drones', '2026-01-01', '2026-02-02', 7, '2026-01-01', 5);
      pragma user_version = 1`)
    db.close()
    store = new Store(folder)
    expect(store.secret()).toBe('kept')
    expect(store.savedQueries.list(0)).toMatchObject([
      { id: 3, name: 'Drones', search: 'q=drones', saved: '2026-01-01', seen: 7, seenBefore: 5 },
    ])
    expect(store.savedQueries.add(0, { name: 'Next', search: 'q=x', seen: 9 }).id).toBe(4)
  })

  it('shows nobody what belongs to another', () => {
    const { id } = store.savedQueries.add(1, { name: 'Drones', search: 'q=drones', seen: 7 })
    expect(store.savedQueries.list(2)).toEqual([])
    expect(store.savedQueries.get(2, id)).toBeUndefined()
    store.savedQueries.rename(2, id, 'Mine')
    store.savedQueries.markOpened(2, id, 99)
    store.savedQueries.delete(2, id)
    expect(store.savedQueries.get(1, id)).toMatchObject({ name: 'Drones', seen: 7 })
  })

  it('refuses a file that a newer version wrote, and says what to do', () => {
    store.close()
    const db = new DatabaseSync(join(folder, 'user.sqlite'))
    db.exec('pragma user_version = 99')
    db.close()
    expect(() => new Store(folder)).toThrow('newer Dateline (format 99')
  })
})
