import { describe, expect, it } from '@jest/globals'
import { byFacet } from '../../../engine/by-facet.ts'
import type { Capability, FacetCount, SearchAnswer } from '../../../engine/search-engine.ts'
import { emptyState, fromUrl } from '../../../server/search-state.ts'
import { buildFacetLists, type FacetTreeLine } from '../../../server/view-models/facet-lists.ts'
import { buildNarrowing } from '../../../server/view-models/narrowing.ts'

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

/** The lines as a reader sees them: indented, with their counts; folded ones in brackets. */
function outline(lines: readonly FacetTreeLine[] = [], indent = ''): string[] {
  return lines.flatMap(({ value, count: shown, below }) => {
    const inner = outline(below?.lines, `${indent}  `)
    const folded = below?.isOpen ? inner : inner.map((line) => `[${line}]`)
    return [`${indent}${value} ${shown}`, ...folded]
  })
}

const jets = (most: number) => Array.from({ length: most }, (_, n) => count(`jet ${n}`, 50 - n))

const below = (most: number) =>
  Array.from({ length: most }, (_, n) => count(`rocket ${n}`, 9 - n, { broader: ['missile'] }))

const family = [
  count('missile', 60),
  count('s-300', 40, { broader: ['missile'] }),
  count('jet', 30),
  count('s-300pmu-2', 20, { broader: ['s-300', 'missile'] }),
  count('buk', 10, { broader: ['missile'] }),
]

describe('a facet as a list', () => {
  it('puts narrower values below their broader ones', () => {
    expect(outline(weaponsOf(family)?.lines)).toEqual([
      'missile 60',
      '  s-300 40',
      '    s-300pmu-2 20',
      '  buk 10',
      'jet 30',
    ])
    expect(weaponsOf(family)?.isTree).toBe(true)
    expect(weaponsOf(jets(3))?.isTree).toBe(false)
  })

  it('puts a value below the nearest broader one that is listed', () => {
    const withoutFamily = family.filter(({ id }) => id !== 's-300')
    expect(outline(weaponsOf(withoutFamily)?.lines)).toContain('  s-300pmu-2 20')
  })

  it('puts chosen values first, with what they stand below', () => {
    const chosen = family.map((each) =>
      each.id === 'buk' ? count('buk', 3, { broader: ['missile'], excluded: true }) : each,
    )
    const lines = weaponsOf([count('jet', 90), ...chosen.filter(({ id }) => id !== 'jet')])
    expect(outline(lines?.lines).slice(0, 2)).toEqual(['missile 60', '  buk hides 3'])
  })

  it('folds what stands below a value where none of it is frequent', () => {
    const list = weaponsOf([...jets(9), ...family.slice(0, 1), ...family.slice(3)])
    expect(outline(list?.lines).slice(-3)).toEqual([
      'missile 60',
      '[  s-300pmu-2 20]',
      '[  buk 10]',
    ])
  })

  it('leads to all that stands below a value', () => {
    const broad = [count('missile', 90), ...below(6)]
    expect(weaponsOf([...jets(9), ...broad])?.lines.at(-1)?.below).toMatchObject({
      label: 'Below missile',
      form: 'find-weapon',
      more: 'More missile',
    })
  })

  it('offers no more below a value where all of it is listed', () => {
    expect(weaponsOf(family)?.lines[0]?.below?.more).toBe('')
    // Of more values than these, some are not even counted.
    const all = [...family, ...jets(40)]
    expect(weaponsOf(all)?.lines[0]?.below?.more).toBe('More missile')
  })

  it('shows the ten most frequent, and a chosen value however rare it is', () => {
    const list = weaponsOf([...jets(15), count('sling', 0, { selected: true })])
    expect(list?.lines[0]).toMatchObject({ value: 'sling', count: '0', selected: true })
    expect(list?.lines).toHaveLength(11)
  })

  it('calls the lack of a value none, and lists it last', () => {
    const list = weaponsOf([count('[none]', 400), ...jets(15)])
    expect(list?.lines.at(-1)).toMatchObject({ id: '[none]', value: 'none', isNone: true })
    expect(list?.lines).toHaveLength(11)
  })

  it('is not there where no article has a value', () => {
    expect(weaponsOf([count('[none]', 400)])).toBeUndefined()
  })

  it('is there to take a filter back', () => {
    expect(weaponsOf([count('[none]', 4, { selected: true })])?.lines).toHaveLength(1)
  })

  it('offers further values, and to look for one, where not all are listed', () => {
    expect(weaponsOf(jets(5))?.others).toBeUndefined()
    expect(weaponsOf(family)?.others?.find.id).toBe('find-weapon')
    expect(weaponsOf(jets(15), 'q=deal&from=2016&page=2')?.others).toMatchObject({
      moreHref: '/facet/weapon?q=deal&from=2016',
      find: {
        action: '/facet/weapon',
        hidden: [
          { name: 'q', value: 'deal' },
          { name: 'from', value: '2016' },
        ],
      },
    })
  })

  it('says of each count that it is no more exact than the total', () => {
    const atMost = { bound: 'at most', reasons: ['…'] } as const
    expect(weaponsOf(family, '', atMost)?.lines[0]?.count).toBe('≤ 60')
  })
})

describe('one value', () => {
  const line = (changes: Partial<FacetCount>) =>
    weaponsOf([count('buk', 3, changes), count('jet', 2)])?.lines[0]

  it('is a box of its facet, with a button that excludes it', () => {
    expect(line({})).toMatchObject({ parameter: 'weapon', exclude: 'Exclude buk' })
  })

  it('is a box without that button once it is chosen', () => {
    expect(line({ selected: true })).toMatchObject({ parameter: 'weapon', exclude: '' })
  })

  it('is a ticked box of the exclusion once it is excluded', () => {
    expect(line({ excluded: true })).toMatchObject({
      parameter: '-weapon',
      exclude: '',
      count: 'hides 3',
    })
  })
})

describe('any or all of the chosen values', () => {
  it('is a choice once there are two', () => {
    expect(weaponsOf(family, 'weapon=a')?.match).toEqual([])
    expect(weaponsOf(family, 'weapon=a&weapon=b')?.match).toEqual([
      { value: 'any', label: 'any of these', current: true },
      { value: 'all', label: 'all of these', current: false },
    ])
  })

  it('is none for outlets, of which an article has one', () => {
    const answer = { ...answerWith([]), facets: { ...byFacet(() => []), outlet: family } }
    const { state } = fromUrl('outlet=a&outlet=b')
    expect(buildFacetLists(state, answer)[0]?.match).toEqual([])
    expect(buildFacetLists(emptyState, answer)[0]?.match).toEqual([])
  })
})

describe('the form of the filters', () => {
  it('keeps everything else of the search but its page', () => {
    const { state } = fromUrl(
      'q=deal&person=a&-person=b&person.match=all&from=2016&group=family&sort=oldest&page=4',
    )
    const { hidden, here, found } = buildNarrowing(state, answerWith([]))
    expect(hidden.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'q=deal',
      'from=2016',
      'group=family',
      'sort=oldest',
    ])
    expect(here).toBe(
      '/search?q=deal&person=a&person.match=all&-person=b&from=2016&group=family&sort=oldest&page=4',
    )
    expect(found).toBe('9 articles')
  })
})
