import { describe, expect, it } from '@jest/globals'
import { publicationDate } from '../../../indexer/dates/published.ts'

const today = '2024-03-10'
const read = (...printed: string[]) => publicationDate(printed, '', today)

describe('the date of publication', () => {
  it.each([
    ['2016-04-27', '2016-04-27'],
    ['2016-4-7', '2016-04-07'],
    ['2016/04/27', '2016-04-27'],
    ['20160427', '2016-04-27'],
    ['2016-04-27T23:30:00-04:00', '2016-04-27'],
    ['2016-04-27 01:20:00+00:00', '2016-04-27'],
    ['4/27/16', '2016-04-27'],
    ['4/7/2016', '2016-04-07'],
    ['12/31/98', '1998-12-31'],
    ['27/4/2016', '2016-04-27'],
    ['27.4.2016', '2016-04-27'],
    ['Wed, 27 Apr 2016 23:15:00 +0300', '2016-04-27'],
    ['27 April 2016', '2016-04-27'],
    ['27th of April', ''],
    ['1st Sept. 2016', '2016-09-01'],
    ['April 27, 2016', '2016-04-27'],
    ['Wednesday, April 27, 2016 at 10:15 AM EDT', '2016-04-27'],
    ['Apr. 27 2016', '2016-04-27'],
    ['April 2016', '2016-04'],
    ['2016-04', '2016-04'],
    ['2016', '2016'],
    ['  27   April\n2016 ', '2016-04-27'],
  ])('reads %j as %j', (printed, date) => {
    expect(read(printed)).toBe(date)
  })

  it.each([
    '',
    'yesterday',
    '3 hours ago',
    '1461751200',
    '2016-02-30',
    '2016-13-01',
    '13/13/2016',
    '2016-00',
    '27',
    'May 5',
  ])('is unknown for %j', (printed) => {
    expect(read(printed)).toBe('')
  })

  it.each(['2024-03-12', '2025', '2024-04', '1599-12-31', '0001-01-01'])(
    'refuses %s, seen on 2024-03-10',
    (printed) => {
      expect(read(printed)).toBe('')
    },
  )

  it.each(['2024-03-11', '2024-03', '2024', '1600-01-01'])(
    'accepts %s, seen on 2024-03-10',
    (printed) => {
      expect(read(printed)).toBe(printed)
    },
  )

  it('is the first candidate that is a date', () => {
    expect(read('today', '2030-01-01', '27 April 2016', '2015-01-01')).toBe('2016-04-27')
  })

  it('is the day in the path of the address when nothing else tells it', () => {
    const url = 'https://paper.example/world/2016/04/27/talks-resume.html'
    expect(publicationDate([], url, today)).toBe('2016-04-27')
    expect(publicationDate(['2016-04-28'], url, today)).toBe('2016-04-28')
  })

  it.each([
    'https://paper.example/uploads/2016/04/talks.html',
    'https://paper.example/9999/99/99/x',
    'https://paper.example/?d=2016/04/27',
  ])('is not guessed from %s', (url) => {
    expect(publicationDate([], url, today)).toBe('')
  })
})
