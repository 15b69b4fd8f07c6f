import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { exportCommand } from '../../../../indexer/upkeep/export/export.ts'
import { runCommand } from '../../commands/run-command.ts'
import { jsonLine, openDesk, type Desk } from '../../test-desk.ts'

let from: Desk
let to: Desk
beforeEach(async () => {
  from = await openDesk()
  to = await openDesk()
})
afterEach(async () => {
  await from.close()
  await to.close()
})

const said = ({ archive }: Desk) =>
  archive.articlesAfter(0, 99).map(({ id, title, text, published, dating, dateline }) => ({
    ...{ id, title, text, published, dating, dateline },
  }))
const dating = { from: 'metadata', sureness: 'sure' }

async function exported(): Promise<string> {
  from.write(
    'in.jsonl',
    jsonLine({ text: 'Ferry sold\n\nPORT SAMPLE, May 3, 2019 - The ferry was sold for a coin.' }) +
      jsonLine({
        title: 'Pier opened',
        published: '2020-05',
        text: 'The pier opened. Boats came.',
      }),
  )
  await from.index()
  const file = `${to.folder}/out.jsonl`
  await runCommand(exportCommand, ['--to', file], from)
  return file
}

describe('an export that is indexed', () => {
  it('brings the same articles into another archive, and changes nothing in its own', async () => {
    const file = await exported()
    expect(await to.index()).toMatchObject({ added: 2 })
    expect(said(to)).toEqual(said(from))
    const before = from.archive.lastChange()
    expect(await from.index({ paths: [file] })).toMatchObject({ unchanged: 2, added: 0 })
    expect(from.archive.lastChange()).toBe(before)
  })

  it('is not cleaned again', async () => {
    const text = 'The pier opened.\nPhoto: Ann Sample/Specimen Wire\nBoats came.'
    const id = '0123456789abc'
    to.write('out.jsonl', jsonLine({ format: 'dateline/1', id, title: 'Pier', text, dating }))
    await to.index()
    expect(said(to)).toMatchObject([{ id, text, dating }])
  })

  it('does not take the id of another article', async () => {
    await exported()
    const [first] = said(from)
    const text = 'Both delegations went home after a week and agreed on nothing but lunch.'
    const line = { format: 'dateline/1', id: first?.id, title: 'Talks end', text, dating }
    const report = await from.index({ paths: [from.write('b.jsonl', jsonLine(line))] })
    expect(report).toMatchObject({ added: 1, conflicts: { count: 1 } })
    expect(said(from)[0]).toEqual(first)
  })
})
