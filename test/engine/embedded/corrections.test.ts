import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openEngine } from '../../../engine/open-engine.ts'
import { print } from '../../../engine/query/print.ts'
import type { SearchEngine } from '../../../engine/search-engine.ts'
import { openTestArchive, record, type TestArchive } from '../archive/test-archive.ts'
import { requestFor } from '../contract-desk.ts'

let desk: TestArchive
let engine: SearchEngine
beforeEach(async () => {
  desk = openTestArchive()
  engine = await openEngine({ kind: 'embedded' }, desk.archive)
  for (const [i, text] of ['Missiles arrived.', 'A missile left.', 'The missal was old.'].entries())
    desk.commit(record({ given: { source: 'test', id: String(i) }, title: `Item ${i}`, text }))
  await engine.sync(desk.lease)
})
afterEach(async () => {
  await engine.close()
  desk.remove()
})

const corrections = async (text: string) =>
  (await engine.search(requestFor(text, {}))).didYouMean.map(
    ({ typed, word, articles, query }) => ({
      ...{ typed, word, articles },
      query: print(query),
    }),
  )

describe('did you mean', () => {
  it('offers what articles have for a word that none has, also where others were found', async () => {
    const expected = [
      { typed: 'missle', word: 'missile', articles: 2, query: 'arrived OR missile' },
      { typed: 'missle', word: 'missal', articles: 1, query: 'arrived OR missal' },
    ]
    expect(await corrections('arrived OR missle')).toEqual(expected)
  })

  it.each(['missile', 'missal OR missile', 'zzzzzz', 'S-301', ''])(
    'offers nothing for “%s”',
    async (text) => {
      expect(await corrections(text)).toEqual([])
    },
  )

  it('does not offer what finds nothing either, but where other words are misspelled too', async () => {
    expect(await corrections('missle S-3000')).toEqual([])
    const first = (await corrections('missle arived')).map(({ query }) => query)
    expect(first).toContain('missile arived')
  })

  it('does not offer a word that left the archive', async () => {
    const last = desk.archive.getBySequence(3)
    desk.archive.remove(desk.lease, [last?.id ?? ''])
    await engine.sync(desk.lease)
    expect((await corrections('missle')).map(({ word }) => word)).toEqual(['missile'])
    expect(await engine.suggest('misile', 5)).toEqual([{ word: 'missile', articles: 2 }])
  })
})
