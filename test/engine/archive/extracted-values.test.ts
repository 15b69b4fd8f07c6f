import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { FacetValue } from '../../../engine/article.ts'
import { noFacets, openTestArchive, record, type TestArchive } from './test-archive.ts'

let desk: TestArchive
beforeEach(() => {
  desk = openTestArchive()
})
afterEach(() => {
  desk.remove()
})

const value = (id: string): FacetValue => ({
  ...{ id, name: id, evidence: [], rule: 'a test', broader: [] },
})

/** The values of each article in words. */
function inWords(): string[][] {
  const { values, articles } = desk.archive.extractedValues()
  return articles.map((found) =>
    found.map((number) => `${values[number]?.facet ?? ''} ${values[number]?.id ?? ''}`),
  )
}

describe('the values of an archive', () => {
  it('are those of each article, in the order in which they were first indexed', () => {
    const qom = { ...noFacets, people: [value('ali')], places: [value('qom')] }
    desk.commit(record({ text: 'First.', facets: qom }))
    desk.commit(record({ text: 'Second.' }))
    desk.commit(record({ text: 'Third.', facets: { ...noFacets, places: [value('qom')] } }))
    expect(inWords()).toEqual([['people ali', 'places qom'], [], ['places qom']])
    expect(desk.archive.extractedValues().values).toHaveLength(2)
  })

  it('are what extraction found, whatever was made of it since', () => {
    desk.commit(record({ text: 'A text.', facets: { ...noFacets, people: [value('ali')] } }))
    desk.archive.resolveAgain(desk.lease, [1], () => noFacets)
    expect(desk.archive.get(desk.archive.getBySequence(1)?.id ?? '')?.facets.people).toEqual([])
    expect(inWords()).toEqual([['people ali']])
  })

  it('are none in an empty archive', () => {
    expect(desk.archive.extractedValues()).toEqual({ values: [], articles: [] })
  })
})
