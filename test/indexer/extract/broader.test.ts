import { describe, expect, it } from '@jest/globals'
import type { FacetName } from '../../../engine/article.ts'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

/** What stands above each value that a text has in a facet. */
function broaderIn(facet: FacetName, text: string) {
  const { facets } = extractFacets({ title: '', outlet: '', url: '', text }, lists)
  return facets[facet].map(({ id, broader }) => [id, broader])
}

const missile = { id: 'surface-to-air-missile', name: 'Surface-to-air missile' }

describe('what stands above a value', () => {
  it('is the family of a weapon, then its category', () => {
    const family = { id: 's-300', name: 'S-300' }
    expect(broaderIn('weapons', 'Crews unloaded an S-300PMU-2 battery.')).toEqual([
      ['s-300pmu-2', [family, missile]],
    ])
  })

  it('is the category of a weapon without a family', () => {
    expect(broaderIn('weapons', 'Crews unloaded an S-300 battery.')).toEqual([['s-300', [missile]]])
  })

  it('is the country of a town', () => {
    expect(broaderIn('places', 'They met in Novosibirsk.')).toEqual([
      ['novosibirsk', [{ id: 'russia', name: 'Russia' }]],
    ])
  })

  it('is the state of a town, then its country', () => {
    expect(broaderIn('places', 'They met in Dallas.')).toEqual([
      [
        'dallas',
        [
          { id: 'texas', name: 'Texas' },
          { id: 'united-states', name: 'United States' },
        ],
      ],
    ])
  })

  it('is no country for a town of a disputed region', () => {
    expect(broaderIn('places', 'They met in Yalta.')).toEqual([
      ['yalta', [{ id: 'crimea', name: 'Crimea' }]],
    ])
  })

  it('is the kingdom too, of a town in one of its countries', () => {
    expect(broaderIn('places', 'They met in Belfast.')).toEqual([
      [
        'belfast',
        [
          { id: 'northern-ireland', name: 'Northern Ireland' },
          { id: 'united-kingdom', name: 'United Kingdom' },
        ],
      ],
    ])
  })

  it.each<readonly [of: string, facet: FacetName, text: string, id: string]>([
    ['a country', 'places', 'They met in Norway.', 'norway'],
    ['a designator that no list has', 'weapons', 'Crews unloaded a QX-77 missile.', 'qx-77'],
    ['a person', 'people', 'Minister Orvak Tellun spoke.', 'orvak-tellun'],
    ['a cited agency', 'cites', 'An aide told Reuters so.', 'reuters'],
  ])('is nothing for %s', (_, facet, text, id) => {
    expect(broaderIn(facet, text)).toEqual([[id, []]])
  })

  it('is itself a listed place, or a category that no weapon has for its id', () => {
    const weapons = new Set(lists.weaponsBroader.keys())
    for (const above of lists.weaponsBroader.values()) {
      const category = above.at(-1)
      expect(category && weapons.has(category.id)).toBe(false)
      expect(above.slice(0, -1).filter(({ id }) => !weapons.has(id))).toEqual([])
    }
  })
})
