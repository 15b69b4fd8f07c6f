import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { changeBatches } from '../../../engine/embedded/change-batches.ts'
import { preparedChanges, type PreparedChange } from '../../../engine/embedded/prepare-change.ts'
import { batches } from './killed-articles.ts'

let folder: string
let archive: Archive

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-batches-'))
  archive = new Archive(folder)
  const lease = acquireLease(folder, 'a test')
  for (const batch of batches) archive.commit(lease, batch)
  lease.release()
})

afterEach(() => {
  archive.close()
  rmSync(folder, { recursive: true, force: true })
})

/** All but the forms, which may come more often than needed. */
const withoutForms = (changes: readonly PreparedChange[]) =>
  changes.map(({ article, ...change }) => ({ ...change, ...article, forms: [] }))

const formsOf = (changes: readonly PreparedChange[]) =>
  [...new Set(changes.flatMap(({ article }) => article?.forms ?? []))].toSorted()

describe('the changes of an archive, when there are many', () => {
  it('are prepared by a second thread as they are by the first', async () => {
    const here = [...preparedChanges(archive, 0)].flat()
    const elsewhere = (await Array.fromAsync(changeBatches(archive, 0, 1_000))).flat()
    expect(elsewhere).toHaveLength(1_200)
    expect(withoutForms(elsewhere)).toEqual(withoutForms(here))
    expect(formsOf(elsewhere)).toEqual(formsOf(here))
  })

  it('end with an error where an article cannot be read, after those before it', async () => {
    const db = new DatabaseSync(join(folder, 'archive.sqlite'))
    db.exec("update article set body = x'00' where sequence = 600")
    db.close()
    const read: number[] = []
    const reading = async () => {
      for await (const batch of changeBatches(archive, 0, 1_000))
        read.push(...batch.map(({ sequence }) => sequence))
    }
    await expect(reading()).rejects.toThrow('unexpected end of file')
    expect(read).toEqual(Array.from({ length: 575 }, (_, i) => i + 1))
  })
})
