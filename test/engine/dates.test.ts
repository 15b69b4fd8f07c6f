import { describe, expect, it } from '@jest/globals'
import { dateOf, periodOf } from '../../engine/dates.ts'

describe('periodOf', () => {
  it.each([
    ['2016-04-11', '2016-04-11', '2016-04-11'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2016-12', '2016-12-01', '2016-12-31'],
    ['2016', '2016-01-01', '2016-12-31'],
    ['1969', '1969-01-01', '1969-12-31'],
  ])('%s is from %s to %s', (date, first, last) => {
    const period = periodOf(date)
    expect(period && [dateOf(period.first), dateOf(period.last)]).toEqual([first, last])
  })

  it.each([
    '',
    '2016-13',
    '2016-00',
    '2015-02-29',
    '2016-04-31',
    '2016-4',
    '16',
    '2016-04-11T00:00',
    'yesterday',
  ])('refuses “%s”', (date) => {
    expect(periodOf(date)).toBeUndefined()
  })
})
