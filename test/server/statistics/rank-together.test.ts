import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  rankTogether,
  type Background,
  type Seen,
} from '../../../server/statistics/rank-together.ts'

const seen = (id: string, count: number): Seen => ({ id, value: id.toUpperCase(), count })

const among100: Background = {
  one: 40,
  all: 100,
  articles: new Map([
    ['everywhere', 100],
    ['mostly-here', 25],
    ['only-here', 8],
    ['once', 1],
    ['elsewhere', 50],
  ]),
  least: 3,
  most: 10,
  isCut: false,
}

describe('rankTogether', () => {
  it('lists what is more often there than by chance, the surest first, and nothing else', () => {
    const values = [
      seen('everywhere', 40),
      seen('mostly-here', 24),
      seen('elsewhere', 10),
      seen('only-here', 8),
      seen('once', 1),
    ]
    const ranking = rankTogether(values, among100)
    expect(ranking.values.map(({ id }) => id)).toEqual(['mostly-here', 'only-here'])
    expect(ranking.isComplete).toBe(true)
  })

  it('says how many articles have a value at all and how many times as often as by chance it is there', () => {
    const [only] = rankTogether([seen('only-here', 8)], among100).values
    expect(only).toEqual({ id: 'only-here', value: 'ONLY-HERE', count: 8, articles: 8, lift: 2.5 })
  })

  it('leaves out what chance may well explain', () => {
    const articles = new Map([['hardly', 11]])
    const { values } = rankTogether([seen('hardly', 5)], { ...among100, articles })
    expect(values).toEqual([])
  })

  it('says when a value that was not looked at might belong in the list', () => {
    const values = [seen('mostly-here', 24), seen('only-here', 8)]
    expect(rankTogether(values, { ...among100, isCut: true }).isComplete).toBe(false)
  })

  it('is complete where nothing that was cut off could reach the last one listed', () => {
    const values = [seen('mostly-here', 24), seen('only-here', 8)]
    const first = rankTogether(values, { ...among100, isCut: true, most: 1 })
    expect(first.values.map(({ id }) => id)).toEqual(['mostly-here'])
    expect(first.isComplete).toBe(true)
  })

  it('does not judge a value whose articles are not known, and says so', () => {
    const ranking = rankTogether([seen('unheard-of', 30), seen('only-here', 8)], among100)
    expect(ranking.values.map(({ id }) => id)).toEqual(['only-here'])
    expect(ranking.isComplete).toBe(false)
  })

  it('lists the same with and without the rest wherever it says that it is complete', () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(300)), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 30 }), (pairs, size) => {
        const values = pairs
          .map(([count], at) => seen(`v${at}`, count))
          .toSorted((a, b) => b.count - a.count)
        const articles = new Map(pairs.map(([count, more], at) => [`v${at}`, count + more]))
        const background = { one: 60, all: 400, articles, least: 3, most: 5, isCut: false }
        const whole = rankTogether(values, background)
        const isCut = values.length > size
        const part = rankTogether(values.slice(0, size), { ...background, isCut })
        if (part.isComplete)
          expect(part.values.map(({ lift }) => lift)).toEqual(whole.values.map(({ lift }) => lift))
      }),
    )
  })
})
