import { describe, expect, it } from '@jest/globals'
import { splitAuthors, webAddress } from '../../../indexer/read/draft.ts'

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
