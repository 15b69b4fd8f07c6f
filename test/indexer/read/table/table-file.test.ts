import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
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

describe('a table', () => {
  it('names its columns in the first row', async () => {
    desk.write(
      'a.csv',
      'id,Headline,Body,Source,Published At,Link,Byline,lang\r\n' +
        '7,Talks resume,"They met, and\r\nsaid ""no"".",The Sample Gazette,27 April 2016,https://gazette.example/a,By Ann Lee and Bo Ek,en\r\n',
    )
    expect((await desk.read()).drafts).toEqual([
      {
        givenId: '7',
        title: 'Talks resume',
        text: 'They met, and\r\nsaid "no".',
        outlet: 'The Sample Gazette',
        published: ['27 April 2016'],
        url: 'https://gazette.example/a',
        authors: ['Ann Lee', 'Bo Ek'],
        language: 'en',
      },
    ])
  })

  it.each([
    ['commas', 'a.csv', 'title,text\nTalks,They met.\n'],
    ['semicolons', 'a.csv', 'title;text\nTalks;They met.\n'],
    ['bars', 'a.csv', 'title|text\nTalks|They met.\n'],
    ['tabs', 'a.tsv', 'title\ttext\nTalks\tThey met.\n'],
  ])('may separate its cells by %s', async (_, name, content) => {
    desk.write(name, content)
    expect((await desk.read()).drafts).toMatchObject([{ title: 'Talks', text: 'They met.' }])
  })

  it('may be in UTF-16, as office programs save it', async () => {
    desk.write('a.tsv', Buffer.from('\ufefftitle\ttext\nZürich\tThey met.\n', 'utf16le'))
    expect((await desk.read()).drafts).toMatchObject([{ title: 'Zürich', text: 'They met.' }])
  })

  it('keeps as the original of an article its row below the names of the columns', async () => {
    desk.write('a.csv', 'title,text\nOne,A.\nTwo,"B\nC"\nThree,D.\n')
    const { records } = await desk.read()
    expect(records.map(({ line, bytes }) => [line, Buffer.from(bytes).toString()])).toEqual([
      [2, 'title,text\nOne,A.'],
      [3, 'title,text\nTwo,"B\nC"'],
      [5, 'title,text\nThree,D.'],
    ])
  })

  it('sets rows of too many or too few cells aside, with their lines', async () => {
    desk.write('a.csv', 'title,text\nOne,"A\nB"\nTwo,a,b\nThree\nFour,D.\n')
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toEqual(['One', 'Four'])
    expect(setAside.map((line) => line.split(':')[0])).toEqual(['a.csv#4', 'a.csv#5'])
    expect(setAside[0]).toContain('3 cells, but the first row has 2')
  })

  it('goes on below a quotation mark that is never closed', async () => {
    desk.write('a.csv', 'title,text\nOne,"A.\nTwo,B.\nThree,C.\n')
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toEqual(['Two', 'Three'])
    expect(setAside).toEqual(['a.csv#2: a quotation mark is never closed: the row is left out'])
  })

  it('takes a quotation mark within a cell for a letter', async () => {
    desk.write('a.csv', 'title,text\nThe 5" gun,It is 5" wide.\nTwo,B.\n')
    expect((await desk.read()).drafts).toMatchObject([
      { title: 'The 5" gun', text: 'It is 5" wide.' },
      { title: 'Two' },
    ])
  })

  it('without a text says which columns it has and what to write', async () => {
    desk.write('a.csv', 'Kopf,Inhalt\nTalks,They met.\n')
    expect((await desk.read()).setAside).toEqual([
      'a.csv: no column holds the text; its columns are Kopf, Inhalt. Say which one with --columns text=NAME, and others likewise: title=NAME,published=NAME',
    ])
  })

  it('is read by the columns that were asked for', async () => {
    desk.write('a.csv', 'Kopf,Inhalt,text\nTalks,They met.,x\n')
    const columns = new Map([
      ['title', 'Kopf'],
      ['text', 'inhalt'],
    ])
    expect((await desk.read(undefined, { columns })).drafts).toMatchObject([
      { title: 'Talks', text: 'They met.' },
    ])
  })

  it('refuses a column that was asked for and is not there', async () => {
    desk.write('a.csv', 'title,text\nTalks,They met.\n')
    const columns = new Map([['outlet', 'Blatt']])
    expect((await desk.read(undefined, { columns })).setAside).toEqual([
      'a.csv: no column Blatt, which --columns asks for; its columns are title, text',
    ])
  })

  it.each([
    ['empty', '', 'no text: the table is empty'],
    ['binary', Buffer.from([0, 1, 2, 0, 255, 254, 7, 0]), 'binary, not a table'],
    ['ten million columns wide', ','.repeat(10_000_000), 'more than 10,000 columns'],
  ])('that is %s is set aside', async (_, content, reason) => {
    desk.write('a.csv', content)
    const { drafts, setAside } = await desk.read()
    expect(drafts).toEqual([])
    expect(setAside).toEqual([`a.csv: ${reason}`])
  })

  it('passes over a row that is too long', async () => {
    desk.write('a.csv', `title,text\nLong,"${'x\n'.repeat(9 * 1024 * 1024)}"\nTwo,B.\n`)
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toEqual(['Two'])
    expect(setAside).toEqual(['a.csv#2: too long for one article: 18 MB, at most 16 MB are read'])
  })
})
