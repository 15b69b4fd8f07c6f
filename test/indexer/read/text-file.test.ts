import { describe, expect, it } from '@jest/globals'
import { readText } from '../../../indexer/read/text-file.ts'

const read = (text: string) => readText(Buffer.from(text))

describe('a text file', () => {
  it('has no title of its own: its headline is part of the text', () => {
    expect(read('Talks resume\n\nThey met.\nThey left.\n')).toMatchObject({
      title: '',
      text: 'Talks resume\n\nThey met.\nThey left.',
    })
  })

  it('may be a single paragraph', () => {
    const text = 'The delegation arrived early. '.repeat(20).trim()
    expect(read(text)).toMatchObject({ title: '', text })
  })

  it('may say what it is on top', () => {
    const text =
      'outlet: The Sample Gazette\npublished: 27 April 2016\nurl: https://paper.example/a\nAuthors: Ann Lee, Bo Ek\n\nTalks resume\nThey met.'
    expect(read(text)).toMatchObject({
      title: '',
      text: 'Talks resume\nThey met.',
      outlet: 'The Sample Gazette',
      published: ['27 April 2016'],
      url: 'https://paper.example/a',
      authors: ['Ann Lee', 'Bo Ek'],
    })
  })

  it('is read at once when its top is full of spaces', () => {
    const text = `authors: Ann${' '.repeat(500_000)}Lee\n\nTalks resume\nThey met.`
    expect(read(text)).toMatchObject({ text: 'Talks resume\nThey met.', authors: ['Ann'] })
  })

  it('takes the title from the top when it stands there', () => {
    expect(read('title: Talks resume\r\n\r\nThey met.\r\nThey left.')).toMatchObject({
      title: 'Talks resume',
      text: 'They met.\r\nThey left.',
    })
  })

  it('is no header when no empty line ends it', () => {
    expect(read('Title: a word with a history\nIt comes from Latin.')).toMatchObject({
      title: '',
      text: 'Title: a word with a history\nIt comes from Latin.',
    })
  })

  it.each([
    ['', 'the file is empty'],
    [' \n\n ', 'the file is empty'],
    ['Only a headline', 'nothing follows the headline'],
    ['title: Only a headline\n\n', 'nothing follows the headline'],
  ])('is set aside when it is %j: %s', (text, reason) => {
    expect(() => read(text)).toThrow(reason)
  })
})
