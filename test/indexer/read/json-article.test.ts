import { describe, expect, it } from '@jest/globals'
import { readJsonArticle } from '../../../indexer/read/json-article.ts'

const read = (fields: unknown) => readJsonArticle(Buffer.from(JSON.stringify(fields)))

describe('an article in a line of JSON', () => {
  it('has every field that the line gives', () => {
    const line = {
      id: 'a7',
      url: 'https://paper.example/a',
      title: 'Talks resume',
      outlet: 'The Sample Gazette',
      published: '2016-04-27',
      authors: ['Ann Lee', 'Bo Ek'],
      text: 'They met.',
      section: 'world',
    }
    expect(read(line)).toEqual({
      givenId: 'a7',
      url: 'https://paper.example/a',
      title: 'Talks resume',
      outlet: 'The Sample Gazette',
      published: ['2016-04-27'],
      authors: ['Ann Lee', 'Bo Ek'],
      text: 'They met.',
      language: '',
    })
  })

  it('needs a text only; cleaning looks for the headline in it', () => {
    expect(read({ text: 'They met.\nThey left.' })).toMatchObject({
      title: '',
      text: 'They met.\nThey left.',
      givenId: '',
      published: [],
    })
  })

  it('takes a number for an id, authors in one string, and null for missing', () => {
    expect(
      read({
        id: 7,
        title: null,
        authors: 'Ann Lee and Bo Ek',
        published: null,
        text: 'They met.',
      }),
    ).toMatchObject({
      givenId: '7',
      authors: ['Ann Lee', 'Bo Ek'],
      title: '',
    })
  })

  it.each([
    ['seconds', { published: 1461751200 }],
    ['milliseconds', { published: 1461751200000 }],
    ['seconds in a text', { published: '1461751200' }],
    ['seconds under another usual name', { timestamp: 1461751200 }],
  ])('may have its date as %s since 1970', (_unit, fields) => {
    expect(read({ text: 'They met.', ...fields }).published).toEqual(['2016-04-27T10:00:00.000Z'])
  })

  it.each([7, 1e30, -5])('is no worse for the number %d in the place of its date', (published) => {
    expect(read({ text: 'They met.', published }).published).toEqual([String(published)])
  })

  it.each([
    [{ title: 'Talks' }, 'no text'],
    [{ text: ' \n ' }, 'no text'],
    [{ text: ['They', 'met.'] }, '"text" is an array, but must be text'],
    [{ text: 'They met.', title: 5 }, '"title" is a number, but must be text'],
    [
      { text: 'They met.', authors: [{ name: 'Ann Lee' }] },
      '"authors" is an array, but must be text or an array of texts',
    ],
    [{ text: 'They met.', id: { $oid: '7' } }, '"id" is an object, but must be text or a number'],
    [['They met.'], 'not an article but an array'],
    [null, 'not an article but null'],
  ])('is set aside when it is %j: %s', (line, reason) => {
    expect(() => read(line)).toThrow(reason)
  })

  it.each([
    ['{"text": "They m', 'not valid JSON (the line seems cut off)'],
    ['{text: They met.}', 'not valid JSON'],
  ])('is set aside when it is %j', (line, reason) => {
    expect(() => readJsonArticle(Buffer.from(line))).toThrow(reason)
  })

  it('is set aside when it is not UTF-8', () => {
    const line = Buffer.concat([
      Buffer.from('{"text":"Z'),
      Buffer.from([0xfc]),
      Buffer.from('rich"}'),
    ])
    expect(() => readJsonArticle(line)).toThrow('not UTF-8')
  })
})
