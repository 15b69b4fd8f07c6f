import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { DatabaseUnusable, faultOf } from '../../../engine/archive/open-database.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import { requestFor } from '../contract-desk.ts'
import { record } from './test-archive.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-database-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('a database file at fault', () => {
  it('is named, with what to do, when it is no database', () => {
    const file = join(folder, 'archive.sqlite')
    writeFileSync(file, 'Not a database. '.repeat(500))
    expect(() => new Archive(folder)).toThrow(DatabaseUnusable)
    expect(() => new Archive(folder)).toThrow(`${file} is not a database. Put back a backup`)
  })

  it('is named, by the search too, when it is damaged inside', async () => {
    const path = join(folder, 'archive.sqlite')
    const lease = acquireLease(folder, 'a test')
    const whole = new Archive(folder)
    for (let i = 0; i < 100; i++)
      whole.commit(lease, [record({ file: `/${i}.txt`, text: `${i} `.repeat(500) })])
    const index = await openEngine({ kind: 'embedded' }, whole)
    await index.sync(lease)
    await index.close()
    whole.close()
    lease.release()
    overwrite(path)
    const archive = new Archive(folder)
    expect(() => archive.changes(0, 100)).toThrow(`${path} is damaged. Put back a backup`)
    const engine = await openEngine({ kind: 'embedded' }, archive)
    await expect(engine.search(requestFor('', {}))).rejects.toThrow(`${path} is damaged`)
    await engine.close()
    archive.close()
  })

  it('is named when another process writes it for longer than one waits', () => {
    const file = join(folder, 'busy.sqlite')
    const [holder, other] = [new DatabaseSync(file), new DatabaseSync(file, { timeout: 1 })]
    holder.exec('begin exclusive')
    expect(() => {
      write(other, file)
    }).toThrow(`${file} is being written, or brought up to date, by another process`)
    holder.close()
    other.close()
  })

  it('is named when its folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '')
    const inside = join(folder, 'file', 'data')
    expect(() => acquireLease(inside, 'a test')).toThrow(/part of its path is no folder/)
  })

  it('is named when the disk is full, and what was stored before stays', () => {
    const file = join(folder, 'archive.sqlite')
    const lease = acquireLease(folder, 'a test')
    const archive = new Archive(folder)
    archive.commit(lease, [record({ file: '/a.txt' })])
    // No page more than there are is how SQLite meets a full disk without one.
    const full = new DatabaseSync(file)
    full.exec('pragma max_page_count = 1')
    expect(() => {
      write(full, file)
    }).toThrow(`${file} could not grow: the disk is full. What was stored before is safe`)
    full.close()
    expect(archive.count()).toBe(1)
    archive.close()
    lease.release()
  })
})

function write(db: DatabaseSync, file: string): void {
  try {
    db.prepare('insert into setting values(?, ?)').run('much', 'x'.repeat(1_000_000))
  } catch (error) {
    throw faultOf(file, error)
  }
}

/** All pages but the first, which opening reads. */
function overwrite(path: string): void {
  const file = openSync(path, 'r+')
  const { size } = fstatSync(file)
  // What comes first describes the tables: without it the file is no database at all.
  const begin = Math.ceil(size * 0.75)
  writeSync(file, Buffer.alloc(size - begin, 7), 0, size - begin, begin)
  closeSync(file)
}
