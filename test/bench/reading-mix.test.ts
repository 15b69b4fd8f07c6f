import { describe, expect, it } from '@jest/globals'
import { mixOfPaths, mixOfQueries } from '../../bench/reading-mix.ts'

describe('what readers ask', () => {
  it('is of two words, filtered and broad in its shares, in every hundred', () => {
    const kinds = mixOfQueries(2, 7)
      .slice(100)
      .map(({ kind }) => kind)
    const count = (kind: string) => kinds.filter((each) => each === kind).length
    expect([count('two words'), count('filtered'), count('broad')]).toEqual([70, 20, 10])
  })

  it('is the same for one seed and otherwise for another', () => {
    expect(mixOfPaths(1, 7)).toEqual(mixOfPaths(1, 7))
    expect(mixOfPaths(1, 7)).not.toEqual(mixOfPaths(1, 8))
  })
})
