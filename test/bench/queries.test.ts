import { describe, expect, it } from '@jest/globals'
import { benchQueries, kinds, pathOf } from '../../bench/queries.ts'
import { parse } from '../../engine/query/parse.ts'
import { fromUrl } from '../../server/search-state.ts'

describe('the queries of the benchmark', () => {
  it('are 200 different ones', () => {
    expect(new Set(benchQueries.map(pathOf)).size).toBe(200)
  })

  it('are of ten kinds, no kind below eight', () => {
    const sizes = kinds.map((kind) => benchQueries.filter((query) => query.kind === kind).length)
    expect(sizes).toHaveLength(10)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8)
  })

  it.each(benchQueries.map((query) => [pathOf(query), query] as const))(
    '%s is read without a problem or a warning',
    (path, query) => {
      expect(fromUrl(path.replace(/^.*\?/, '')).problems).toEqual([])
      expect(parse(query.text).warnings).toEqual([])
    },
  )
})
