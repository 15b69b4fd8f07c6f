import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { sourceKinds } from '../../../indexer/read/source-kinds.ts'
import { usage } from '../../../indexer/usage.ts'
import { page, warcRecord } from './make-warc.ts'
import { pdfOf } from './make-pdf.ts'
import { zipOf } from './make-zip.ts'
import { openReadDesk, type ReadDesk } from './read-desk.ts'

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

const mail = 'Subject: Corvette sold\n\nIt left the yard on Monday.\n'
const feed = `<rss version="2.0"><channel><title>The Sample Gazette</title><item><title>Corvette sold</title>
  <description>It left the yard on Monday.</description></item></channel></rss>`
const line = '{"title":"Corvette sold","text":"It left the yard on Monday."}'
const warc = warcRecord({ body: page('Corvette sold') })

/** One article in each kind of file. */
const samples = {
  text: 'title: Corvette sold\n\nIt left the yard on Monday.',
  page: page('Corvette sold'),
  markdown: '# Corvette sold\n\nIt left the yard on Monday.',
  lines: line,
  json: line,
  table: 'title,text\nCorvette sold,It left the yard on Monday.',
  feed,
  'web archive': warc,
  'web archive collection': zipOf({ 'archive/a.warc': warc }),
  mail,
  mailbox: `From a@b.example Mon Apr 25 10:00:00 2016\n${mail}`,
  pdf: pdfOf([[{ x: 50, y: 600, size: 11, text: 'It left the yard on Monday.' }]], {
    info: '/Title (Corvette sold)',
  }),
} as const

/** With so much behind it, which does not compress, that it cannot be read in one piece. */
function noise(content: string | Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(content), Buffer.from(randomBytes(400_000).toString('hex'))])
}

describe('every kind of file', () => {
  const endings = sourceKinds.flatMap(({ kind, endings }) =>
    endings.map((ending) => ({ kind, ending })),
  )

  it.each(endings)('$ending is read', async ({ kind, ending }) => {
    desk.write(`a${ending}`, samples[kind])
    const { drafts, setAside } = await desk.read()
    expect(drafts).toMatchObject([{ title: 'Corvette sold' }])
    expect(drafts[0]?.text).toContain('left the yard on Monday')
    expect(setAside).toEqual([])
  })

  it.each(endings.filter(({ ending }) => ending !== '.wacz'))(
    '$ending may be compressed',
    async ({ kind, ending }) => {
      desk.write(`a${ending}.gz`, gzipSync(samples[kind]))
      desk.write(`b${ending}.zst`, zstdCompressSync(samples[kind]))
      const { drafts } = await desk.read()
      expect(drafts.map(({ title }) => title)).toEqual(['Corvette sold', 'Corvette sold'])
    },
  )

  it.each(sourceKinds.filter(({ kind }) => kind !== 'web archive collection'))(
    '$format may come through standard input',
    async ({ kind }) => {
      const input = Readable.from([Buffer.from(samples[kind])])
      const { drafts, records } = await desk.read(['-'], { input, inputKind: kind })
      expect(drafts).toMatchObject([{ title: 'Corvette sold' }])
      expect(records[0]?.file).toMatchObject({ path: '', shown: 'standard input' })
    },
  )

  it.each(endings)('$ending is told in --help', ({ ending }) => {
    expect(usage()).toContain(` ${ending}`)
  })

  it('standard input is not waited for once the run is told to stop', async () => {
    const input = new PassThrough()
    input.write('{"text":"They met."}\n{"text":"They')
    const stop = new AbortController()
    const reading = desk.read(['-'], { input, stop: stop.signal })
    setImmediate(() => {
      stop.abort()
    })
    expect((await reading).setAside).toEqual([])
  })

  it('.wacz says why it cannot come through standard input', async () => {
    const { setAside } = await desk.read(['-'], { inputKind: 'web archive collection' })
    expect(setAside).toEqual([
      'standard input: a .wacz cannot be read from standard input: name the file',
    ])
  })
})

describe('a run that is told to stop', () => {
  it.each([
    ['a.jsonl.gz', gzipSync(noise(line))],
    ['a.json.gz', gzipSync(noise(`[${line}]`))],
    ['a.csv.zst', zstdCompressSync(Buffer.from(noise(samples.table)))],
    ['a.warc.gz', gzipSync(noise(samples['web archive']))],
    ['a.mbox.gz', gzipSync(noise(samples.mailbox))],
    ['a.html.gz', gzipSync(noise(samples.page))],
  ])('does not call %s cut off, which is not read to its end', async (name, content) => {
    desk.write(name, content)
    const stop = new AbortController()
    const stopAtOnce = () => {
      stop.abort()
    }
    const { setAside } = await desk.read([desk.folder], { stop: stop.signal, advanced: stopAtOnce })
    expect(setAside).toEqual([])
  })
})

describe('compressed files', () => {
  const lines = Array.from({ length: 3_000 }, (_, id) =>
    JSON.stringify({ id, text: `Text ${Math.sin(id)}.` }),
  )
  const halves = [lines.slice(0, 1_500), lines.slice(1_500)].map((half) => `${half.join('\n')}\n`)

  it.each([
    ['gzip', 'a.jsonl.gz', Buffer.concat(halves.map((half) => gzipSync(half)))],
    ['zstd', 'a.jsonl.zst', Buffer.concat(halves.map((half) => zstdCompressSync(half)))],
  ])('may consist of several parts of %s', async (_, name, bytes) => {
    desk.write(name, bytes)
    const { drafts, setAside, bytes: told } = await desk.read()
    expect(drafts).toHaveLength(3_000)
    expect(setAside).toEqual([])
    expect(told).toBe(bytes.length)
  })

  it.each([
    [
      'cut off',
      'a.jsonl.gz',
      gzipSync(halves.join('')).subarray(0, 9_000),
      'the compressed file is cut off: what came before is read',
    ],
    [
      'cut off',
      'a.jsonl.zst',
      zstdCompressSync(halves.join('')).subarray(0, -9),
      'the compressed file is cut off: what came before is read',
    ],
    [
      'damaged',
      'a.jsonl.zst',
      Buffer.from('rubbish'),
      'the compressed file is damaged: what came before is read',
    ],
    [
      'damaged',
      'a.txt.gz',
      Buffer.from('rubbish'),
      'the compressed file is damaged: what came before is read',
    ],
    [
      'compressed twice',
      'a.html.gz',
      gzipSync(gzipSync('x')),
      'compressed twice, or under a wrong name: unpack it first',
    ],
    [
      'larger than an article unpacked',
      'a.txt.zst',
      zstdCompressSync(Buffer.alloc(20 * 1024 * 1024, 'x')),
      'too long for one article: more than 16 MB unpacked',
    ],
  ])('that are %s are set aside (%s)', async (_, name, bytes, reason) => {
    desk.write(name, bytes)
    desk.write('z.txt', 'title: Good\n\nA good article.')
    const { drafts, setAside } = await desk.read()
    expect(drafts.at(-1)).toMatchObject({ title: 'Good' })
    expect(setAside.at(-1)).toContain(`${name}: ${reason}`)
  })

  it('that expand without end are read no further', async () => {
    const part = gzipSync(Buffer.alloc(32 * 1024 * 1024, '\n'))
    desk.write('a.jsonl.gz', Buffer.concat(Array.from({ length: 3 }, () => part)))
    expect((await desk.read()).setAside).toEqual([
      'a.jsonl.gz: expands more than 250-fold, as only a compression bomb does: what came before is read',
    ])
  })
})
