import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { originalName, textName } from '../../../server/export/pack/entry-names.ts'
import { writeEvidencePack } from '../../../server/export/pack/evidence-pack.ts'
import { readRis } from '../citations/read-references.ts'
import { storedArticle } from '../stored-article.ts'
import { readZip } from './read-zip.ts'
import { exportedOf, written } from './to-export.ts'

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

const articles = ['c1', 'a2', 'b3'].map((id, at) =>
  storedArticle({
    id,
    sequence: at + 1,
    title: `Convoy ${id}\nin the port`,
    text: `The convoy ${id} lies\nin the “harbour”.`,
    outlet: 'The Harbour Post',
    published: '2016-04-10',
    originalHash: sha256(`bytes of ${id}`),
  }),
)
const root = 'dateline-convoys-2026-11-02-3-articles'

let files = new Map<string, Buffer>()
const fileAt = (path: string) => files.get(`${root}/${path}`)?.toString() ?? ''

beforeAll(async () => {
  const originalOf = (id: string) => ({
    mediaType: 'text/html; charset=utf-8',
    bytes: Buffer.from(`bytes of ${id}`),
  })
  files = await readZip(await written(writeEvidencePack(exportedOf(articles, { originalOf }))))
})

describe('the evidence pack', () => {
  it('is one folder', () => {
    expect([...files.keys()]).toEqual(
      [
        ...['texts/1-c1.txt', 'originals/1-c1.html', 'texts/2-a2.txt', 'originals/2-a2.html'],
        ...['texts/3-b3.txt', 'originals/3-b3.html'],
        ...['articles.csv', 'articles.ris', 'hashes.csv', 'report.html', 'query.json'],
        ...['README.txt', 'SHA256SUMS'],
      ].map((path) => `${root}/${path}`),
    )
  })

  it('has the checksum of every other file', () => {
    const sums = fileAt('SHA256SUMS').trimEnd().split('\n')
    const expected = [...files]
      .filter(([path]) => !path.endsWith('SHA256SUMS'))
      .map(([path, content]) => `${sha256(content)}  ${path.slice(root.length + 1)}`)
    expect(sums).toEqual(expected)
  })

  it('has each text below lines that say what it is', () => {
    const [head = '', text = ''] = fileAt('texts/2-a2.txt').split(`${'-'.repeat(72)}\n\n`)
    expect(text).toBe('The convoy a2 lies\nin the “harbour”.\n')
    expect(head.split('\n')).toContain('Title: Convoy a2 in the port')
    expect(head.split('\n')).toContain('Archive page: http://127.0.0.1:3000/article/a2')
  })

  it('has the hash of each text and of its original', () => {
    const rows: string[][] = parse(fileAt('hashes.csv'), { from: 2 })
    expect(rows).toEqual(
      articles.map(({ id, text }, at) => [
        ...[String(at + 1), id, `texts/${at + 1}-${id}.txt`],
        ...[sha256(text), sha256(fileAt(`originals/${at + 1}-${id}.html`))],
      ]),
    )
  })

  it('lists the same articles as a table, as references and as a report', () => {
    const ids = ['c1', 'a2', 'b3']
    const rows: string[][] = parse(fileAt('articles.csv'), { bom: true, from: 2 })
    expect(rows.map(([, id]) => id)).toEqual(ids)
    expect(readRis(fileAt('articles.ris')).map((record) => record['AN'])).toEqual([
      ['c1'],
      ['a2'],
      ['b3'],
    ])
    expect(fileAt('report.html').match(/(?<=\/article\/)\w+/g)).toEqual(ids)
  })

  it('says what was asked for and how the ids can be compared', () => {
    const query: unknown = JSON.parse(fileAt('query.json'))
    expect(query).toMatchObject({
      name: 'Convoys',
      page: 'http://127.0.0.1:3000/search?q=convoy',
      q: 'convoy',
      articles: { count: 3, exact: true, idsSha256: sha256('a2\nb3\nc1'), hasOriginals: true },
    })
    expect(fileAt('README.txt')).toContain(sha256('a2\nb3\nc1'))
  })

  it('is the same bytes for the same articles and time', async () => {
    const pack = () => written(writeEvidencePack(exportedOf(articles)))
    expect(await pack()).toEqual(await pack())
  })

  it('has no path that leaves its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (id, mediaType) => {
        expect(textName(7, 100, id)).toMatch(/^texts\/007-[a-z0-9]*\.txt$/)
        expect(originalName(7, 100, { id, mediaType })).toMatch(
          /^originals\/007-[a-z0-9]*\.[a-z]+$/,
        )
      }),
    )
  })
})
