import { describe, expect, it } from '@jest/globals'
import { readPrintedDate, type PrintedContext } from '../../../indexer/dates/printed-date.ts'

const context: PrintedContext = { today: '2024-03-10', language: '', order: 'month first' }
const read = (printed: string, language = '') =>
  readPrintedDate(printed, { ...context, language }).join(' or ')

describe('a printed date', () => {
  it.each([
    ['2016-04-27', '2016-04-27'],
    ['2016-4-7', '2016-04-07'],
    ['2016/04/27', '2016-04-27'],
    ['20160427', '2016-04-27'],
    ['20160427T101500Z', '2016-04-27'],
    ['2016-04-27T23:30:00-04:00', '2016-04-27'],
    ['2016-04-27 01:20:00+00:00', '2016-04-27'],
    ['4/27/16', '2016-04-27'],
    ['4/7/2016', '2016-04-07 or 2016-07-04'],
    ['4/4/2016', '2016-04-04'],
    ['12/31/98', '1998-12-31'],
    ['27/4/2016', '2016-04-27'],
    ['27.4.2016', '2016-04-27'],
    ['27.04.16', '2016-04-27'],
    ['27-04-2016', '2016-04-27'],
    ['Wed, 27 Apr 2016 23:15:00 +0300', '2016-04-27'],
    ['27 April 2016', '2016-04-27'],
    ['27-Apr-2016', '2016-04-27'],
    ['1st Sept. 2016', '2016-09-01'],
    ['27th of April 2016', '2016-04-27'],
    ['April 27, 2016', '2016-04-27'],
    ['Wednesday, April 27, 2016 at 10:15 AM EDT', '2016-04-27'],
    ['Published: 10:15 GMT, 27 April 2016 | Updated: 11:00 GMT, 28 April 2016', '2016-04-27'],
    ['Apr. 27 2016', '2016-04-27'],
    ['April 2016', '2016-04'],
    ['2016-04', '2016-04'],
    ['2016', '2016'],
    ['  27   April\n2016 ', '2016-04-27'],
  ])('reads %j as %j', (printed, date) => {
    expect(read(printed)).toBe(date)
  })

  it.each([
    ['27 апреля 2016 г., 10:15', '2016-04-27'],
    ['Опубликовано: 27 апреля 2016', '2016-04-27'],
    ['27 квітня 2016', '2016-04-27'],
    ['٢٧ أبريل ٢٠١٦', '2016-04-27'],
    ['5 تشرين الأول 2016', '2016-10-05'],
    ['27 نيسان/أبريل 2016', '2016-04-27'],
    ['27 Nisan 2016 Çarşamba', '2016-04-27'],
    ['27 de abril de 2016', '2016-04-27'],
    ['le 1er mai 2016', '2016-05-01'],
    ['Mittwoch, 27. April 2016', '2016-04-27'],
    ['27 kwietnia 2016', '2016-04-27'],
    ['2016. április 27.', '2016-04-27'],
    ['2016年4月27日10:15', '2016-04-27'],
    ['2016년 4월 27일', '2016-04-27'],
    ['27 tháng 4, 2016', '2016-04-27'],
    ['२७ अप्रैल २०१६', '2016-04-27'],
    ['۸ اردیبهشت ۱۳۹۵', '2016-04-27'],
    ['۳۰ اسفند ۱۳۹۵', '2017-03-20'],
  ])('reads %j as %j, whatever language it is said to be', (printed, date) => {
    expect(read(printed)).toBe(date)
    expect(read(printed, 'en')).toBe(date)
  })

  it('takes for the month what its language calls so', () => {
    expect(read('5 listopada 2016', 'pl')).toBe('2016-11-05')
    expect(read('5 listopada 2016', 'hr-HR')).toBe('2016-10-05')
    expect(read('5 listopada 2016')).toBe('')
  })

  it('reads numbers by the Persian calendar in Persian only', () => {
    expect(read('۱۳۹۵/۰۲/۰۸', 'fa')).toBe('2016-04-27')
    expect(read('1395/02/08')).toBe('1395-02-08')
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
    '2016-04-27-2',
    '1/2/2016/3',
    '27',
    'May 5',
    '27th of April',
    '27 Sepp 2016',
    '۳۰ اسفند ۱۳۹۴',
    'فروردین ۱۳۹۵',
    'Updated 27 April 2016',
    'Last modified: 2016-04-27',
    'Обновлено: 27 апреля 2016',
  ])('is not found in %j', (printed) => {
    expect(read(printed)).toBe('')
  })

  it('does not look at more of a line than prints a date', () => {
    expect(read(`${'a '.repeat(500_000)} 27 April 2016`)).toBe('')
  })
})
