import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { FacetValue } from '../../../engine/article.ts'
import { applyState } from '../../../indexer/corrections/apply.ts'
import { parseCorrections } from '../../../indexer/corrections/corrections-file.ts'
import type { FoundMerge } from '../../../indexer/corrections/merge.ts'
import {
  noFacets,
  openTestArchive,
  record,
  type TestArchive,
} from '../../engine/archive/test-archive.ts'

let desk: TestArchive
beforeEach(() => {
  desk = openTestArchive()
})
afterEach(() => {
  desk.remove()
})

/** A person who is named where `spelling` stands in the text. */
function person(id: string, name: string, text: string, spelling: string): FacetValue {
  const start = text.indexOf(spelling)
  const evidence = [{ field: 'text' as const, start, end: start + spelling.length }]
  return { id, name, evidence, rule: 'list of people', broader: [] }
}

function store(text: string, ...people: FacetValue[]): string {
  return desk.commit(record({ text, facets: { ...noFacets, people } })).id
}

/** Applies these lines of a corrections file; returns how many articles changed. */
function correct(lines: readonly object[], merges: readonly FoundMerge[] = []): Promise<number> {
  const { corrections } = parseCorrections(lines.map((line) => JSON.stringify(line)).join('\n'))
  return applyState(desk.archive, desk.lease, { merges, corrections })
}

const peopleOf = (id: string) =>
  desk.archive.get(id)?.facets.people.map((value) => [value.id, value.evidence.length])

const text = 'Hossein Dehqan met Sergei Shoigu.'
const dehqan = person('hossein-dehqan', 'Hossein Dehqan', text, 'Hossein Dehqan')
const shoigu = person('sergei-shoigu', 'Sergei Shoigu', text, 'Sergei Shoigu')
const reject = { do: 'reject', facet: 'people', value: 'hossein-dehqan' }
const merge = {
  ...{ do: 'merge', facet: 'people', value: 'hossein-dehqan' },
  ...{ into: 'hossein-dehghan', name: 'Hossein Dehghan' },
}

describe('corrections of what is stored', () => {
  it('take a value out of every article, and log each of them for the engines', async () => {
    const first = store(text, dehqan, shoigu)
    const second = store('Hossein Dehqan left.', dehqan)
    const change = desk.archive.lastChange()
    expect(await correct([reject])).toBe(2)
    expect(peopleOf(first)).toEqual([['sergei-shoigu', 1]])
    expect(peopleOf(second)).toEqual([])
    expect(desk.archive.changes(change, 10).map(({ id }) => id)).toEqual([first, second])
    expect(desk.archive.displayName('people', 'hossein-dehqan')).toBeUndefined()
  })

  it('give back what was found when they are gone, or taken back', async () => {
    const id = store(text, dehqan, shoigu)
    await correct([{ ...reject, id: 'x' }])
    expect(
      await correct([
        { ...reject, id: 'x' },
        { do: 'undo', of: 'x' },
      ]),
    ).toBe(1)
    expect(desk.archive.get(id)?.facets.people).toEqual([dehqan, shoigu])
    await correct([{ ...reject, id: 'x' }])
    expect(await correct([])).toBe(1)
    expect(desk.archive.get(id)?.facets.people).toEqual([dehqan, shoigu])
  })

  it('join one value with another, whose id a former link then leads to', async () => {
    const id = store(text, dehqan, shoigu)
    await correct([merge])
    expect(desk.archive.get(id)?.facets.people).toMatchObject([
      { id: 'hossein-dehghan', name: 'Hossein Dehghan', evidence: dehqan.evidence },
      { id: 'sergei-shoigu' },
    ])
    expect(desk.archive.redirect('people', 'hossein-dehqan')).toBe('hossein-dehghan')
  })

  it('follow one another: what was joined can be taken out by its new id', async () => {
    const id = store(text, dehqan)
    await correct([merge])
    await correct([merge, { ...reject, value: 'hossein-dehghan' }])
    expect(peopleOf(id)).toEqual([])
    await correct([merge])
    expect(peopleOf(id)).toEqual([['hossein-dehghan', 1]])
  })

  it('name a value anew without touching its articles', async () => {
    store(text, dehqan)
    const change = desk.archive.lastChange()
    await correct([{ do: 'rename', facet: 'people', value: 'hossein-dehqan', name: 'H. Dehghan' }])
    expect(desk.archive.lastChange()).toBe(change)
    expect(desk.archive.displayName('people', 'hossein-dehqan')).toBe('H. Dehghan')
    expect(desk.archive.findEntities('people', 'H. Dehghan', 5)).toMatchObject([
      { id: 'hossein-dehqan' },
    ])
    await correct([])
    expect(desk.archive.displayName('people', 'hossein-dehqan')).toBe('Hossein Dehqan')
    expect(desk.archive.findEntities('people', 'H. Dehghan', 5)).toEqual([])
  })

  it('add a value wherever its spelling stands as whole words', async () => {
    const has = store('Ilya Kramnik wrote of Kramnikov.')
    const other = store('Kramnikov spoke.')
    const add = { do: 'add', facet: 'people', name: 'Ilya Kramnik', surface: 'Kramnik' }
    expect(await correct([add])).toBe(1)
    expect(peopleOf(has)).toEqual([['ilya-kramnik', 1]])
    expect(peopleOf(other)).toEqual([])
  })

  it('hold for one article alone when they say so', async () => {
    const first = store(text, dehqan)
    const second = store('Hossein Dehqan left.', dehqan)
    expect(await correct([{ ...reject, article: first }])).toBe(1)
    expect([peopleOf(first), peopleOf(second)]).toEqual([[], [['hossein-dehqan', 1]]])
  })
})

describe('values found to be one', () => {
  const found = { facet: 'people', id: 'hossein-dehqan', into: 'hossein-dehghan' } as const

  it('are meant by a correction of the former id too, at once and when it is taken back', async () => {
    const former = store(text, dehqan)
    const other = 'Hossein Dehghan left.'
    const listed = store(
      other,
      person('hossein-dehghan', 'Hossein Dehghan', other, 'Hossein Dehghan'),
    )
    await correct([], [found])
    expect(await correct([reject], [found])).toBe(2)
    expect([peopleOf(former), peopleOf(listed)]).toEqual([[], []])
    await correct([], [found])
    expect([peopleOf(former), peopleOf(listed)]).toEqual([
      [['hossein-dehghan', 1]],
      [['hossein-dehghan', 1]],
    ])
    expect(desk.archive.redirect('people', 'hossein-dehqan')).toBe('hossein-dehghan')
  })

  it('are joined, and stand apart again when a correction says so', async () => {
    const id = store(text, dehqan)
    await correct([], [found])
    expect(peopleOf(id)).toEqual([['hossein-dehghan', 1]])
    const apart = { ...merge, do: 'split', value: found.into, into: found.id }
    await correct([apart], [found])
    expect(peopleOf(id)).toEqual([['hossein-dehqan', 1]])
  })
})
