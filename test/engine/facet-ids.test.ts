import { describe, expect, it } from '@jest/globals'
import type { FacetValue } from '../../engine/article.ts'
import { byFacet } from '../../engine/by-facet.ts'
import { facetIds } from '../../engine/facet-ids.ts'

function value(id: string, ...broader: readonly string[]): FacetValue {
  return {
    id,
    name: id,
    evidence: [],
    rule: 'made up',
    broader: broader.map((above) => ({ id: above, name: above })),
  }
}

const withWeapons = (...weapons: readonly FacetValue[]) => ({
  facets: { ...byFacet((): FacetValue[] => []), weapons },
})

describe('the ids of a facet', () => {
  it('are those of the values and of all above them, each once', () => {
    const article = withWeapons(
      value('s-300pmu-2', 's-300', 'surface-to-air-missile'),
      value('s-300'),
      value('buk', 'surface-to-air-missile'),
    )
    expect(facetIds(article, 'weapons')).toEqual([
      's-300pmu-2',
      's-300',
      'surface-to-air-missile',
      'buk',
    ])
  })

  it('are the one for no value where an article has none', () => {
    expect(facetIds(withWeapons(value('buk')), 'people')).toEqual(['[none]'])
  })
})
