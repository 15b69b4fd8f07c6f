import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { BroaderValue, Evidence, FacetName, FacetValue } from '../../../engine/article.ts'
import type { Outcome } from '../../../engine/archive/write.ts'
import { noFacets, openTestArchive, record, type TestArchive } from './test-archive.ts'

let open: TestArchive
beforeEach(() => {
  open = openTestArchive()
})
afterEach(() => {
  open.remove()
})

interface Named {
  readonly id: string
  readonly name: string
  /** As the text writes it; the name itself when left out. */
  readonly spelling?: string
  readonly broader?: readonly BroaderValue[]
}

/** Stores an article that names these values of one facet, and nothing else. */
function commit(file: string, facet: FacetName, named: readonly Named[]): Outcome {
  const text = named.map(({ name, spelling }) => spelling ?? name).join('; ')
  const values: FacetValue[] = named.map(({ id, name, spelling = name, broader = [] }) => {
    const start = text.indexOf(spelling)
    const evidence: Evidence[] = [{ field: 'text', start, end: start + spelling.length }]
    return { id, name, evidence, rule: 'list', broader }
  })
  return open.commit(record({ file, title: file, text, facets: { ...noFacets, [facet]: values } }))
}

const shoigu = { id: 'sergei-shoigu', name: 'Sergei Shoigu', spelling: 'Shoigu' }
const shoygu = { id: 'sergei-shoigu', name: 'Sergey Shoygu', spelling: 'Shoygu' }
const missile = { id: 'surface-to-air-missile', name: 'Surface-to-air missile' }
const s300 = { id: 's-300', name: 'S-300' }
const favorit = { id: 's-300pmu-2', name: 'S-300PMU-2', broader: [s300, missile] }

describe('the name to show', () => {
  it('is the one that most articles give', () => {
    commit('/1.txt', 'people', [shoigu])
    commit('/2.txt', 'people', [shoygu])
    commit('/3.txt', 'people', [shoygu])
    expect(open.archive.displayName('people', 'sergei-shoigu')).toBe('Sergey Shoygu')
  })

  it('is the first in the alphabet of two that as many give', () => {
    commit('/1.txt', 'people', [shoygu])
    commit('/2.txt', 'people', [shoigu])
    expect(open.archive.displayName('people', 'sergei-shoigu')).toBe('Sergei Shoigu')
  })

  it('is told of many values at once, unknown ones left out', () => {
    commit('/1.txt', 'people', [shoigu, { id: 'ali', name: 'Ali' }])
    expect(open.archive.displayNames('people', ['ali', 'nobody', 'sergei-shoigu'])).toEqual(
      new Map([
        ['ali', 'Ali'],
        ['sergei-shoigu', 'Sergei Shoigu'],
      ]),
    )
  })

  it('is known of values that only stand above others', () => {
    commit('/1.txt', 'weapons', [favorit])
    expect(open.archive.displayName('weapons', 'surface-to-air-missile')).toBe(
      'Surface-to-air missile',
    )
  })

  it('is forgotten with the last article that gives it', () => {
    const { id } = commit('/1.txt', 'weapons', [favorit])
    open.archive.remove(open.lease, [id])
    expect(open.archive.displayName('weapons', 's-300pmu-2')).toBeUndefined()
    expect(open.archive.displayName('weapons', 's-300')).toBeUndefined()
  })

  it('of no value is its id', () => {
    expect(open.archive.displayNames('people', ['[none]'])).toEqual(new Map([['[none]', '[none]']]))
  })
})

/** What is typed, and the ids of the people it stands for. */
type Case = readonly [typed: string, ids: readonly string[]]

describe('findEntities', () => {
  beforeEach(() => {
    commit('/1.txt', 'people', [shoygu, { id: 'lech-walesa', name: 'Lech Wałęsa' }])
    commit('/2.txt', 'people', [shoigu, { id: 'jonas-gahr-store', name: 'Jonas Gahr Støre' }])
    commit('/3.txt', 'people', [
      { id: 'bashar-al-assad', name: 'Bashar al-Assad' },
      { id: 'maher-al-assad', name: 'Maher al-Assad' },
    ])
  })

  it.each<Case>([
    ['SHOYGU', ['sergei-shoigu']],
    ['Sergei Shoigu', ['sergei-shoigu']],
    ['sergei-shoigu', ['sergei-shoigu']],
    ['sergey-shoygu', ['sergei-shoigu']],
    ['Walesa', ['lech-walesa']],
    ['store', ['jonas-gahr-store']],
    ['al-Assad', ['bashar-al-assad', 'maher-al-assad']],
    ['al Assad', ['bashar-al-assad', 'maher-al-assad']],
    ['assa', []],
    ['!', []],
    ['[none]', ['[none]']],
  ])('finds people by %s', (typed, ids) => {
    expect(open.archive.findEntities('people', typed, 5).map(({ id }) => id)).toEqual(ids)
  })

  it('finds a designator without its hyphen, although no article writes it so', () => {
    commit('/4.txt', 'weapons', [favorit])
    expect(open.archive.findEntities('weapons', 'S300PMU2', 5)).toMatchObject([
      { id: 's-300pmu-2' },
    ])
  })

  it('finds what only stands above others', () => {
    commit('/4.txt', 'weapons', [favorit])
    expect(open.archive.findEntities('weapons', 'surface-to-air missile', 5)).toMatchObject([
      { id: 'surface-to-air-missile' },
    ])
  })
})

