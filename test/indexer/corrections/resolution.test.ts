import { describe, expect, it } from '@jest/globals'
import type { Facets } from '../../../engine/article.ts'
import type { FoundMerge } from '../../../indexer/corrections/merge.ts'
import { resolutionOf } from '../../../indexer/corrections/resolution.ts'
import { noFacets } from '../../engine/archive/test-archive.ts'
import { read, value } from './test-values.ts'

const broaderOf = new Map([
  ['s-400', [{ id: 'sam', name: 'Missile' }]],
  ['sam', []],
])

/** What corrections make of an article with these facets and this text. */
function resolve(
  facets: Partial<Facets>,
  lines: readonly object[],
  { text = '', merges = [] }: { text?: string; merges?: readonly FoundMerge[] } = {},
) {
  const resolution = resolutionOf(merges, read(...lines), (_facet, id) => {
    const broader = broaderOf.get(id)
    return broader && { name: `Listed ${id}`, broader }
  })
  const article = { id: 'a1', title: '', text, facets: { ...noFacets, ...facets } }
  return { ...resolution, facets: resolution.resolve(article) }
}

const idsOf = (facets: Facets, facet: keyof Facets) => facets[facet].map(({ id }) => id)

describe('corrections of media', () => {
  const outlet = [value('ria', '')]
  const text = 'RIA said so.'
  const cites = [value('ria', text, 'RIA')]

  it.each(['outlet', 'cites'])(
    'join and rename in both facets, whichever they are said of: %s',
    (facet) => {
      const { facets, names, redirects } = resolve({ outlet, cites }, [
        { do: 'merge', facet, value: 'ria', into: 'ria-novosti', name: 'RIA Novosti' },
        { do: 'rename', facet, value: 'ria-novosti', name: 'RIA' },
      ])
      expect(idsOf(facets, 'outlet')).toEqual(['ria-novosti'])
      expect(idsOf(facets, 'cites')).toEqual(['ria-novosti'])
      expect(names.map((each) => each.facet).sort()).toEqual(['cites', 'outlet'])
      expect(redirects.map((each) => each.facet).sort()).toEqual(['cites', 'outlet'])
    },
  )

  it('reject in their own facet alone, and join one article in its own alone', () => {
    const rejected = resolve({ outlet, cites }, [{ do: 'reject', facet: 'cites', value: 'ria' }])
    expect([idsOf(rejected.facets, 'outlet'), idsOf(rejected.facets, 'cites')]).toEqual([
      ['ria'],
      [],
    ])
    const joined = resolve({ outlet, cites }, [
      { do: 'merge', facet: 'outlet', value: 'ria', into: 'tass', article: 'a1' },
    ])
    expect([idsOf(joined.facets, 'outlet'), idsOf(joined.facets, 'cites')]).toEqual([
      ['tass'],
      ['ria'],
    ])
  })

  it('give an article its outlet in place of another one, and others only where they have none', () => {
    const add = { do: 'add', facet: 'outlet', name: 'Tass' }
    expect(idsOf(resolve({ outlet }, [{ ...add, article: 'a1' }]).facets, 'outlet')).toEqual([
      'tass',
    ])
    const everywhere = { ...add, surface: 'RIA' }
    expect(idsOf(resolve({ outlet }, [everywhere], { text }).facets, 'outlet')).toEqual(['ria'])
    expect(idsOf(resolve({}, [everywhere], { text }).facets, 'outlet')).toEqual(['tass'])
  })
})

describe('what stands below a joined value', () => {
  const pmu = {
    ...value('s-300pmu', ''),
    broader: [
      { id: 's-300', name: 'S-300' },
      { id: 'sam', name: 'Missile' },
    ],
  }
  const merge = { do: 'merge', facet: 'weapons', value: 's-300', into: 's-400' }
  const broaderIn = (lines: readonly object[]) =>
    resolve({ weapons: [pmu] }, lines).facets.weapons[0]?.broader

  it('stands below the other one, and below what that stands below', () => {
    expect(broaderIn([merge])).toEqual([
      { id: 's-400', name: 'Listed s-400' },
      { id: 'sam', name: 'Missile' },
    ])
    expect(broaderIn([{ ...merge, name: 'Triumf' }])?.[0]).toEqual({ id: 's-400', name: 'Triumf' })
  })

  it('follows a chain of joinings', () => {
    const next = { do: 'merge', facet: 'weapons', value: 's-400', into: 's-500', name: 'S-500' }
    expect(broaderIn([merge, next])?.map(({ id }) => id)).toEqual(['s-500', 'sam'])
  })

  it('never stands below itself', () => {
    expect(broaderIn([{ ...merge, into: 's-300pmu' }])?.map(({ id }) => id)).toEqual(['sam'])
  })

  it('stands no more below one that is none', () => {
    const reject = { do: 'reject', facet: 'weapons', value: 's-300' }
    expect(broaderIn([reject])?.map(({ id }) => id)).toEqual(['sam'])
    expect(broaderIn([merge, { ...reject, value: 's-400' }])?.map(({ id }) => id)).toEqual(['sam'])
    expect(broaderIn([{ ...reject, article: 'a1' }])).toEqual(pmu.broader)
  })

  it('stays where only one article was meant, or the joining was taken back', () => {
    expect(broaderIn([{ ...merge, article: 'a1' }])).toEqual(pmu.broader)
    expect(
      broaderIn([
        { ...merge, id: 'm' },
        { do: 'undo', of: 'm' },
      ]),
    ).toEqual(pmu.broader)
  })
})

