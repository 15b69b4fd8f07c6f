import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { firstByDate } from '../../../engine/embedded/order.ts'
import { firstDayOf, packDate, undated } from '../../../engine/embedded/packed-date.ts'

/** Dates by sequence number; there is no article 0. */
function columnsOf(published: readonly string[]) {
  const date = Int32Array.from(['', ...published], packDate)
  const days = [...date].filter((packed) => packed !== undated).map(firstDayOf)
  const dateOf = (sequence: number) => date[sequence] ?? undated
  return { dateOf, firstDay: Math.min(...days, 0), lastDay: Math.max(...days, -1) }
}

const all = (published: readonly string[]) => Int32Array.from(published, (_, i) => i + 1)

describe('the order by date', () => {
  const published = ['2016-04-11', '', '2016', '2016-04-11', '2015-12-31', '', '2016-01']

  it('has undated articles last, and equal days in the order of indexing, reversed for the newest', () => {
    const order = (sort: 'newest' | 'oldest') =>
      firstByDate(columnsOf(published), all(published), sort, 10)
    expect(order('newest')).toEqual([4, 1, 7, 3, 5, 6, 2])
    expect(order('oldest')).toEqual([5, 3, 7, 1, 4, 2, 6])
  })

  it('begins the same however little of it is asked for', () => {
    const date = fc.constantFrom('', '2016', '2016-01', '2016-04-11', '2020-02-29', '1999-12-31')
    fc.assert(
      fc.property(
        fc.array(date),
        fc.nat(20),
        fc.constantFrom('newest' as const, 'oldest' as const),
        (dates, most, sort) => {
          const whole = firstByDate(columnsOf(dates), all(dates), sort, dates.length)
          expect(whole).toHaveLength(dates.length)
          expect(firstByDate(columnsOf(dates), all(dates), sort, most)).toEqual(
            whole.slice(0, most),
          )
        },
      ),
    )
  })
})
