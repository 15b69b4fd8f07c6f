import { describe, expect, it } from '@jest/globals'
import { periodName, timelineUnit } from '../../engine/timeline.ts'

describe('the unit of a timeline', () => {
  it.each([
    ['day', '2016-04', '2016-05-02', 'day'],
    ['day', '2010-01-01', '2015-06-23', 'day'],
    ['day', '2010-01-01', '2015-06-24', 'month'],
    ['day', '2016-04', '', 'month'],
    ['day', '', '2016-04', 'month'],
    ['day', 'yesterday', '2016-04', 'month'],
    ['month', '', '', 'month'],
    ['year', '2016-04', '2016-04', 'year'],
  ] as const)('asked for by %s from "%s" to "%s" is the %s', (timeline, from, to, unit) => {
    expect(timelineUnit({ timeline, from, to })).toBe(unit)
  })
})

describe('the period of a date', () => {
  it.each([
    ['2016-04-11', 'year', '2016'],
    ['2016-04-11', 'month', '2016-04'],
    ['2016-04-11', 'day', '2016-04-11'],
    ['2016-04', 'day', undefined],
    ['2016', 'month', undefined],
    ['', 'year', undefined],
    ['2016-13', 'year', undefined],
  ] as const)('%s by %s is %s', (published, unit, period) => {
    expect(periodName(published, unit)).toBe(period)
  })
})
