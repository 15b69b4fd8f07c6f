import { describe, expect, it } from '@jest/globals'
import type { DatingInput } from '../../../indexer/dates/dating-input.ts'
import { datePublication } from '../../../indexer/dates/published.ts'

const today = '2024-03-10'
const nothing: DatingInput = {
  published: [],
  dateline: '',
  url: '',
  text: 'Talks resumed.',
  language: '',
  removed: [],
}
const cut = (step: string, text: string) => ({
  removed: [{ step, text, start: 0, end: text.length }],
})
const date = (input: Partial<DatingInput>) => {
  const { published, dating } = datePublication({ ...nothing, ...input }, today)
  return [published, dating.from, dating.sureness].join(' ').trim()
}
const unknown = 'unknown guessed'

describe('the date of publication', () => {
  it.each(['2024-03-12', '2025', '2024-04', '1599-12-31', '0001-01-01', 'today', '2 hours ago'])(
    'is not taken from %j, seen on 2024-03-10',
    (printed) => {
      expect(date({ published: [printed] })).toBe(unknown)
    },
  )

  it.each(['2024-03-11', '2024-03', '2024', '1600-01-01'])(
    'may be %s, seen on 2024-03-10',
    (printed) => {
      expect(date({ published: [printed] })).toBe(`${printed} metadata likely`)
    },
  )

  it('is the first candidate that is a date', () => {
    const published = ['today', '2030-01-01', '27 April 2016', '2015-01-01']
    expect(date({ published })).toBe('2016-04-27 metadata likely')
  })

  it('is unknown where nothing tells it, whatever day it is', () => {
    expect(date({})).toBe(unknown)
  })

  it.each([
    ['https://paper.example/world/2016/04/27/talks.html', '2016-04-27'],
    ['https://paper.example/2016-04-27-talks', '2016-04-27'],
    ['https://paper.example/2016/apr/27/talks', '2016-04-27'],
    ['https://paper.example/2016/0427/talks', '2016-04-27'],
    ['https://paper.example/world/talks-20160427.html', '2016-04-27'],
    ['https://paper.example/world/2016/04/talks', '2016-04'],
    ['https://paper.example/2017/february/9th-circuit-rules', '2017-02'],
    ['https://paper.example/2016/talks', '2016'],
  ])('is read in the address %s', (url, published) => {
    expect(date({ url })).toBe(`${published} address likely`)
  })

  it.each([
    'https://paper.example/uploads/2016/04/talks.html',
    'https://paper.example/9999/99/99/x',
    'https://paper.example/?d=2016/04/27',
    'https://paper.example/stories/1012/82962.html',
    'https://paper.example/talks-201604271234',
  ])('is not guessed from the address %s', (url) => {
    expect(date({ url })).toBe(unknown)
  })
})

describe('metadata and an address that both name a date', () => {
  const url = 'https://paper.example/2016/04/27/talks'

  it.each(['2016-04-27', '2016-04-28', '2016-04-26', '2016-04-30'])(
    'confirm each other where the metadata says %s',
    (published) => {
      expect(date({ url, published: [published] })).toBe(`${published} metadata sure`)
    },
  )

  it.each(['2023-08-01', '2016-06-01', '2010-01-01'])(
    'leave it to the address where the metadata says %s',
    (published) => {
      expect(date({ url, published: [published] })).toBe('2016-04-27 address likely')
    },
  )

  it('prefer the candidate that the address confirms', () => {
    expect(date({ url, published: ['2023-08-01', '2016-04-28'] })).toBe('2016-04-28 metadata sure')
  })

  it('settle which number is the month', () => {
    const june = 'https://paper.example/2016/06/05/talks'
    expect(date({ url: june, published: ['5/6/2016'] })).toBe('2016-06-05 metadata sure')
  })

  it('take the day from the metadata where the address has a folder of the month', () => {
    const folder = 'https://paper.example/2016/04/talks'
    expect(date({ url: folder, published: ['2016-04-12'] })).toBe('2016-04-12 metadata sure')
    expect(date({ url: folder, published: ['2016-03-12'] })).toBe('2016-03-12 metadata likely')
    expect(date({ url: folder, published: ['2023-08-01'] })).toBe('2016-04 address likely')
  })

  it('take the day from the address where the metadata names the year', () => {
    expect(date({ url, published: ['2016'] })).toBe('2016-04-27 address likely')
  })
})

