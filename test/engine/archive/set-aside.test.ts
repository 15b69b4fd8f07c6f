import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { asideQuery } from '../../../engine/archive/archive-set-aside.ts'
import { openTestArchive, type TestArchive } from './test-archive.ts'

let test: TestArchive
beforeEach(() => {
  test = openTestArchive()
})
afterEach(() => {
  test.remove()
})

describe('whether a record is set aside', () => {
  it('is looked up by file and line: no record passes by the others of its file', () => {
    const db = new DatabaseSync(join(test.dataDir, 'archive.sqlite'), { readOnly: true })
    const steps = db.prepare(`explain query plan ${asideQuery}`).all('/a.jsonl', 1)
    db.close()
    const lookups = steps
      .map(({ detail }) => String(detail))
      .filter((step) => step.includes('set_aside'))
    expect(lookups).toHaveLength(2)
    for (const lookup of lookups) expect(lookup).toContain('(file=? AND line=?)')
  })
})
