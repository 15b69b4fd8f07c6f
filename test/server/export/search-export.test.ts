import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import request from 'supertest'
import { readBibtex, readRis } from '../citations/read-references.ts'
import { download } from '../download.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import { readZip } from './read-zip.ts'

let site: TestSite
let ids: string[] = []

beforeAll(async () => {
  site = await openTestSite()
  ids = await site.add(
    // More than a page of results, and more than are read at once.
    ...Array.from({ length: 30 }, (_, at) => ({
      title: `Convoy ${at + 1}`,
      text: `The convoy reached Aden on day ${at + 1}.`,
      outlet: at % 2 === 0 ? 'The Harbour Post' : 'Coast Wire',
      published: `2016-04-${String(at + 1).padStart(2, '0')}`,
      places: ['Aden'],
      ...(at < 3 ? { family: 'first' } : {}),
    })),
    { title: 'Boats', text: 'Boats came =1+1.', published: '' },
  )
})

afterAll(() => site.close())

const formats = ['csv', 'ris', 'bib', 'csl.json', 'jsonl', 'html', 'zip'] as const

/** The ids of the articles of an export, by reading it as its format is read. */
const idsIn: Readonly<Record<(typeof formats)[number], (bytes: Buffer) => unknown>> = {
  csv: (bytes) => rowsOf(bytes).map(([, id]) => id),
  ris: (bytes) => readRis(bytes.toString()).map((record) => record['AN']?.[0]),
  bib: (bytes) => readBibtex(bytes.toString()).map(({ key }) => key.split('-').at(-1)),
  'csl.json': (bytes) => idsOf(JSON.parse(bytes.toString())),
  jsonl: (bytes) => idsOf(bytes.toString().split('\n').slice(0, -1).map(readJson)),
  html: (bytes) => bytes.toString().match(/(?<=\/article\/)\w+/g),
  zip: async (bytes) =>
    [...(await readZip(bytes)).keys()].flatMap(
      (path) => /texts\/\d+-(\w+)\.txt$/.exec(path)?.[1] ?? [],
    ),
}

const readJson = (line: string): unknown => JSON.parse(line)

function rowsOf(csv: Buffer): string[][] {
  return parse(csv, { bom: true, from: 2 })
}

function idsOf(list: unknown): unknown {
  return Array.isArray(list) ? list.map((each: { id?: unknown }) => each.id) : []
}

const get = (path: string) => download(site.app, path)

describe.each(formats)('the export as .%s', (format) => {
  it('has everything that the search finds, all pages of it, in the order of indexing', async () => {
    const { status, bytes } = await get(`/search.${format}?q=convoy&page=2&sort=newest`)
    expect(status).toBe(200)
    expect(await idsIn[format](bytes)).toEqual(ids.slice(0, 30))
  })

  it('has what all filters leave', async () => {
    const search =
      'q=convoy&outlet=coast-wire&place=aden&from=2016-04-05&to=2016-04-08&spelling=exact'
    const { bytes } = await get(`/search.${format}?${search}`)
    expect(await idsIn[format](bytes)).toEqual([ids[5], ids[7]])
  })

  it('has all members of a family', async () => {
    const { bytes } = await get(`/search.${format}?q=convoy&group=family&to=2016-04-04`)
    expect(await idsIn[format](bytes)).toEqual(ids.slice(0, 4))
  })

  it('can be of nothing', async () => {
    const { status, bytes } = await get(`/search.${format}?q=submarine`)
    expect(status).toBe(200)
    expect((await idsIn[format](bytes)) ?? []).toEqual([])
  })

  it('is a file that says what, when and how many', async () => {
    const { headers } = await get(`/search.${format}?q=convoy`)
    expect(headers['content-disposition']).toMatch(
      new RegExp(
        `^attachment; filename="dateline-convoy-\\d{4}-\\d\\d-\\d\\d-30-articles\\.${format}"; `,
      ),
    )
    expect(headers['dateline-articles']).toBe('30')
  })

  it('is refused where a part of the address cannot be read', async () => {
    const { status, headers, bytes } = await get(`/search.${format}?q=convoy&from=soon`)
    expect(status).toBe(400)
    expect(headers['content-disposition']).toBeUndefined()
    expect(bytes.toString()).toContain('Not a date.')
  })

  it('tells to HEAD what would come', async () => {
    const { status, headers } = await request(site.app).head(`/search.${format}?q=convoy`)
    expect(status).toBe(200)
    expect(headers['dateline-articles']).toBe('30')
    expect(headers['content-length']).toBeUndefined()
  })
})

