import { describe, expect, it } from '@jest/globals'
import type { FacetValue } from '../../../engine/article.ts'
import { documentOf } from '../../../engine/meilisearch/documents.ts'
import { storedArticle } from './stored-article.ts'

const value = (id: string, ...broader: readonly string[]): FacetValue => ({
  id,
  name: id,
  evidence: [],
  rule: 'made up',
  broader: broader.map((above) => ({ id: above, name: above })),
})

const article = storedArticle({
  id: '0123456789abc',
  sequence: 7,
  title: 'S-300 fired',
  text: 'Fire, fire! The S‑300 fired.',
  published: '2016-04',
  language: 'en-GB',
  family: 'a1b2',
  facets: {
    people: [value('zoe'), value('ali'), value('zoe')],
    places: [],
    weapons: [value('s-300pmu-2', 's-300', 'surface-to-air-missile')],
    outlet: [value('sample-courier')],
    cites: [],
  },
})

const none = 'z5bznonez5dz'

describe('documentOf', () => {
  it('holds terms, pairs of neighbours, forms, values, days and periods, and nothing to read', () => {
    expect(documentOf(article)).toEqual({
      id: '0123456789abc',
      sequence: 7,
      first: Date.UTC(2016, 3, 1) / 86_400_000,
      last: Date.UTC(2016, 3, 30) / 86_400_000,
      year: '2016',
      month: '2016-04',
      language: ['en', 'en-gb'],
      family: 'a1b2',
      people: ['zzoe', 'ali'],
      places: [none],
      weapons: ['s-300pmu-2', 's-300', 'surface-to-air-missile'],
      outlet: ['sample-courier'],
      cites: [none],
      every: 'zh',
      title: 'sz2dz300 fire',
      titleWords: ['sz2dz300', 'fire'],
      titlePairs: ['sz2dz300 fire'],
      titleForms: ['fire-fired'],
      text: 'fire the sz2dz300',
      textWords: ['fire', 'the', 'sz2dz300'],
      textPairs: ['fire fire', 'fire the', 'the sz2dz300', 'sz2dz300 fire'],
      textForms: ['fire-fired', 'fire'],
    })
  })

  it.each([
    ['', []],
    ['2016', ['year']],
    ['2016-04', ['year', 'month']],
    ['2016-04-11', ['year', 'month', 'day']],
  ])('names the periods that are known of the date %j', (published, known) => {
    const document = documentOf({ ...article, published })
    expect(Object.keys(document).filter((name) => /year|month|day/.test(name))).toEqual(known)
  })

  it('leaves out the family and the language that are not known', () => {
    const document = documentOf({ ...article, family: '', language: '' })
    expect(document).not.toHaveProperty('family')
    expect(document.language).toEqual([])
  })
})
