import { describe, expect, it } from '@jest/globals'
import { chooseUnit } from '../../server/choose-unit.ts'
import { emptyState, withPeriod } from '../../server/search-state.ts'

describe('a timeline', () => {
  const decades = { first: 1980, last: 2020 }
  const some = { first: 2010, last: 2020 }

  it.each([
    ['of decades', decades, '', '', 'year'],
    ['of some years', some, '', '', 'month'],
    ['of exactly fifteen years', { first: 2006, last: 2020 }, '', '', 'month'],
    ['of sixteen years', { first: 2005, last: 2020 }, '', '', 'year'],
    ['of a year among decades', decades, '2016', '2016', 'month'],
    ['of the last years of decades', decades, '2016', '', 'month'],
    ['of the first years of decades', decades, '', '1985-06', 'month'],
    ['of most of the decades', decades, '1990', '', 'year'],
    ['of a month', decades, '2016-04', '2016-04', 'day'],
    ['of three months', some, '2016-10', '2016-12', 'day'],
    ['of four months', some, '2016-09', '2016-12', 'month'],
    ['from a month on', some, '2016-04', '', 'month'],
    ['without dated articles', undefined, '', '', 'month'],
  ] as const)('%s is drawn by the right unit', (_, years, from, to, unit) => {
    expect(chooseUnit(withPeriod(emptyState, from, to), years)).toBe(unit)
  })
})
