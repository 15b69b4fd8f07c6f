import { describe, expect, it } from '@jest/globals'
import type { FacetValue } from '../../../engine/article.ts'
import { boundFacets } from '../../../indexer/extract/bound-facets.ts'

const named = (name: string, places: number): FacetValue => ({
  id: name,
  name,
  evidence: Array.from({ length: places }, (_, at) => ({ field: 'text', start: at, end: at + 1 })),
  rule: 'listed',
  broader: [],
})
const none = { people: [], places: [], weapons: [], outlet: [], cites: [] }
const counts = (values: readonly FacetValue[]) => values.map(({ evidence }) => evidence.length)

describe('the facets of a very long article', () => {
  it('keep the first places of what is named very often, and all of what is not', () => {
    const facets = { ...none, cites: [named('a', 90_000)], people: [named('b', 30), named('c', 1)] }
    const { cites, people } = boundFacets(facets)
    expect(counts(cites)).toEqual([10_000])
    expect(cites[0]?.evidence[9]).toEqual({ field: 'text', start: 9, end: 10 })
    expect(counts(people)).toEqual([30, 1])
  })

  it('have no more values than can be shown, each with a place', () => {
    const people = Array.from({ length: 9_000 }, (_, id) => named(String(id), 40))
    const bounded = boundFacets({ ...none, people }).people
    expect(bounded).toHaveLength(5_000)
    expect(counts(bounded).reduce((sum, count) => sum + count)).toBeLessThanOrEqual(20_000)
    expect(Math.min(...counts(bounded))).toBeGreaterThan(0)
  })

  it('are left as they are in any other', () => {
    const facets = { ...none, people: [named('a', 500)] }
    expect(boundFacets(facets)).toBe(facets)
  })
})
