import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Facets } from '../../../../engine/article.ts'
import { exportCommand } from '../../../../indexer/upkeep/export/export.ts'
import { noFacets } from '../../../engine/archive/test-archive.ts'
import { lists, openDesk } from '../../test-desk.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from '../upkeep-desk.ts'

const child = fileURLToPath(new URL('../command-child.ts', import.meta.url))

let desk: UpkeepDesk
let file: string
beforeEach(async () => {
  desk = await openUpkeepDesk()
  file = join(desk.folder, 'out.jsonl')
})
afterEach(() => desk.remove())

const exported = (...args: string[]) => desk.run(exportCommand, args)

const naming: Facets = {
  ...noFacets,
  people: [
    {
      ...{ id: 'ada-quill', name: 'Ada Quill', rule: 'made up', broader: [] },
      evidence: [{ field: 'text', start: 0, end: 9 }],
    },
  ],
}

const linesOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

/** The cells of a CSV file, row by row. */
const cellsOf = (text: string): string[][] => parseCsv(text, { bom: true })

describe('export', () => {
  it('writes everything known of each article as lines of JSON, in the order of indexing', async () => {
    const [id = ''] = await desk.add(
      entry('/a', { title: 'Ferry', text: 'Ada Quill spoke.', facets: naming, outlet: 'The Quay' }),
      entry('/b'),
    )
    const { code, said } = await exported('--to', file)
    expect(said.at(-1)).toBe(`Wrote 2 articles to ${file}.`)
    expect(code).toBe(0)
    const [first, second] = linesOf(readFileSync(file, 'utf8'))
    expect(first).toEqual({ format: 'dateline/1', ...desk.archive.get(id) })
    expect(second).toMatchObject({ title: 'The title of /b' })
  })

  it('writes what a query finds, and what was indexed after a number', async () => {
    await desk.add(
      entry('/a'),
      entry('/b', { title: 'Ferry' }),
      entry('/c', { title: 'Ferry too' }),
    )
    const { said } = await exported('ferry', '--newer-than', '2', '--to', file)
    expect(said[0]).toBe('Query: ferry')
    expect(linesOf(readFileSync(file, 'utf8'))).toMatchObject([{ title: 'Ferry too' }])
  })

  it('says how far the index, by which a query finds, is behind', async () => {
    await desk.add(entry('/a'))
    desk.archive.commit(desk.lease, [entry('/b')])
    expect((await exported('title', '--to', file)).said.join()).toContain('1 change behind')
  })

  it('compresses where the name ends in .gz', async () => {
    await desk.add(entry('/a', { title: 'Ferry' }))
    await exported('--to', `${file}.gz`)
    const text = gunzipSync(readFileSync(`${file}.gz`)).toString()
    expect(linesOf(text)).toMatchObject([{ title: 'Ferry' }])
  })

  it('writes a table that spreadsheets read, without formulas', async () => {
    const table = join(desk.folder, 'out.csv')
    await desk.add(
      entry('/a', { title: '=HYPERLINK("evil")', text: 'One "line",\nanother.', facets: naming }),
    )
    await exported('--to', table)
    const text = readFileSync(table, 'utf8')
    expect(text.startsWith('\uFEFF"id","title"')).toBe(true)
    const [header = [], cells = []] = cellsOf(text)
    const cell = (name: string) => cells[header.indexOf(name)]
    expect(new Set(header).size).toBe(header.length)
    expect(cell('title')).toBe('\'=HYPERLINK("evil")')
    expect(cell('text')).toBe('One "line",\nanother.')
    expect(cell('people')).toBe('Ada Quill')
  })

  it('leaves no cell that begins like a formula', async () => {
    const titles = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1']
    await desk.add(...titles.map((title) => entry(`/${title}`, { title })))
    await exported('--format', 'csv', '--to', file)
    const [, ...rows] = cellsOf(readFileSync(file, 'utf8'))
    expect(rows.map((cells) => cells[1])).toEqual(titles.map((title) => `'${title}`))
  })

  it('replaces a file only when told, and writes none into the data folder', async () => {
    await desk.add(entry('/a'))
    writeFileSync(file, 'Keep me.')
    await expect(exported('--to', file)).rejects.toThrow('exists already')
    expect(readFileSync(file, 'utf8')).toBe('Keep me.')
    await exported('--to', file, '--yes')
    expect(readFileSync(file, 'utf8')).toContain('The title of /a')
    await expect(exported('--to', join(desk.dataDir, 'x.jsonl'))).rejects.toThrow('inside the data')
    await expect(exported('--to', join(desk.folder, 'no', 'x'))).rejects.toThrow(
      'There is no folder',
    )
    await expect(exported('--format', 'xml')).rejects.toThrow('jsonl or csv')
  })

  it('leaves nothing behind when it fails midway', async () => {
    await desk.add(entry('/a'), entry('/b'))
    const db = new DatabaseSync(join(desk.dataDir, 'archive.sqlite'))
    db.exec("update article set body = x'0102' where sequence = 2")
    db.close()
    await expect(exported('--to', file)).rejects.toThrow()
    expect(readdirSync(desk.folder)).toEqual(['data'])
  })

  it('goes to standard output, with nothing but articles in it', async () => {
    await desk.add(entry('/a', { title: 'Ferry' }))
    const args = [child, 'export', 'ferry', '--data-dir', desk.dataDir]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(linesOf(stdout.replace(/^begun\n/, ''))).toMatchObject([{ title: 'Ferry' }])
    expect(stderr).toContain('Query: ferry')
    expect(status).toBe(0)
  })

  it('can be read back: the same titles and texts, with the former ids as the source gives them', async () => {
    const text = 'Ada Quill opened the new pier on Monday. Boats had waited for years.'
    await desk.add(
      entry('/a', { title: 'Pier opened', text, outlet: 'The Quay', published: '2016-04-27' }),
      entry('/b', { title: 'Talks', text: 'Both sides met again, and parted as friends.' }),
    )
    const other = await openDesk()
    const path = join(other.folder, 'back.jsonl')
    await exported('--to', path)
    await other.index({ lists })
    const titlesAndTexts = (archive: UpkeepDesk['archive']) =>
      archive.articlesAfter(0, 10).map(({ title, text: body, outlet, published }) => ({
        ...{ title, body, outlet, published },
      }))
    expect(titlesAndTexts(other.archive)).toEqual(titlesAndTexts(desk.archive))
    const ids = desk.archive.articlesAfter(0, 10).map(({ id }) => id)
    const original = other.archive.articlesAfter(0, 10).map(({ id }) => {
      return linesOf(Buffer.from(other.archive.original(id)?.bytes ?? '').toString())
    })
    expect(original.flat()).toMatchObject(ids.map((id) => ({ id })))
    await other.close()
  })
})