describe('idsNamed', () => {
  beforeEach(() => {
    commit('/1.txt', 'people', [shoygu, { id: 'lech-walesa', name: 'Lech Wałęsa' }])
    commit('/2.txt', 'people', [shoigu, { id: 'bashar-al-assad', name: 'Bashar al-Assad' }])
    commit('/3.txt', 'weapons', [favorit])
  })

  it.each<Case>([
    ['sho', ['sergei-shoigu']],
    ['shoyg', ['sergei-shoigu']],
    ['shoi ser', ['sergei-shoigu']],
    ['shoi sergey', []],
    ['wale', ['lech-walesa']],
    ['al-as', ['bashar-al-assad']],
    ['alassad', ['bashar-al-assad']],
    ['oigu', []],
    ['', []],
  ])('finds people by %j', (typed, ids) => {
    expect(open.archive.idsNamed('people', typed)).toEqual(ids)
  })

  it.each(['S-300', 's300', '300pmu', 'S-300PMU-2'])('finds a variant by %s', (typed) => {
    expect(open.archive.idsNamed('weapons', typed)).toContain('s-300pmu-2')
  })

  it.each<Case>([
    ['s-3', ['s-300', 's-350']],
    ['S-300', ['s-300']],
    ['su-30', ['su-30']],
    ['30 su', ['su-30']],
    ['3-s', []],
    ['strike-f', ['f-35']],
  ])('keeps together what a hyphen joins in %j', (typed, ids) => {
    const named = (id: string, name: string) => ({ id, name })
    commit('/4.txt', 'weapons', [
      named('s-300', 'S 300'),
      named('s-350', 'S350'),
      named('su-30', 'Su-30'),
      named('f-35', 'Strike Fighter F-35'),
    ])
    const found = open.archive.idsNamed('weapons', typed).filter((id) => id !== favorit.id)
    expect(found.toSorted()).toEqual(ids)
  })

  it('forgets the words of names that are gone, and keeps those of names that stay', () => {
    commit('/1.txt', 'people', [{ id: 'lech-walesa', name: 'Lech Wałęsa' }])
    expect(open.archive.idsNamed('people', 'shoyg')).toEqual([])
    expect(open.archive.idsNamed('people', 'shoigu')).toEqual(['sergei-shoigu'])
  })
})

describe('what stands above a value', () => {
  it('is told nearest first, also of what is above it itself', () => {
    commit('/1.txt', 'weapons', [favorit])
    expect(open.archive.broader('weapons', 's-300pmu-2')).toEqual([s300, missile])
    expect(open.archive.broader('weapons', 's-300')).toEqual([missile])
    expect(open.archive.broader('weapons', 'surface-to-air-missile')).toEqual([])
  })

  it('has the values below it', () => {
    commit('/1.txt', 'weapons', [favorit, { id: 's-300v', name: 'S-300V', broader: [s300] }])
    expect(open.archive.narrower('weapons', 's-300')).toEqual(['s-300pmu-2', 's-300v'])
    expect(open.archive.narrower('weapons', 's-300v')).toEqual([])
  })

  it('is another when the article is processed again by other lists', () => {
    commit('/1.txt', 'weapons', [{ ...favorit, broader: [s300] }])
    commit('/1.txt', 'weapons', [{ ...favorit, broader: [missile], spelling: 'S-300PMU2' }])
    expect(open.archive.broader('weapons', 's-300pmu-2')).toEqual([missile])
    expect(open.archive.narrower('weapons', 's-300')).toEqual([])
  })

  it('stays while one article still says so', () => {
    const { id } = commit('/1.txt', 'weapons', [favorit])
    commit('/2.txt', 'weapons', [favorit, { id: 's-300v', name: 'S-300V', broader: [s300] }])
    open.archive.remove(open.lease, [id])
    expect(open.archive.narrower('weapons', 's-300')).toEqual(['s-300pmu-2', 's-300v'])
    expect(open.archive.displayName('weapons', 's-300')).toBe('S-300')
  })
})

describe('the words of names', () => {
  beforeEach(() => {
    commit('/1.txt', 'people', [shoigu, { id: 'sergei-lavrov', name: 'Sergei Lavrov' }])
    commit('/2.txt', 'people', [shoygu])
    commit('/3.txt', 'weapons', [favorit])
  })

  it('tell whose they are, hyphens left out', () => {
    expect(open.archive.idsWithWord('people', 'sergei', 5)).toEqual([
      'sergei-lavrov',
      'sergei-shoigu',
    ])
    expect(open.archive.idsWithWord('people', 'serge', 5)).toEqual([])
    expect(open.archive.idsWithWord('weapons', 's300pmu2', 5)).toEqual(['s-300pmu-2'])
  })

  it('stand beside others of the same person, with one of the initials and about as long', () => {
    expect(open.archive.wordsBeside('people', 'shoygu', 'sz')).toEqual([
      { id: 'sergei-shoigu', word: 'sergei' },
      { id: 'sergei-shoigu', word: 'sergey' },
      { id: 'sergei-shoigu', word: 'shoigu' },
    ])
    expect(open.archive.wordsBeside('people', 'shoygu', 'z')).toEqual([])
  })

  it('come with the names that have them, the most frequent first', () => {
    commit('/4.txt', 'people', [shoygu])
    expect(open.archive.namesOf('people', ['sergei-shoigu', 'nobody'])).toEqual([
      { id: 'sergei-shoigu', name: 'Sergey Shoygu', articles: 2 },
      { id: 'sergei-shoigu', name: 'Shoygu', articles: 2 },
      { id: 'sergei-shoigu', name: 'Sergei Shoigu', articles: 1 },
      { id: 'sergei-shoigu', name: 'Shoigu', articles: 1 },
    ])
  })
})
