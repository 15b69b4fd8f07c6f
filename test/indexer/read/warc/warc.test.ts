import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { page, warcRecord } from '../make-warc.ts'
import { zipOf } from '../make-zip.ts'
import { openReadDesk, type ReadDesk } from '../read-desk.ts'

let desk: ReadDesk
beforeAll(() => {
  desk = openReadDesk()
})
beforeEach(() => {
  desk.empty()
})
afterAll(() => {
  desk.close()
})

async function titlesOf(name: string, bytes: Uint8Array): Promise<string[]> {
  desk.write(name, bytes)
  return (await desk.read()).drafts.map(({ title }) => title)
}

const at = (path: string) => `https://gazette.example/${path}`
const html = (...more: string[]) => ['Content-Type: text/html', ...more]
const chunked = (...pieces: Buffer[]) =>
  Buffer.concat([
    ...pieces.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('0\r\n\r\n'),
  ])

const two = [
  warcRecord({ url: at('a'), body: page('One') }),
  warcRecord({ url: at('b'), body: page('Two') }),
]

describe('a web archive', () => {
  it('gives each page its address, and the day of the crawl to its name only', async () => {
    desk.write(
      'a.warc',
      warcRecord({ url: at('a'), date: '2021-03-01T10:00:00Z', body: page('One') }),
    )
    const { drafts, records } = await desk.read()
    expect(drafts).toMatchObject([{ title: 'One', url: at('a'), published: [] }])
    expect(records).toMatchObject([
      { line: 1, name: `${at('a')} 2021-03-01T10:00:00Z`, mediaType: 'text/html;charset=utf-8' },
    ])
    expect(Buffer.from(records[0]?.bytes ?? []).toString()).toBe(page('One'))
  })

  it.each([
    ['a.warc', Buffer.concat(two)],
    ['a.warc.gz', Buffer.concat(two.map((record) => gzipSync(record)))],
    ['a.warc.zst', Buffer.concat(two.map((record) => zstdCompressSync(record)))],
    [
      'a.wacz',
      zipOf({
        'archive/data.warc.gz': gzipSync(Buffer.concat(two)),
        'pages/pages.jsonl': Buffer.from('{}'),
      }),
    ],
  ])('may be %s', async (name, bytes) => {
    expect(await titlesOf(name, bytes)).toEqual(['One', 'Two'])
  })

  it.each([
    ['gzip', html('Content-Encoding: gzip'), gzipSync(page('One'))],
    ['brotli', html('Content-Encoding: br'), brotliCompressSync(page('One'))],
    ['zstd', html('Content-Encoding: zstd'), zstdCompressSync(page('One'))],
    ['chunks', html('Transfer-Encoding: chunked'), chunked(Buffer.from(page('One')))],
    [
      'gzip in chunks',
      html('content-encoding: GZIP', 'transfer-encoding: Chunked'),
      chunked(gzipSync(page('One')).subarray(0, 50), gzipSync(page('One')).subarray(50)),
    ],
    [
      'what its headers only claim',
      html('Content-Encoding: gzip', 'Transfer-Encoding: chunked'),
      Buffer.from(page('One')),
    ],
  ])('holds pages that were sent as %s', async (_, headers, body) => {
    expect(await titlesOf('a.warc', warcRecord({ headers, body }))).toEqual(['One'])
  })

  it('passes over what is no page that was found, and repetitions', async () => {
    const records = [
      warcRecord({ type: 'warcinfo', body: 'software: x' }),
      warcRecord({ url: at('a'), body: page('One') }),
      warcRecord({ url: at('a'), date: '2021-04-01T10:00:00Z', body: page('One') }),
      warcRecord({ url: at('gone'), status: '404 Not Found', body: page('Gone') }),
      warcRecord({ url: at('moved'), status: '301 Moved', headers: ['Location: /b'], body: '' }),
      warcRecord({ url: at('a.png'), headers: ['Content-Type: image/png'], body: 'x' }),
      warcRecord({ type: 'request', body: page('Asked') }),
      warcRecord({ type: 'revisit', body: '' }),
      warcRecord({ url: at('b'), body: page('Two') }),
    ]
    desk.write('a.warc', Buffer.concat(records))
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(setAside).toEqual([])
  })

  it('reads a page in the charset that its server declared', async () => {
    const letters = Buffer.from([0xcc, 0xe8, 0xf0])
    const [before = '', after = ''] = page(
      'T',
      '<p>HERE is the end of the article, which nobody would miss.</p>',
    ).split('HERE')
    const body = Buffer.concat([Buffer.from(before), letters, Buffer.from(after)])
    desk.write(
      'a.warc',
      warcRecord({ headers: ['Content-Type: text/html; charset=windows-1251'], body }),
    )
    expect((await desk.read()).drafts[0]?.text).toContain('Мир is the end')
  })

  it.each([
    [
      'cut off by its crawler',
      { warc: ['WARC-Truncated: length'], body: page('Cut') },
      'cut off by the crawler: not the whole document',
    ],
    [
      'too long',
      { body: 'x'.repeat(9 * 1024 * 1024) },
      'too long for one article: 9 MB, at most 8 MB are read',
    ],
    [
      'a compression bomb',
      { headers: html('Content-Encoding: gzip'), body: gzipSync(Buffer.alloc(30 * 1024 * 1024)) },
      'too long for one article: more than 8 MB unpacked',
    ],
  ])('sets a page aside that is %s, and goes on', async (_, parts, reason) => {
    desk.write(
      'a.warc',
      Buffer.concat([warcRecord(parts), warcRecord({ url: at('b'), body: page('Two') })]),
    )
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toEqual(['Two'])
    expect(setAside).toEqual([`a.warc#1: ${reason}`])
  })

  it('finds the next record where the length of one is wrong', async () => {
    const wrong = warcRecord({ url: at('a'), body: page('One') }).toString()
    const shorter = wrong.replace(/^Content-Length: .*$/m, 'Content-Length: 200')
    desk.write(
      'a.warc',
      Buffer.concat([Buffer.from(shorter), warcRecord({ url: at('b'), body: page('Two') })]),
    )
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toContain('Two')
    expect(setAside.join()).toContain('lines that belong to no record were passed over')
  })

  it('gives what came before it breaks off', async () => {
    const packed = Buffer.concat(two.map((record) => gzipSync(record)))
    desk.write('a.warc.gz', packed.subarray(0, packed.length - 40))
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toEqual(['One'])
    expect(setAside).toEqual([
      'a.warc.gz: the compressed file is cut off: what came before is read',
    ])
  })

  it('is none when it holds something else', async () => {
    desk.write('a.warc', 'x\n'.repeat(100))
    const { drafts, setAside } = await desk.read()
    expect(drafts).toEqual([])
    expect(setAside).toHaveLength(1)
  })
})

describe('a collection of web archives', () => {
  it('tells every byte of the file', async () => {
    const bytes = zipOf({ 'archive/a.warc': Buffer.concat(two) })
    desk.write('a.wacz', bytes)
    expect((await desk.read()).bytes).toBe(bytes.length)
  })

  it('is never unpacked to where its names lead', async () => {
    desk.write(
      'in/a.wacz',
      zipOf({ 'archive/a.warc': Buffer.concat(two), '../../evil.warc': Buffer.from('x') }),
    )
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(setAside).toEqual([expect.stringContaining('in/a.wacz: a damaged zip file')])
  })

  it.each([
    ['damaged', Buffer.from('PK rubbish'), 'a damaged zip file'],
    [
      'without an archive',
      zipOf({ 'datapackage.json': Buffer.from('{}') }),
      'no web archive in it',
    ],
  ])('is set aside when it is %s', async (_, bytes, reason) => {
    desk.write('a.wacz', bytes)
    expect((await desk.read()).setAside).toEqual([expect.stringContaining(reason)])
  })
})
