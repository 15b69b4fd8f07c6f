import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dateOf, periodOf } from '../../../engine/dates.ts'
import {
  firstDayOf,
  isInside,
  packDate,
  packPeriod,
  undated,
} from '../../../engine/embedded/packed-date.ts'
import { periodBetween } from '../../../engine/query/plan-query.ts'

const day = fc.integer({ min: -130_000, max: 60_000 })

describe('a packed date', () => {
  it('lies inside a period exactly when its whole period does', () => {
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(4, 7, 10), (a, b, c, length) => {
        const published = dateOf(c).slice(0, length)
        const [first, last] = [Math.min(a, b), Math.max(a, b)]
        const own = periodOf(published)
        const inside = own !== undefined && own.first >= first && own.last <= last
        expect(isInside(packDate(published), packPeriod({ first, last }))).toBe(inside)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['2016-04-11', '', '', true],
    ['2016', '2016', '', true],
    ['2016', '', '2016-12-31', true],
    ['2016', '', '2016-12-30', false],
    ['2016-04', '', '2016-04-29', false],
    ['9999', '9999', '9999', true],
    ['0000', '', '0000', true],
    ['', '', '', false],
  ])('of %j from %j to %j: %j', (published, from, to, inside) => {
    expect(isInside(packDate(published), packPeriod(periodBetween(from, to)))).toBe(inside)
  })

  it('keeps its first day', () => {
    expect(dateOf(firstDayOf(packDate('1912-02')))).toBe('1912-02-01')
    expect(dateOf(firstDayOf(packDate('1969-12-31')))).toBe('1969-12-31')
    expect(packDate('2016-13')).toBe(undated)
  })
})
