import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { openTestSite, type TestSite } from '../../server/test-site.ts'

let site: TestSite

beforeAll(async () => {
  site = await openTestSite()
  await site.add(
    { title: 'One', text: 'Kiev waits.', places: ['Kyiv (Kiev) < Ukraine'] },
    { title: 'Two', text: 'Kyiv waits.', places: ['Kyiv < Ukraine'] },
    { title: 'Three', text: 'Kyiv again.', places: ['Kyiv < Ukraine'] },
  )
})
afterAll(() => site.close())

describe('spellings', () => {
  it('counts the articles that write a value so, the most frequent spelling first', () => {
    expect(site.archive.spellings('places', 'kyiv')).toEqual([
      { spelling: 'Kyiv', articles: 2 },
      { spelling: 'Kiev', articles: 1 },
    ])
  })

  it('has none for a value that stands only above others', () => {
    expect(site.archive.spellings('places', 'ukraine')).toEqual([])
  })
})

describe('formerIds', () => {
  it('lists what was joined with a value, in the same facet', () => {
    const lease = acquireLease(site.dataDir, 'a test')
    site.archive.setNaming(
      lease,
      [],
      [
        { facet: 'places', id: 'kiev-city', into: 'kyiv' },
        { facet: 'places', id: 'kiev', into: 'kyiv' },
        { facet: 'people', id: 'kiev', into: 'k-iev' },
      ],
    )
    lease.release()
    expect(site.archive.formerIds('places', 'kyiv')).toEqual(['kiev', 'kiev-city'])
    expect(site.archive.formerIds('places', 'ukraine')).toEqual([])
  })
})
