import { describe, expect, it } from '@jest/globals'
import { figuresOf, intervalsOf, meanAndSpread } from '../../../bench/evaluate/figures.ts'
import { foldsOf } from '../../../bench/evaluate/evaluate.ts'

const score = (hits: number, wrong: number, missed: number, named = hits) => ({
  hits,
  wrong,
  missed,
  named,
})

describe('the figures of a facet', () => {
  it('count every value alike, whichever article it is in', () => {
    const { precision, recall, f1, named } = figuresOf([score(9, 0, 3, 6), score(0, 3, 0)])
    expect(precision).toBe(75)
    expect(recall).toBe(75)
    expect(f1).toBe(75)
    expect(named).toBeCloseTo(66.67)
  })

  it('are 0 where nothing was found and nothing was to be found', () => {
    expect(figuresOf([score(0, 0, 0)])).toEqual({ precision: 0, recall: 0, f1: 0, named: 0 })
  })

  it('lie within their intervals, which are narrower the more articles there are', () => {
    const some = [score(3, 1, 1), score(4, 0, 0), score(1, 2, 1), score(5, 0, 2)]
    const many = Array.from({ length: 25 }, () => some).flat()
    const { f1 } = figuresOf(some)
    const [wide, narrow] = [intervalsOf(some).f1, intervalsOf(many).f1]
    expect(wide.low).toBeLessThan(narrow.low)
    expect(narrow.low).toBeLessThan(f1)
    expect(f1).toBeLessThan(narrow.high)
    expect(narrow.high).toBeLessThan(wide.high)
  })

  it('have no width where all articles are alike', () => {
    expect(intervalsOf([score(1, 1, 0), score(1, 1, 0)]).precision).toEqual({ low: 50, high: 50 })
  })

  it('have the same intervals every time', () => {
    const scores = Array.from({ length: 30 }, (_, at) => score(at % 5, at % 3, at % 2))
    expect(intervalsOf(scores)).toEqual(intervalsOf(scores))
  })
})

describe('folds', () => {
  const items = Array.from({ length: 200 }, (_, at) => ({ id: `article-${at}` }))

  it('hold every article once', () => {
    const folds = foldsOf(items, 5)
    expect(folds.map((fold) => fold.length).every((length) => length > 20)).toBe(true)
    expect(
      folds
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(items.map(({ id }) => id).sort())
  })

  it('keep an article where it is when others come or go', () => {
    const whole = foldsOf(items, 5)
    const half = foldsOf(items.slice(100), 5)
    half.forEach((fold, at) => {
      expect(whole[at]).toEqual(expect.arrayContaining(fold))
    })
  })

  it('are told by their mean and the deviation of a sample', () => {
    expect(meanAndSpread([2, 4, 6])).toEqual({ mean: 4, spread: 2 })
    expect(meanAndSpread([7])).toEqual({ mean: 7, spread: 0 })
  })
})