describe('an export', () => {
  it('names articles by the address that the reader uses', async () => {
    const answer = await request(site.app).get('/search.csv?q=boats').set('Host', 'localhost:8080')
    expect(answer.text).toContain(`http://localhost:8080/article/${ids[30] ?? ''}`)
  })

  it('tells the evidence of each value in JSON lines', async () => {
    const [line = ''] = (await get('/search.jsonl?q=convoy')).bytes.toString().split('\n')
    expect(JSON.parse(line)).toMatchObject({
      id: ids[0],
      text: 'The convoy reached Aden on day 1.',
      facets: {
        places: [{ id: 'aden', name: 'Aden', evidence: [{ field: 'text', start: 19, end: 23 }] }],
      },
    })
  })

  it('marks in the report where the query matches', async () => {
    const { bytes } = await get('/search.html?q=boat')
    expect(bytes.toString()).toContain('<mark>Boats</mark> came =1+1.')
  })

  it('holds the originals where they are asked for', async () => {
    const { bytes } = await get('/search.zip?q=boats&originals=1')
    const original = [...(await readZip(bytes))].find(([path]) => path.includes('/originals/'))
    expect(original?.[0]).toMatch(/1-\w+\.json$/)
    expect(original?.[1].toString()).toContain('Boats came =1+1.')
  })

  it('tells the saved query that it came from, as long as it is the same search', async () => {
    const saved = site.store.savedQueries.add(0, {
      ...{ name: 'Arrivals', search: 'q=boats', seen: 0 },
      ...{ notes: 'For chapter two', tags: ['sea'] },
    })
    const queryIn = async (search: string) => {
      const files = await readZip((await get(`/search.zip?${search}`)).bytes)
      const [, content] = [...files].find(([path]) => path.endsWith('query.json')) ?? []
      const query: unknown = JSON.parse(String(content))
      return query
    }
    expect(await queryIn(`q=boats&saved=${saved.id}`)).toMatchObject({
      saved: { name: 'Arrivals', notes: 'For chapter two', tags: ['sea'] },
    })
    expect(await queryIn(`q=convoy&saved=${saved.id}`)).not.toHaveProperty('saved')
  })

  it('says why there is none while the engine does not answer', async () => {
    const broken = await openTestSite('broken')
    const { status, headers } = await download(broken.app, '/search.csv?q=convoy')
    await broken.close()
    expect(status).toBe(503)
    expect(headers['content-disposition']).toBeUndefined()
  })
})

describe('a collection', () => {
  let id = 0

  beforeAll(() => {
    id = site.store.collections.add(0, { name: 'Arrivals', notes: 'At night', shared: false })
    const collection = site.store.collections.own(0, id)
    const chosen = site.archive.getBySequence(5)
    if (!collection || !chosen) throw new Error('The collection cannot be filled.')
    const collected = [31, 5, 2].flatMap((sequence) => site.archive.getBySequence(sequence) ?? [])
    site.store.collected.add(
      collection,
      collected.map((each) => ({ ...each, article: each.id, content: '' })),
    )
    site.store.collected.mark(collection, chosen.id, 'relevant')
  })

  it.each(formats)('is exported as .%s, the oldest article first', async (format) => {
    const { status, bytes } = await get(`/collections/${id}.${format}`)
    expect(status).toBe(200)
    expect(await idsIn[format](bytes)).toEqual([ids[1], ids[4], ids[30]])
  })

  it('has its marks in the table', async () => {
    const rows = rowsOf((await get(`/collections/${id}.csv`)).bytes)
    expect(rows.map((row) => row.at(-2))).toEqual(['', 'relevant', ''])
  })

  it('is not found where it is not', async () => {
    expect((await get('/collections/999.csv')).status).toBe(404)
  })
})
