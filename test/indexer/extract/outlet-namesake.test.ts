import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function outletOf(outlet: string, url: string): string | undefined {
  const article = { title: 'Talks resume', text: 'They met.', outlet, url }
  return extractFacets(article, lists).facets.outlet[0]?.name
}

describe('an outlet with the name of a listed one', () => {
  it.each([
    ['Daily News', 'https://dailynews.co.tz/a', 'Daily News (Tanzania)'],
    ['Daily News', 'https://www.nydailynews.com/a', 'New York Daily News'],
    ['Daily News', '', 'New York Daily News'],
    ['Daily News', 'https://dailynews.co.nz/a', 'Daily News (dailynews.co.nz)'],
    ['The Guardian', 'https://www.theguardian.com/a', 'The Guardian'],
  ])('“%s” at %s is %s', (outlet, url, name) => {
    expect(outletOf(outlet, url)).toBe(name)
  })

  it('is the listed one on the site of another outlet, of whatever country', () => {
    expect(outletOf('Reuters', 'https://news.example.co.jp/a')).toBe('Reuters')
  })
})
