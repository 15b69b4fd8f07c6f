import { describe, expect, it } from '@jest/globals'
import { fromUrl } from '../../../server/search-state.ts'
import {
  describeConditions,
  nameSearch,
  suggestName,
} from '../../../server/view-models/describe-search.ts'

const nameOf = (_: string, id: string) =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
const conditions = (url: string) => describeConditions(fromUrl(url).state, nameOf).join('; ')

describe('the conditions of a search', () => {
  it.each([
    ['', ''],
    ['person=ann-lee', 'person: Ann Lee'],
    ['person=ann-lee&person=bo-ray', 'people: Ann Lee or Bo Ray'],
    ['person=ann-lee&person=bo-ray&person.match=all', 'people: Ann Lee and Bo Ray (all)'],
    ['-place=northland&-place=southland', 'not places: Northland or Southland'],
    ['outlet=gazette&spelling=exact', 'outlet: Gazette; exact spelling'],
    ['from=2016-04&to=2016-04', 'published April 2016'],
    ['from=2015&to=2016-04', 'published 2015 to April 2016'],
    ['to=2016', 'published until 2016'],
    ['q=port&sort=newest', 'newest first'],
    ['sort=newest', ''],
    ['sort=oldest&group=family', 'near-duplicates folded; oldest first'],
  ])('of %j are %j', (url, said) => {
    expect(conditions(url)).toBe(said)
  })
})

describe('the name of a search', () => {
  const name = (url: string, most: number) => nameSearch(fromUrl(url).state, nameOf, most)

  it('ends with the last part that has room', () => {
    const url = 'q=port&person=ann-lee&person=bo-ray&person.match=all&spelling=exact'
    expect(name(url, 100)).toBe('port, people: Ann Lee and Bo Ray (all), exact spelling')
    expect(name(url, 50)).toBe('port, people: Ann Lee and Bo Ray (all)')
  })

  it('is cut at a word where the query alone is too long', () => {
    expect(name('q=boats+and+harbours', 12)).toBe('boats and…')
    expect(name('q=boatsandharbours', 12)).toBe('boatsandhar…')
  })

  it('of no condition is that of all articles', () => {
    expect(name('', 100)).toBe('All articles')
  })
})

describe('the name to keep a search under', () => {
  it.each([
    ['', 'All articles'],
    ['q=port&spelling=exact&sort=oldest&group=family', 'port'],
    ['q=port&person=ann-lee&place=northland&from=2016&to=2016', 'port, Ann Lee, Northland, 2016'],
    ['person=ann-lee&-outlet=gazette&from=[none]', 'Ann Lee, without a date'],
    ['-outlet=gazette', 'not outlet: Gazette'],
    [`q=${'harbour+'.repeat(9)}`, `${'harbour '.repeat(6)}harbour…`],
  ])('of %j is %j', (url, name) => {
    expect(suggestName(fromUrl(url).state, nameOf)).toBe(name)
  })
})
