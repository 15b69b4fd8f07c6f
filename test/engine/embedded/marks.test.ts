import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dateOf, periodOf } from '../../../engine/dates.ts'
import { dateMarks, periodMarks } from '../../../engine/embedded/marks.ts'
import { periodBetween } from '../../../engine/query/plan-query.ts'

const day = fc.integer({ min: -130_000, max: 60_000 })

function published(number: number, length: 4 | 7 | 10): string {
  return dateOf(number).slice(0, length)
}

describe('date marks', () => {
  it('meet the marks of a period exactly when the publication period lies inside it', () => {
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(4, 7, 10), (a, b, c, length) => {
        const article = published(c, length)
        const [first, last] = [Math.min(a, b), Math.max(a, b)]
        const wanted = new Set(periodMarks({ first, last }))
        const own = periodOf(article)
        const inside = own !== undefined && own.first >= first && own.last <= last
        expect(dateMarks(article).some((mark) => wanted.has(mark))).toBe(inside)
      }),
      { numRuns: 500 },
    )
  })

  it('stay few, also for a period with an open end', () => {
    expect(periodMarks(periodBetween('2016-03-05', '')).length).toBeLessThan(80)
    expect(periodMarks(periodBetween('2016-04', '2016-04'))).toEqual(['=d201604'])
  })

  it('are none for an undated article', () => {
    expect(dateMarks('')).toEqual([])
  })
})
