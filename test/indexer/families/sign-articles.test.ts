import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { signArticles } from '../../../indexer/families/sign-articles.ts'
import { openTestArchive, record, type TestArchive } from '../../engine/archive/test-archive.ts'

let desk: TestArchive
beforeEach(() => {
  desk = openTestArchive()
})
afterEach(() => {
  desk.remove()
})

const texts = ['A text.', 'Another text.', 'A text.', 'A third text.']

/** Stores articles as an earlier version did, without signatures. */
function storeUnsigned(): void {
  const entries = texts.map((text, nth) =>
    record({ given: { source: 'desk', id: String(nth) }, title: `Article ${nth}`, text }),
  )
  desk.archive.commit(desk.lease, entries)
}

const families = () =>
  texts.map((_, nth) => desk.archive.getBySequence(nth + 1)?.family ?? 'missing')

it('finds the near-duplicates among articles of an earlier version, and lets engines follow', async () => {
  storeUnsigned()
  expect(families()).toEqual(['', '', '', ''])
  const before = desk.archive.lastChange()
  expect(await signArticles(desk)).toBe(2)
  const id = desk.archive.getBySequence(1)?.id
  expect(families()).toEqual([id, '', id, ''])
  expect(desk.archive.changes(before, 10).map(({ sequence }) => sequence)).toEqual([1, 3])
  expect(desk.archive.unsigned()).toEqual([])
})

it('has nothing to do a second time', async () => {
  storeUnsigned()
  await signArticles(desk)
  expect(await signArticles(desk)).toBe(0)
})

it('leaves the rest to the next run when it is stopped', async () => {
  storeUnsigned()
  await signArticles({ ...desk, stop: AbortSignal.abort() })
  expect(desk.archive.unsigned()).toEqual([1, 2, 3, 4])
  expect(await signArticles(desk)).toBe(2)
})

it('lists the members of a family in order, with what they cite, and sums them up', async () => {
  const cites = [{ id: 'tass', name: 'TASS', evidence: [], rule: 'test', broader: [] }]
  const facets = { people: [], places: [], weapons: [], outlet: [], cites }
  const given = (id: string) => ({ source: 'desk', id })
  desk.commit(record({ given: given('1'), title: 'One', text: 'The same text.' }))
  desk.commit(record({ given: given('2'), title: 'Two', text: 'The same text', facets }))
  await signArticles(desk)
  const id = desk.archive.getBySequence(1)?.family ?? ''
  const members = desk.archive.family(id, 10)
  expect(members.map(({ title }) => title)).toEqual(['One', 'Two'])
  expect(members[1]).toMatchObject({ cites: [{ id: 'tass', name: 'TASS' }], credited: undefined })
  expect(desk.archive.family(id, 1)).toEqual(members.slice(0, 1))
  expect(desk.archive.familyCounts(id)).toEqual({
    articles: 2,
    texts: 1,
    cites: [{ id: 'tass', name: 'TASS', articles: 1 }],
  })
  expect(desk.archive.family('', 10)).toEqual([])
  expect(desk.archive.familyCounts('')).toBeUndefined()
})