describe('the order of corrections', () => {
  const people = [value('a', 'A'), value('b', 'B')]
  const a = { facet: 'people', value: 'a' }
  const merge = (from: string, into: string) => ({
    ...{ do: 'merge', facet: 'people', value: from, into },
  })

  it('ends in the later value where two send each other in a circle', () => {
    const { facets, redirects } = resolve({ people }, [merge('a', 'b'), merge('b', 'a')])
    expect(idsOf(facets, 'people')).toEqual(['a'])
    expect(redirects).toEqual([{ facet: 'people', id: 'b', into: 'a' }])
  })

  it('leads where its articles went, also when a later correction gives it to another in vain', () => {
    const lines = [merge('a', 'b'), merge('a', 'c')]
    const { facets, redirects } = resolve({ people }, lines)
    expect(idsOf(facets, 'people')).not.toContain('c')
    expect(redirects).toEqual([{ facet: 'people', id: 'a', into: 'b' }])
    const reject = { do: 'reject', facet: 'people', value: 'a' }
    expect(resolve({ people }, [merge('a', 'b'), reject]).redirects).toEqual(redirects)
  })

  it('lets a former id lead to the end of a chain', () => {
    const { redirects } = resolve({ people }, [merge('a', 'b'), merge('b', 'c')])
    expect(redirects.map(({ id, into }) => [id, into])).toEqual([
      ['a', 'c'],
      ['b', 'c'],
    ])
  })

  it('brings back what was rejected where it is added later, by its spelling only', () => {
    const text = 'Ada Admiral came. Admiral left.'
    const ada = [value('ada-admiral', text, 'Ada Admiral')]
    const { facets } = resolve(
      { people: ada },
      [
        { do: 'reject', facet: 'people', value: 'ada-admiral' },
        { do: 'add', facet: 'people', name: 'Ada Admiral', surface: 'Admiral' },
      ],
      { text },
    )
    expect(
      facets.people.map(({ id, evidence }) => [id, evidence.map(({ start }) => start)]),
    ).toEqual([['ada-admiral', [4, 18]]])
  })

  it('has a value that a later correction brings back lead nowhere else', () => {
    const add = { do: 'add', facet: 'people', name: 'A', surface: 'A' }
    expect(resolve({ people }, [merge('a', 'b'), add]).redirects).toEqual([])
  })

  it('takes back the taking back', () => {
    const lines = [
      { ...a, do: 'reject', id: '1' },
      { do: 'undo', of: '1', id: '2' },
      { do: 'undo', of: '2', id: '3' },
    ]
    expect(idsOf(resolve({ people }, lines).facets, 'people')).toEqual(['b'])
    expect(idsOf(resolve({ people }, lines.slice(0, 2)).facets, 'people')).toEqual(['a', 'b'])
    expect(
      idsOf(resolve({ people }, [...lines, { do: 'undo', of: '3' }]).facets, 'people'),
    ).toEqual(['a', 'b'])
  })
})

describe('additions', () => {
  const text = 'Ilya Kramnik spoke. Kramnik left.'
  const add = { do: 'add', facet: 'people', name: 'Vladimir Kramnik', surface: 'Kramnik' }

  it('leave out what is only a part of a longer name', () => {
    const people = [value('ilya-kramnik', text, 'Ilya Kramnik')]
    const { facets } = resolve({ people }, [add], { text })
    expect(facets.people.find(({ id }) => id === 'vladimir-kramnik')?.evidence).toEqual([
      { field: 'text', start: 20, end: 27 },
    ])
  })

  it('are gone with their spelling when an article has another text', () => {
    const one = { ...add, article: 'a1' }
    expect(idsOf(resolve({}, [one], { text }).facets, 'people')).toEqual(['vladimir-kramnik'])
    expect(idsOf(resolve({}, [one], { text: 'Another text.' }).facets, 'people')).toEqual([])
  })
})

describe('splits', () => {
  it('move the mentions of one spelling, case and accents aside', () => {
    const text = 'Şahin DEHQAN met Dehghan.'
    const people = [value('dehghan', text, 'Şahin DEHQAN', 'Dehghan')]
    const split = { do: 'split', facet: 'people', value: 'dehghan', into: 'sahin-dehqan' }
    const { facets } = resolve({ people }, [{ ...split, surface: 'Sahin Dehqan' }], { text })
    expect(facets.people.map(({ id, evidence }) => [id, evidence.length])).toEqual([
      ['sahin-dehqan', 1],
      ['dehghan', 1],
    ])
  })
})

describe('values found to be one', () => {
  it('go to the end of their chain, each with all its mentions', () => {
    const text = 'Deqan, Dehqan and Dehghan.'
    const people = [
      value('deqan', text, 'Deqan'),
      value('dehqan', text, 'Dehqan'),
      value('dehghan', text, 'Dehghan'),
    ]
    const merges = [
      { facet: 'people', id: 'deqan', into: 'dehqan' },
      { facet: 'people', id: 'dehqan', into: 'dehghan' },
    ] as const
    const { facets } = resolve({ people }, [], { text, merges })
    expect(facets.people.map(({ id, evidence }) => [id, evidence.length])).toEqual([['dehghan', 3]])
  })
})
