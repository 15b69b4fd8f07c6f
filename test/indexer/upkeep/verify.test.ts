import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Facets } from '../../../engine/article.ts'
import { verifyCommand } from '../../../indexer/upkeep/verify.ts'
import { noFacets } from '../../engine/archive/test-archive.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from './upkeep-desk.ts'

let desk: UpkeepDesk
beforeEach(async () => {
  desk = await openUpkeepDesk()
})
afterEach(() => desk.remove())

async function verify() {
  const { said, code } = await desk.run(verifyCommand, [])
  return { code, faults: said.filter((line) => line.startsWith('FAULT')), text: said.join('\n') }
}

/** Changes the archive's file as damage or another program would. */
function meddle(sql: string, ...values: readonly (string | Uint8Array)[]): void {
  const db = new DatabaseSync(join(desk.dataDir, 'archive.sqlite'))
  db.prepare(sql).run(...values)
  db.close()
}

const naming: Facets = {
  ...noFacets,
  people: [
    {
      ...{ id: 'ada-quill', name: 'Ada Quill', rule: 'made up', broader: [] },
      evidence: [{ field: 'text', start: 0, end: 9 }],
    },
  ],
}

describe('verify', () => {
  it('finds nothing wrong with an archive whose index is not built yet, as after a restore', async () => {
    await desk.add(entry('/a'))
    rmSync(join(desk.dataDir, 'index'), { recursive: true })
    const { code, faults, text } = await verify()
    expect(faults).toEqual([])
    expect(text).toContain('There is no index yet: the next start of the site')
    expect(code).toBe(0)
  })

  it('finds nothing wrong with a sound archive, its index and its log of changes', async () => {
    const [id = ''] = await desk.add(
      entry('/a', { text: 'Ada Quill spoke.', facets: naming, published: '2016-04' }),
      entry('/b'),
    )
    await desk.add(entry('/a', { text: 'Ada Quill spoke again.', facets: naming }))
    desk.archive.remove(desk.lease, [id])
    await desk.engine.sync(desk.lease)
    const { code, faults, text } = await verify()
    expect(faults).toEqual([])
    expect(text).toContain('The index was compared with the archive: 1 article.')
    expect(text).toContain('No fault was found.')
    expect(code).toBe(0)
  })

  it.each([
    ['a body that cannot be inflated', 'update article set body = ?', 'cannot be read'],
    ['another body', 'update article set body = ?1', 'is known by the content of another text'],
    ['another original', 'update original set bytes = ?', 'SHA-256 differs'],
  ])('tells of %s', async (what, sql, problem) => {
    const [id = ''] = await desk.add(entry('/a', { text: 'Ada Quill spoke.' }))
    const isWhole = what.startsWith('another')
    meddle(sql, isWhole ? deflateRawSync('Ada Quill kept silent.') : Buffer.from([1, 2, 3]))
    const { code, text } = await verify()
    expect(text).toMatch(new RegExp(`FAULT Article ${id} .*${problem}`))
    expect(code).toBe(1)
  })

  it.each([
    ['evidence outside its text', "update article set title = 'x', body = ?", 'outside its text'],
    ['no original', 'delete from original where length(?) > 0', 'has no original'],
    [
      'a date that is none',
      "update article set published = '2016-13' where length(?) > 0",
      'has a date that is none: "2016-13"',
    ],
    [
      'no step in the change log',
      'delete from change where length(?) > 0',
      'missing from the change log',
    ],
    [
      'a key that leads nowhere',
      "insert into identity values('url:quay.example/x', length(?) + 99)",
      'keys lead to no article \\(1 times, e.g. url:quay.example/x\\)',
    ],
    [
      'a number to be given again',
      "update sqlite_sequence set seq = 0 where name = 'article' and length(?) > 0",
      'sequence numbers that will be given again',
    ],
  ])('tells of an article with %s', async (_, sql, problem) => {
    await desk.add(entry('/a', { text: 'Ada Quill spoke.', facets: naming }))
    meddle(sql, deflateRawSync('Ada.'))
    const { code, text } = await verify()
    expect(text).toMatch(new RegExp(problem))
    expect(text).toContain('Put back a backup')
    expect(code).toBe(1)
  })

  it('tells of removals that do not fit the text', async () => {
    await desk.add({
      ...entry('/a', { text: 'A text.' }),
      cleaning: {
        titleFrom: 'source',
        removed: [{ step: 'made up', start: 0, end: 4, text: 'More than four' }],
      },
    })
    expect((await verify()).faults.join()).toContain('the text as read cannot be put together')
  })

  it('tells of articles that the index lacks, and of those that it should not have', async () => {
    await desk.add(entry('/a'), entry('/b'))
    const index = new DatabaseSync(join(desk.dataDir, 'index', '1', 'index.sqlite'))
    index.exec('update state set articles = 3')
    index.close()
    const { code, text } = await verify()
    expect(text).toContain('FAULT The index counts 3 articles, the archive has 2.')
    expect(text).toContain('npm run index -- rebuild')
    expect(code).toBe(1)
  })

  it('does not blame an index that is merely behind', async () => {
    const [id = ''] = await desk.add(entry('/a'), entry('/b'))
    desk.archive.remove(desk.lease, [id])
    desk.archive.commit(desk.lease, [entry('/c')])
    const { code, text } = await verify()
    expect(text).toContain('The index is 2 changes behind the archive')
    expect(code).toBe(0)
  })

  it('names lines of the corrections that cannot be read, and a damaged database of saved queries', async () => {
    await desk.add(entry('/a'))
    appendFileSync(join(desk.dataDir, 'corrections.jsonl'), 'nonsense\n')
    writeFileSync(join(desk.dataDir, 'user.sqlite'), 'Not a database. '.repeat(500))
    const { code, text } = await verify()
    expect(text).toMatch(/FAULT .*corrections\.jsonl: line 1/)
    expect(text).toMatch(/FAULT .*user\.sqlite is not a database/)
    expect(code).toBe(1)
  })

  it('sees one state of an archive that is being written', async () => {
    await desk.add(entry('/a'))
    const run = desk.run(verifyCommand, [])
    desk.archive.commit(desk.lease, [entry('/b')])
    expect((await run).said.join('\n')).toContain('No fault was found.')
  })
})
