import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { indexPathsCommand } from '../../../indexer/commands/index-paths.ts'
import { requireClock } from '../../../indexer/commands/require-clock.ts'
import { openDesk, type Desk } from '../test-desk.ts'
import { runCommand } from './run-command.ts'

const indexedOn = (began: string | undefined) => ({ lastRunBegan: () => began })

describe('the clock', () => {
  it.each(['1986-11-22T12:00:00Z', '2026-11-21T11:59:00Z'])(
    'is refused at %s when the archive was indexed on 22 November 2026, and it is said what to do',
    (now) => {
      expect(() => {
        requireClock(indexedOn('2026-11-22T12:00:00.000Z'), new Date(now))
      }).toThrow(/last indexed on 2026-11-22.*--clock-is-right/)
    },
  )

  it.each([
    ['2026-11-22T12:00:00.000Z', '2026-11-21T12:01:00Z'],
    ['2026-11-22T12:00:00.000Z', '2026-11-23T12:00:00Z'],
    [undefined, '1986-11-22T12:00:00Z'],
  ])('is taken when the archive was indexed at %s and it says %s', (began, now) => {
    expect(() => {
      requireClock(indexedOn(began), new Date(now))
    }).not.toThrow()
  })
})

describe('indexing', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
    desk.write('a.txt', 'Pier opened\n\nThe new pier opened on Monday.')
    await desk.index()
    const db = new DatabaseSync(join(desk.archive.dataDir, 'archive.sqlite'))
    db.exec("update run set started = '2999-01-01T00:00:00.000Z'")
    db.close()
  })
  afterEach(() => desk.close())

  const index = (...args: string[]) => runCommand(indexPathsCommand, [desk.folder, ...args], desk)

  it('is refused while the last run lies in the future, unless the clock is said to be right', async () => {
    await expect(index()).rejects.toThrow('--clock-is-right')
    expect((await index('--clock-is-right')).code).toBe(0)
    expect((await index()).code).toBe(0)
  })
})
