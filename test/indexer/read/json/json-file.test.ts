import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { gzipSync } from 'node:zlib'
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

async function textsOf(content: string): Promise<string[]> {
  desk.write('a.json', content)
  return (await desk.read()).drafts.map(({ text }) => text)
}

describe('a .json file', () => {
  it.each([
    ['one article', '{"title":"Talks","text":"They met.","tags":[{"name":"x"}]}', ['They met.']],
    ['an array', ' [ {"text":"A, [b] \\" c."} , {"text":"D."}, ]', ['A, [b] " c.', 'D.']],
    ['an empty array', '[]', []],
    [
      'an object with articles',
      '{"title":"Export","articles":[{"text":"A."},{"text":"B."}]}',
      ['A.', 'B.'],
    ],
    [
      'what an interface answers',
      '{"response":{"total":1,"docs":[{"headline":"A","body":"B."}]}}',
      ['B.'],
    ],
    [
      'several arrays, one of them of a usual name',
      '{"facets":[{"n":1}],"items":[{"text":"A."}]}',
      ['A.'],
    ],
  ])('may be %s', async (_, content, texts) => {
    expect(await textsOf(content)).toEqual(texts)
  })

  it('counts the articles of an array, and keeps each as it stands', async () => {
    desk.write('a.json', '[{"text":"A."}, {"text": "B."}]')
    const { records } = await desk.read()
    expect(records.map(({ line, bytes }) => [line, Buffer.from(bytes).toString()])).toEqual([
      [1, '{"text":"A."}'],
      [2, '{"text": "B."}'],
    ])
  })

  it('knows fields by other usual names', async () => {
    desk.write(
      'a.json',
      '[{"headline":"Talks","body":"They met.","source":{"name":"The Sample Gazette"},"pubDate":"2016-04-27","link":"https://gazette.example/a","lang":"en"}]',
    )
    expect((await desk.read()).drafts).toEqual([
      {
        title: 'Talks',
        text: 'They met.',
        outlet: 'The Sample Gazette',
        published: ['2016-04-27'],
        url: 'https://gazette.example/a',
        authors: [],
        language: 'en',
        givenId: '',
      },
    ])
  })

  it('gives what came before its end was lost', async () => {
    desk.write('a.json', '[{"text":"A."},{"text":"B')
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ text }) => text)).toEqual(['A.'])
    expect(setAside).toEqual([
      'a.json: the file is cut off or broken: the array does not end; what came before is read',
    ])
  })

  it('gives what is whole beside what is broken', async () => {
    desk.write('a.json', '[{"text":"A."},{text:"B."},{"text":"C."}]')
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ text }) => text)).toEqual(['A.', 'C.'])
    expect(setAside).toEqual(['a.json#2: not valid JSON'])
  })

  it('says which arrays there are where it is unclear', async () => {
    desk.write('a.json', '{"left":[{"text":"A."}],"right":[{"text":"B."}]}')
    expect((await desk.read()).setAside).toEqual([
      'a.json: which array holds the articles is unclear: left, right; save it in a file of its own',
    ])
  })

  it('may be longer than an article may be', async () => {
    const text = 'x'.repeat(1024 * 1024)
    const articles = Array.from({ length: 20 }, (_, id) => JSON.stringify({ id, text }))
    desk.write('a.json.gz', gzipSync(`{"items":[${articles.join(',')}]}`, { level: 1 }))
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ givenId }) => givenId)).toEqual(articles.map((_, id) => String(id)))
    expect(setAside).toEqual([])
  })

  it('passes over an article that is too long and goes on', async () => {
    desk.write('a.json', `[{"text":"${'x'.repeat(17 * 1024 * 1024)}"},{"text":"B."}]`)
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ text }) => text)).toEqual(['B.'])
    expect(setAside).toEqual(['a.json#1: too long for one article: 17 MB, at most 16 MB are read'])
  })

  it('refuses what is nested without end', async () => {
    const deep = 1024 * 1024
    desk.write('a.json', `{"text":"A.","x":${'['.repeat(deep)}${']'.repeat(deep)}}`)
    expect((await desk.read()).setAside).toEqual([
      'a.json: not an article: nested more than 1000 deep',
    ])
  })

  it('may be a JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Sample Gazette',
      items: [
        {
          id: '7',
          url: 'https://gazette.example/7',
          title: 'Talks',
          content_text: 'They met in the morning.',
        },
      ],
    }
    const [draft] = (desk.write('a.json', JSON.stringify(feed)), await desk.read()).drafts
    expect(draft).toMatchObject({
      title: 'Talks',
      outlet: 'The Sample Gazette',
      text: 'They met in the morning.',
    })
  })
})
