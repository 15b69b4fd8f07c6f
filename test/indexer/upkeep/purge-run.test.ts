import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { purgeCommand } from '../../../indexer/upkeep/purge.ts'
import { removeCommand } from '../../../indexer/upkeep/remove.ts'
import { runCommand } from '../commands/run-command.ts'
import { openDesk, type Desk } from '../test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  desk.write('a.txt', 'Pier opened\n\nThe new pier opened on Monday. Boats had waited for years.')
  await desk.index()
})
afterEach(() => desk.close())

describe('a later run', () => {
  it('sets an article aside that was taken down, and takes it in again when that is undone', async () => {
    const id = desk.archive.articlesAfter(0, 1)[0]?.id ?? ''
    await runCommand(purgeCommand, [id, '--yes'], desk)
    const { added, setAside } = await desk.index()
    expect(added).toBe(0)
    expect(setAside.groups.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(
        /^taken down on \d{4}-\d\d-\d\d \(.* purge --undo \w+ allows it again\)$/,
      ),
    ])
    expect((await desk.search('pier')).total).toBe(0)
    await runCommand(purgeCommand, ['--undo', id], desk)
    expect(await desk.index()).toMatchObject({ added: 1 })
    expect(desk.archive.get(id)?.title).toBe('Pier opened')
  })

  it('takes an article in again that was merely removed', async () => {
    await runCommand(removeCommand, ['pier', '--yes'], desk)
    expect((await desk.search('pier')).total).toBe(0)
    expect(await desk.index()).toMatchObject({ added: 1 })
  })
})
