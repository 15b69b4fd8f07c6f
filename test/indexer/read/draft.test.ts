import { describe, expect, it } from '@jest/globals'
import { splitAuthors, splitHeadline, webAddress } from '../../../indexer/read/draft.ts'

describe('splitting a byline', () => {
  it.each([
    ['By Ann Lee, Bo Ek and Cy Ray', ['Ann Lee', 'Bo Ek', 'Cy Ray']],
    ['Ann Lee; Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['Sam Hill, Jr., Ann Lee', ['Sam Hill, Jr.', 'Ann Lee']],
    ['Sandy Anders', ['Sandy Anders']],
    ['', []],
  ])('of %j gives %j', (byline, authors) => {
    expect(splitAuthors(byline)).toEqual(authors)
  })
})

describe('a byline full of spaces', () => {
  it('is read all the same, and at once', () => {
    expect(splitAuthors(`Ann Lee${' '.repeat(1_500)}and Bo Ek`)).toEqual(['Ann Lee', 'Bo Ek'])
    expect(splitAuthors(`Ann Lee${' '.repeat(1_000_000)}Bo Ek`)).toEqual(['Ann Lee'])
  })
})

describe('the headline of a text without a title', () => {
  it('is the first line', () => {
    expect(splitHeadline('\nTalks resume\n\nThey met.')).toEqual({
      title: 'Talks resume',
      text: 'They met.',
    })
  })

  it('is the beginning of a first line that is a whole paragraph, which stays in the text', () => {
    const paragraph = 'The delegation arrived early. '.repeat(20).trim()
    const { title, text } = splitHeadline(paragraph)
    expect(title.length).toBeLessThan(130)
    expect(paragraph.startsWith(title.replace(' …', ''))).toBe(true)
    expect(text).toBe(paragraph)
  })
})

describe('an address', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//paper.example/a',
    'paper.example',
    'http://',
  ])('is unknown for %j', (url) => {
    expect(webAddress(url)).toBe('')
  })

  it('stays as it is given', () => {
    expect(webAddress(' https://paper.example/a?b=1#c ')).toBe('https://paper.example/a?b=1#c')
  })
})
