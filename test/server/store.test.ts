import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NameTaken, Store } from '../../server/store/store.ts'

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
    const saved = store.add({ name: 'Drones', search: 'q=drones', seen: 7 })
    const secret = store.secret()
    store.close()
    store = new Store(folder)
    expect(store.list()).toEqual([saved])
    expect(store.secret()).toBe(secret)
  })

  it('keeps what it was given when the process is killed the moment after', async () => {
    const program = `
      import { Store } from ${JSON.stringify(new URL('../../server/store/store.ts', import.meta.url).href)}
      new Store(${JSON.stringify(folder)}).add({ name: 'Last words', search: 'q=x', seen: 1 })
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: 'ignore',
    })
    await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    expect(store.list().map(({ name }) => name)).toEqual(['Last words'])
  })

  it('lists by name, whatever the letters', () => {
    for (const name of ['beta', 'Alpha', 'gamma']) store.add({ name, search: 'q=x', seen: 0 })
    expect(store.list().map(({ name }) => name)).toEqual(['Alpha', 'beta', 'gamma'])
  })

  it('refuses a name that is taken', () => {
    store.add({ name: 'Drones', search: 'q=drones', seen: 0 })
    expect(() => store.add({ name: 'drones', search: 'q=x', seen: 0 })).toThrow(NameTaken)
  })

  it('remembers from where the last run counted', () => {
    const { id } = store.add({ name: 'Drones', search: 'q=drones', seen: 7 })
    store.markOpened(id, 12)
    expect(store.get(id)).toMatchObject({ seen: 12, seenBefore: 7 })
  })

  it('has a secret of its own', () => {
    const other = mkdtempSync(join(tmpdir(), 'dateline-store-'))
    const second = new Store(other)
    expect(second.secret()).not.toBe(store.secret())
    second.close()
    rmSync(other, { recursive: true })
  })

  it('refuses a file that a newer version wrote, and says what to do', () => {
    store.close()
    const db = new DatabaseSync(join(folder, 'user.sqlite'))
    db.exec('pragma user_version = 99')
    db.close()
    expect(() => new Store(folder)).toThrow('newer Dateline (format 99')
  })
})
