import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import { record } from './test-archive.ts'
import { writeVersion1, type OldArticle } from './version-1.ts'

const person = { id: 'lech-walesa', name: 'Lech Wałęsa', spelling: 'Wałęsa' }
const folded = { foldedName: 'lech wałesa', foldedSpelling: 'wałesa' }
const first: OldArticle = { file: '/a.txt', title: 'One', text: 'Wałęsa spoke.', person, ...folded }
const second: OldArticle = { file: '/b.txt', title: 'Two', text: 'Wałęsa left.', person, ...folded }

let folder: string
let file: string
let lease: Lease
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-migration-'))
  file = join(folder, 'archive.sqlite')
  lease = acquireLease(folder, 'a test')
  writeVersion1(file, [first, second])
})
afterEach(() => {
  lease.release()
  rmSync(folder, { recursive: true })
})

/** Opens the archive, which brings it up to date, and closes it behind the work. */
function opened<T>(work: (archive: Archive) => T): T {
  const archive = new Archive(folder)
  try {
    return work(archive)
  } finally {
    archive.close()
  }
}

describe('an archive of version 1', () => {
  it('keeps its articles, with nothing above their values', () => {
    expect(opened((archive) => archive.get('old-1'))).toMatchObject({
      sequence: 1,
      title: 'One',
      text: 'Wałęsa spoke.',
      facets: { people: [{ id: 'lech-walesa', name: 'Lech Wałęsa', broader: [] }] },
    })
  })

  it('keeps originals, settings, the journal and the order of changes', () => {
    opened((archive) => {
      expect(String(archive.original('old-2')?.bytes)).toBe('Two\nWałęsa left.')
      expect(archive.setting('sample')).toBe('loaded')
      expect(archive.changes(0, 10).map(({ number, id }) => [number, id])).toEqual([
        [1, 'old-1'],
        [2, 'old-2'],
      ])
      expect(archive.beginRun(lease, 'another folder')).toBe(2)
    })
  })

  it('recognises its records', () => {
    const known = record({ file: '/a.txt', title: 'One', text: 'Wałęsa spoke.' })
    expect(opened((archive) => archive.commit(lease, [known]))).toMatchObject([
      { kind: 'unchanged', id: 'old-1' },
    ])
  })

  it('folds the letters of its names as those of texts', () => {
    expect(opened((archive) => archive.findEntities('people', 'walesa', 5))).toMatchObject([
      { id: 'lech-walesa' },
    ])
  })

  it('finds its values by the beginnings of their words', () => {
    expect(opened((archive) => archive.idsNamed('people', 'wal'))).toEqual(['lech-walesa'])
  })

  it('marks its changes', () => {
    expect(opened((archive) => archive.changeMark(2))).toBeGreaterThan(0)
  })

  it('forgets a name when the last of its articles is replaced or removed', () => {
    opened((archive) => {
      archive.commit(lease, [record({ file: '/a.txt', title: 'One', text: 'Nobody spoke.' })])
      expect(archive.displayName('people', 'lech-walesa')).toBe('Lech Wałęsa')
      archive.remove(lease, ['old-2'])
      expect(archive.displayName('people', 'lech-walesa')).toBeUndefined()
      expect(archive.idsNamed('people', 'wal')).toEqual([])
    })
  })

  it('stays as it was when it cannot be brought up to date, and can be later', () => {
    const db = new DatabaseSync(file)
    db.exec(
      "create trigger stop before update on entity_name begin select raise(abort, 'stopped'); end",
    )
    expect(() => new Archive(folder)).toThrow('stopped')
    expect(db.prepare('pragma user_version').get()?.['user_version']).toBe(1)
    expect(db.prepare("select name from pragma_table_info('change')").all()).toHaveLength(3)
    db.exec('drop trigger stop')
    db.close()
    expect(opened((archive) => archive.idsNamed('people', 'wal'))).toEqual(['lech-walesa'])
  })

  it('is not read when a newer version wrote it', () => {
    const db = new DatabaseSync(file)
    db.exec('pragma user_version = 99')
    db.close()
    expect(() => new Archive(folder)).toThrow(/newer Dateline \(format 99/)
  })
})
