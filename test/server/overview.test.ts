import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { byFacet } from '../../engine/by-facet.ts'
import { EngineUnavailable, type SearchAnswer } from '../../engine/search-engine.ts'
import { overviewOf } from '../../server/overview.ts'

const answer = (total: number, groups: number, ...years: string[]): SearchAnswer => ({
  total,
  groups,
  capability: { bound: 'exact' },
  hits: [],
  facets: byFacet(() => []),
  timeline: { unit: 'year', counts: years.map((period) => ({ period, count: 1 })) },
  warnings: [],
  readings: [],
  didYouMean: [],
})

/** Answers one after the other; the last one for ever. */
function engineWith(...answers: (SearchAnswer | EngineUnavailable)[]) {
  return {
    search: async () => {
      const [next] = answers.length > 1 ? answers.splice(0, 1) : answers
      if (next === undefined) throw new Error('Nothing was to be answered.')
      if (next instanceof EngineUnavailable) throw next
      return next
    },
  }
}

describe('the overview of an archive', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('tells its years, and whether it has undated articles and near-duplicates', async () => {
    expect(await overviewOf(engineWith(answer(3, 3)))()).toEqual({
      years: undefined,
      hasUndated: true,
      hasFamilies: false,
    })
    expect(await overviewOf(engineWith(answer(3, 2, '1998', '2004', '2016')))()).toEqual({
      years: { first: 1998, last: 2016 },
      hasUndated: false,
      hasFamilies: true,
    })
  })

  it('is looked over anew after a minute, for those who ask later', async () => {
    const overview = overviewOf(engineWith(answer(3, 3), answer(4, 3)))
    expect((await overview()).hasFamilies).toBe(false)
    jest.advanceTimersByTime(59_000)
    expect((await overview()).hasFamilies).toBe(false)
    jest.advanceTimersByTime(2_000)
    expect((await overview()).hasFamilies).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    expect((await overview()).hasFamilies).toBe(true)
  })

  it('is asked for again when it failed, and stays as known when a later look fails', async () => {
    const away = new EngineUnavailable('Away.')
    const overview = overviewOf(engineWith(away, answer(4, 3), away))
    await expect(overview()).rejects.toThrow('Away.')
    expect((await overview()).hasFamilies).toBe(true)
    jest.advanceTimersByTime(61_000)
    expect((await overview()).hasFamilies).toBe(true)
    await jest.advanceTimersByTimeAsync(1)
    expect((await overview()).hasFamilies).toBe(true)
  })
})
