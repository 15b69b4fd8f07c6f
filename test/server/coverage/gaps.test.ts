import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { gapsOf } from '../../../server/coverage/gaps.ts'
import { columnsBetween, columnUnit, monthsBetween } from '../../../server/coverage/months.ts'

const month = fc
  .tuple(fc.integer({ min: 1998, max: 2004 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, m]) => `${year}-${String(m).padStart(2, '0')}`)

describe('the gaps of an outlet', () => {
  it.each([
    [['2016-01'], []],
    [['2016-01', '2016-02'], []],
    [['2016-03', '2016-01', '2016-03'], [{ from: '2016-02', to: '2016-02', months: 1 }]],
    [['2015-11', '2016-02'], [{ from: '2015-12', to: '2016-01', months: 2 }]],
    [[], []],
  ])('of %j are %j', (published, gaps) => {
    expect(gapsOf(published)).toEqual(gaps)
  })

  it('and its months make up all the time from the first to the last, each month once', () => {
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 40 }), (published) => {
        const missing = gapsOf(published).flatMap(({ from, to }) => monthsBetween(from, to))
        const [first = '', last = ''] = [published.toSorted()[0], published.toSorted().at(-1)]
        expect([...new Set(published), ...missing].sort()).toEqual(monthsBetween(first, last))
      }),
    )
  })

  it('are as long as they say, and never touch each other', () => {
    fc.assert(
      fc.property(fc.array(month, { maxLength: 40 }), (published) => {
        const gaps = gapsOf(published)
        for (const { from, to, months } of gaps)
          expect(monthsBetween(from, to)).toHaveLength(months)
        for (const [at, { to }] of gaps.entries())
          expect(monthsBetween(to, gaps[at + 1]?.from ?? '9999-12').length).toBeGreaterThan(2)
      }),
    )
  })
})

describe('the columns of a table', () => {
  it.each([
    ['2015-01', '2016-12', 'month', 24],
    ['2015-01', '2017-01', 'year', 3],
    ['1991-06', '2015-01', 'year', 25],
    ['1989-12', '2015-01', 'decade', 4],
  ] as const)('from %s to %s are by %s', (first, last, unit, columns) => {
    expect(columnUnit(first, last)).toBe(unit)
    expect(columnsBetween(first, last, unit)).toHaveLength(columns)
  })
})
