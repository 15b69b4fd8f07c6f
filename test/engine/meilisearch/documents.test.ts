import { describe, expect, it } from '@jest/globals'
import type { StoredArticle } from '../../../engine/article.ts'
import { documentOf } from '../../../engine/meilisearch/documents.ts'

const value = (id: string) => ({ id, name: id, evidence: [], rule: 'made up' })

const article: StoredArticle = {
  id: '0123456789abc',
  sequence: 7,
  firstIndexed: '2024-01-01T00:00:00.000Z',
  title: 'S-300 fired',
  text: 'Fire, fire! The S‑300 fired.',
  outlet: 'Sample Courier',
  published: '2016-04',
  url: '',
  authors: [],
  language: 'en',
  facets: {
    people: [value('zoe'), value('ali'), value('zoe')],
    places: [],
    weapons: [value('s-300')],
    outlet: [value('sample-courier')],
    cites: [],
  },
  origin: 'made-up.txt',
  originalHash: '',
  sample: false,
  family: '',
  datesMentioned: [],
}

describe('documentOf', () => {
  it('holds terms, pairs of neighbours, values, days and month, and nothing to read', () => {
    expect(documentOf(article)).toEqual({
      id: '0123456789abc',
      sequence: 7,
      first: Date.UTC(2016, 3, 1) / 86_400_000,
      last: Date.UTC(2016, 3, 30) / 86_400_000,
      month: '2016-04',
      people: ['zzoe', 'ali'],
      places: [],
      weapons: ['s-300'],
      outlet: ['sample-courier'],
      cites: [],
      title: 'sz2dz300 fire',
      titleWords: ['sz2dz300', 'fire'],
      titlePairs: ['sz2dz300 fire'],
      text: 'fire the sz2dz300',
      textWords: ['fire', 'the', 'sz2dz300'],
      textPairs: ['fire fire', 'fire the', 'the sz2dz300', 'sz2dz300 fire'],
    })
  })

  it('leaves the month out when only the year is known, and all dates when none is', () => {
    expect(documentOf({ ...article, published: '2016' })).not.toHaveProperty('month')
    const undated = documentOf({ ...article, published: '' })
    expect([undated.first, undated.last, undated.month]).toEqual([undefined, undefined, undefined])
  })
})
