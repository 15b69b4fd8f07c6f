import { describe, expect, it } from '@jest/globals'
import { mixOfPaths, mixOfQueries, newPaths } from '../../bench/reading-mix.ts'

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

describe('what readers ask only once', () => {
  const paths = newPaths(80)

  it('never comes twice', () => {
    expect(paths).toHaveLength(8_000)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('is filtered in its share, to the last hundred', () => {
    const queries = paths.slice(-100).map((path) => new URL(path, 'http://localhost').searchParams)
    expect(queries.filter((query) => [...query.keys()].some((key) => key !== 'q'))).toHaveLength(20)
  })
})
