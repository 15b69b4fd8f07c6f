import { describe, expect, it } from '@jest/globals'
import { byFacet } from '../../../engine/by-facet.ts'
import type { Capability, FacetCount, SearchAnswer } from '../../../engine/search-engine.ts'
import { emptyState, fromUrl } from '../../../server/search-state.ts'
import { buildFacetLists, type FacetTreeLine } from '../../../server/view-models/facet-lists.ts'

const count = (id: string, articles: number, changes: Partial<FacetCount> = {}): FacetCount => ({
  id,
  value: id,
  count: articles,
  selected: false,
  excluded: false,
  broader: [],
  ...changes,
})

const answerWith = (
  weapons: readonly FacetCount[],
  capability: Capability = { bound: 'exact' },
): SearchAnswer => ({
  total: 9,
  groups: 9,
  capability,
  hits: [],
  facets: { ...byFacet(() => []), weapons },
  timeline: { unit: 'month', counts: [] },
  warnings: [],
  readings: [],
  didYouMean: [],
})

const weaponsOf = (weapons: readonly FacetCount[], url = '', capability?: Capability) =>
  buildFacetLists(fromUrl(url).state, answerWith(weapons, capability))[0]

/** The lines as a reader sees them: indented, with their counts; what is folded in brackets. */
function outline(lines: readonly FacetTreeLine[] = [], indent = ''): string[] {
  return lines.flatMap(({ value, count: shown, narrower }) => [
    `${indent}${value} ${shown}`,
    ...outline(narrower?.first, `${indent}  `),
    ...(narrower && narrower.more.length > 0 ? [`${indent}  [${narrower.moreLabel}]`] : []),
  ])
}

const family = [
  count('missile', 60),
  count('s-300', 40, { broader: ['missile'] }),
  count('jet', 30),
  count('s-300pmu-2', 20, { broader: ['s-300', 'missile'] }),
  count('buk', 10, { broader: ['missile'] }),
]

describe('a facet as a list', () => {
  it('puts narrower values below their broader ones', () => {
    expect(outline(weaponsOf(family)?.first)).toEqual([
      'missile 60',
      '  s-300 40',
      '    s-300pmu-2 20',
      '  buk 10',
      'jet 30',
    ])
  })

  it('puts a value below the nearest broader one that is listed', () => {
    const withoutFamily = family.filter(({ id }) => id !== 's-300')
    expect(outline(weaponsOf(withoutFamily)?.first)).toContain('  s-300pmu-2 20')
  })

  it('puts chosen values first, with what they stand below', () => {
    const chosen = family.map((each) =>
      each.id === 'buk' ? count('buk', 3, { broader: ['missile'], excluded: true }) : each,
    )
    const lines = weaponsOf([count('jet', 90), ...chosen.filter(({ id }) => id !== 'jet')])
    expect(outline(lines?.first).slice(0, 2)).toEqual(['missile 60', '  buk hides 3'])
  })

  it('folds the less frequent values where they stand', () => {
    const many = Array.from({ length: 9 }, (_, n) => count(`jet ${n}`, 50 - n))
    const list = weaponsOf([...many, ...family.slice(0, 1), ...family.slice(3)])
    expect(outline(list?.first).slice(-2)).toEqual(['missile 60', '  [2 more]'])
  })

  it('shows a chosen value however rare it is', () => {
    const many = Array.from({ length: 15 }, (_, n) => count(`jet ${n}`, 50 - n))
    const list = weaponsOf([...many, count('sling', 0, { selected: true })])
    expect(list?.first[0]).toMatchObject({ value: 'sling', count: '0', selected: true })
    expect(list?.first).toHaveLength(11)
    expect(list?.moreLabel).toBe('5 more')
  })

  it('calls the lack of a value none, and lists it last', () => {
    const list = weaponsOf([count('[none]', 400), ...family])
    expect(list?.first.at(-1)).toMatchObject({
      value: 'none',
      isNone: true,
      href: '/search?weapon=%5Bnone%5D',
      action: 'Add Weapon: none, 400 articles',
    })
    const many = Array.from({ length: 15 }, (_, n) => count(`jet ${n}`, 50 - n))
    expect(weaponsOf([...many, count('[none]', 400)])?.more.at(-1)?.value).toBe('none')
  })

  it('is not there where no article has a value', () => {
    expect(weaponsOf([count('[none]', 400)])).toBeUndefined()
  })

  it('is there to take a filter back', () => {
    expect(weaponsOf([count('[none]', 4, { selected: true })])?.first).toHaveLength(1)
  })

  it('offers all values where not all are at once on the page', () => {
    expect(weaponsOf(family)?.allHref).toBe('')
    const many = Array.from({ length: 15 }, (_, n) => count(`jet ${n}`, 50 - n))
    expect(weaponsOf(many, 'q=deal&from=2016')?.allHref).toBe('/facet/weapon?q=deal&from=2016')
  })

  it('says of each count that it is no more exact than the total', () => {
    const atMost = { bound: 'at most', reasons: ['…'] } as const
    expect(weaponsOf(family, '', atMost)?.first[0]).toMatchObject({
      count: '≤ 60',
      action: 'Add Weapon: missile, at most 60 articles',
    })
  })
})

describe('any or all of the chosen values', () => {
  it('is a choice once there are two', () => {
    expect(weaponsOf(family, 'weapon=a')?.match).toEqual([])
    expect(weaponsOf(family, 'weapon=a&weapon=b')?.match).toEqual([
      expect.objectContaining({ label: 'any', current: true, href: '/search?weapon=a&weapon=b' }),
      expect.objectContaining({
        label: 'all',
        current: false,
        href: '/search?weapon=a&weapon=b&weapon.match=all',
      }),
    ])
  })

  it('is none for outlets, of which an article has one', () => {
    const answer = { ...answerWith([]), facets: { ...byFacet(() => []), outlet: family } }
    const { state } = fromUrl('outlet=a&outlet=b')
    expect(buildFacetLists(state, answer)[0]?.match).toEqual([])
    expect(buildFacetLists(emptyState, answer)[0]?.match).toEqual([])
  })
})
