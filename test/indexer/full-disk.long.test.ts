import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../engine/archive/archive.ts'
import { DatabaseUnusable } from '../../engine/archive/open-database.ts'
import { jsonLine, openDesk, type Desk } from './test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

/** An archive that fails as on a disk with so little room left. */
class CrampedArchive extends Archive {
  leave(pages: number): void {
    const used = Number(this.db.prepare('pragma page_count').get()?.['page_count'])
    this.db.exec(`pragma max_page_count = ${used + pages}`)
  }
}

const articles = 60

function writeArticles(): void {
  const line = (id: number) =>
    jsonLine({ id, title: `Item ${id}`, text: randomBytes(2_000).toString('hex') })
  desk.write('a.jsonl', Array.from({ length: articles }, (_, id) => line(id)).join(''))
}

describe('a disk that is full', () => {
  it('ends the run with what to do, keeps whole batches, and the same command goes on', async () => {
    writeArticles()
    const cramped = new CrampedArchive(desk.archive.dataDir)
    cramped.leave(60)
    const failure = desk.index({ archive: cramped, atOnce: 10 })
    await expect(failure).rejects.toBeInstanceOf(DatabaseUnusable)
    await expect(failure).rejects.toThrow(
      /archive\.sqlite could not grow: the disk is full\. What was stored before is safe; make room/,
    )
    cramped.close()
    const stored = desk.archive.count()
    expect([stored > 0, stored < articles, stored % 10]).toEqual([true, true, 0])
    const { added, unchanged } = await desk.index()
    expect({ added, unchanged }).toEqual({ added: articles - stored, unchanged: stored })
    expect((await desk.search('item')).total).toBe(articles)
  })
})