describe('a date with two readings', () => {
  it.each([
    ['', '', '2016-03-04'],
    ['en', '', '2016-03-04'],
    ['en-US', 'https://paper.co.uk/talks', '2016-03-04'],
    ['en-GB', '', '2016-04-03'],
    ['fr', '', '2016-04-03'],
    ['en', 'https://paper.co.uk/talks', '2016-04-03'],
  ])('in language "%s" at "%s" is %s, a guess', (language, url, published) => {
    expect(date({ language, url, published: ['3/4/2016'] })).toBe(`${published} metadata guessed`)
  })

  it('is no guess where only one of them is a day', () => {
    expect(date({ published: ['27/4/2016'] })).toBe('2016-04-27 metadata likely')
  })

  it('is settled by a dateline', () => {
    const dateline = 'VIENNA, April 3 (ABC)'
    expect(date({ dateline, published: ['3/4/2016'] })).toBe('2016-04-03 metadata sure')
  })
})

describe('dateline and byline', () => {
  const dateline = 'WASHINGTON, April 27 (UPI)'

  it('make metadata sure that agree with them', () => {
    expect(date({ dateline, published: ['2016-04-28'] })).toBe('2016-04-28 metadata sure')
    expect(date({ ...cut('date line', 'April 28, 2016'), published: ['2016-04-28'] })).toBe(
      '2016-04-28 metadata sure',
    )
  })

  it('take the year that is nearest: the last day of one, reported on the first of the next', () => {
    expect(date({ dateline: 'VIENNA, Dec. 31', published: ['2016-01-01'] })).toBe(
      '2016-01-01 metadata sure',
    )
  })

  it('add the day to the month of the address', () => {
    const url = 'https://paper.example/2016/04/talks'
    expect(date({ dateline, url })).toBe('2016-04-27 dateline likely')
  })

  it('are believed where the metadata is of a later copy', () => {
    const input = { ...cut('date line', 'Published April 27, 2016'), published: ['2023-08-01'] }
    expect(date(input)).toBe('2016-04-27 byline likely')
  })

  it.each([
    [{ url: 'https://paper.example/uploads/2016/x.html' }, '2016-04-27 dateline guessed'],
    [cut('copyright', '© 2016 Example Press'), '2016-04-27 dateline guessed'],
    [{ text: 'Sanctions of 2012 were lifted in 2016.' }, '2016-04-27 dateline guessed'],
    [{ text: 'Talks resumed.' }, unknown],
  ])('have their year from elsewhere: %j', (input, published) => {
    expect(date({ dateline, ...input })).toBe(published)
  })

  it('date an article alone, but not by an update', () => {
    expect(date({ ...cut('date line', '27 April 2016, 10:15') })).toBe('2016-04-27 byline likely')
    expect(date(cut('byline', 'By Ann Lee | 27 April 2016'))).toBe('2016-04-27 byline likely')
    expect(date({ ...cut('date line', 'Updated 27 April 2016') })).toBe(unknown)
    expect(date({ dateline: 'VIENNA, April 27, 2016 (ABC)' })).toBe('2016-04-27 dateline likely')
  })
})

describe('a date in the text', () => {
  it.each([
    'Published: April 12, 2016. Talks resume.',
    'Posted on 12 April 2016\nTalks resume.',
    'Talks resume.\nFirst published on Tuesday, April 12, 2016 at 10:15',
  ])('dates an article where it says that it is its own: %j', (text) => {
    expect(date({ text })).toBe('2016-04-12 text guessed')
  })

  it.each([
    'Talks began on April 12, 2016.',
    'In this Tuesday, April 12, 2016 file photo, a ship leaves.',
    'The strike began on Tuesday, April 12, 2016, at the port.',
    'The minister said on Tuesday, April 12, 2016, that talks resume.',
    'The first issue of The Quay was published on Jan. 14, 1920.',
    'A survey published on March 3, 2009, had found the bridge unsafe.',
    'Published on March 3, 2009, the survey had found the bridge unsafe.',
    'The ferry disaster\nDate April 12, 2016\nLocation Eastport',
    `${'Talks resumed. '.repeat(60)}\nPublished: April 12, 2016.`,
  ])('is an event where it is %j', (text) => {
    expect(date({ text })).toBe(unknown)
  })
})
