import { describe, expect, it } from '@jest/globals'
import { indexNotice } from '../../server/index-notice.ts'

describe('the notice of an index that is behind', () => {
  it.each([
    { index: [5, 3], archive: [5, 3], notice: '' },
    {
      index: [1_500, 1_500],
      archive: [100_000, 99_000],
      notice: 'The index is being built: 1,500 of 99,000 articles can be found so far.',
    },
    {
      index: [5, 3],
      archive: [6, 2],
      notice:
        'The index is behind the archive by 1 change: what was added or corrected last may not be found yet.',
    },
  ])('at [change, articles] $index of $archive is “$notice”', async (given) => {
    const { notice } = given
    const [change = 0, articles = 0] = given.index
    const [lastChange = 0, all = 0] = given.archive
    const engine = {
      stats: async () => ({ engine: 'embedded' as const, version: '', change, articles }),
    }
    const archive = { lastChange: () => lastChange, count: () => all }
    expect(await indexNotice({ engine, archive })).toBe(notice)
  })
})
