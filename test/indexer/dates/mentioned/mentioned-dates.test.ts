import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mentionedDates } from '../../../../indexer/dates/mentioned/mentioned-dates.ts'

/** 27 April 2016 was a Wednesday. */
const published = '2016-04-27'
const found = (text: string, day = published) =>
  mentionedDates(text, day).map(({ date, start, end }) => `${text.slice(start, end)} = ${date}`)

describe('dates that are complete in themselves', () => {
  it.each([
    ['The pact of April 12, 2010, holds.', 'April 12, 2010 = 2010-04-12'],
    ['It left on Monday, April 12, 2010.', 'Monday, April 12, 2010 = 2010-04-12'],
    ['It left on 12 April 2010.', '12 April 2010 = 2010-04-12'],
    ['It left on the 12th of April 2010.', '12th of April 2010 = 2010-04-12'],
    ['It left on 2010-04-12 at noon.', '2010-04-12 = 2010-04-12'],
    ['It left in Sept. 2010.', 'Sept. 2010 = 2010-09'],
    ['It left in April of 2010.', 'April of 2010 = 2010-04'],
    ['It left in 2010.', '2010 = 2010'],
    ['It sailed in 1588, when', '1588 = 1588'],
    ['The 2012 election was near.', '2012 = 2012'],
    ['The ferry (2010) is blue.', '2010 = 2010'],
    ['It will be ready by 2030.', '2030 = 2030'],
    ['After 9/11 it stayed.', '9/11 = 2001-09-11'],
    ['The Sept. 11 attacks changed it.', 'Sept. 11 = 2001-09-11'],
  ])('are found in %j, whether or not the day of publication is known', (text, date) => {
    expect(found(text)).toEqual([date])
    expect(found(text, '')).toEqual([date])
  })

  it.each([
    ['It ran April 5-7, 2010.', ['April 5 = 2010-04-05', '7, 2010 = 2010-04-07']],
    ['It ran 5 to 7 April 2010.', ['5 = 2010-04-05', '7 April 2010 = 2010-04-07']],
    ['It ran from 2010 to 2014.', ['2010 = 2010', '2014 = 2014']],
    ['It ran in 2010-14.', ['2010 = 2010', '14 = 2014']],
    ['It ran in 2000, 2010 and 2014.', ['2000 = 2000', '2010 = 2010', '2014 = 2014']],
  ])('are two where both ends are named: %j', (text, dates) => {
    expect(found(text)).toEqual(dates)
  })
})

describe('dates that relate to publication', () => {
  it.each([
    ['The ferry sank on Tuesday.', 'Tuesday = 2016-04-26'],
    ['The ferry sank on Wednesday.', 'Wednesday = 2016-04-27'],
    ['The ferry sank on Thursday.', 'Thursday = 2016-04-21'],
    ['The crew will meet on Tuesday.', 'Tuesday = 2016-05-03'],
    ['Officials said Tuesday the crew will meet.', 'Tuesday = 2016-04-26'],
    ['The crew, he said, would sail on Friday.', 'Friday = 2016-04-29'],
    ['The hearing is Thursday.', 'Thursday = 2016-04-28'],
    ['It sank last Wednesday.', 'last Wednesday = 2016-04-20'],
    ['See it next Wednesday.', 'next Wednesday = 2016-05-04'],
    ['It sank on April 12.', 'April 12 = 2016-04-12'],
    ['It sank on Dec. 12.', 'Dec. 12 = 2015-12-12'],
    ['The vote is scheduled for May 12.', 'May 12 = 2016-05-12'],
    ['The vote is planned for Nov. 8.', 'Nov. 8 = 2016-11-08'],
    ['It sank on Tuesday, Dec. 9.', 'Tuesday, Dec. 9 = 2014-12-09'],
    ['It was built in November.', 'November = 2015-11'],
    ['It will be built in November.', 'November = 2016-11'],
    ['It sank in April.', 'April = 2016-04'],
    ['It sank last April.', 'last April = 2015-04'],
    ['A November storm broke it.', 'November = 2015-11'],
    ['December’s storm broke it.', 'December = 2015-12'],
    ['It sank yesterday.', 'yesterday = 2016-04-26'],
    ['It sails tomorrow.', 'tomorrow = 2016-04-28'],
    ['It sank three days ago.', 'three days ago = 2016-04-24'],
    ['It sank 10 years ago.', '10 years ago = 2006'],
    ['It sank four months ago.', 'four months ago = 2015-12'],
    ['It sank last month.', 'last month = 2016-03'],
    ['It sails later this year.', 'this year = 2016'],
    ['It sails next year.', 'next year = 2017'],
  ])('are resolved against it: %j', (text, date) => {
    expect(found(text)).toEqual([date])
  })

  it.each([
    'It sank on Tuesday.',
    'It sank yesterday.',
    'It sank on April 12.',
    'It sank in April.',
    'It sank last year.',
  ])('are not guessed where it is unknown: %j', (text) => {
    expect(found(text, '')).toEqual([])
  })

  it.each([
    ['It sank last year.', ['last year = 2015'], ['last year = 2015']],
    ['It sank last month.', ['last month = 2016-03'], []],
    ['It sank on April 12.', ['April 12 = 2016-04-12'], []],
    ['It sank on Tuesday.', [], []],
  ])('are as precise as it allows: %j', (text, ofMonth, ofYear) => {
    expect(found(text, '2016-04')).toEqual(ofMonth)
    expect(found(text, '2016')).toEqual(ofYear)
  })

  it('reach over the turn of the year', () => {
    expect(found('It sank on Dec. 30.', '2016-01-02')).toEqual(['Dec. 30 = 2015-12-30'])
    expect(found('It sank last month.', '2016-01-31')).toEqual(['last month = 2015-12'])
    // November has no day like this one.
    expect(found('It sank last month.', '2018-12-31')).toEqual(['last month = 2018-11'])
    expect(found('It sank six months ago.', '2018-12-31')).toEqual(['six months ago = 2018-06'])
    expect(found('It sank two days ago.', '2016-03-01')).toEqual(['two days ago = 2016-02-28'])
  })
})

describe('a month with words that tell its year', () => {
  it.each([
    ['It sank in July last year.', 'July last year = 2015-07'],
    ['It sank in March of last year.', 'March of last year = 2015-03'],
    ['It sank by October of last year.', 'October of last year = 2015-10'],
    ['It sank in March this year.', 'March this year = 2016-03'],
    ['It sails in February next year.', 'February next year = 2017-02'],
    ['It sank in July a year ago.', 'July a year ago = 2015-07'],
    ['It sank in July two years ago.', 'July two years ago = 2014-07'],
    ['It sank on July 12 last year.', 'July 12 last year = 2015-07-12'],
    ['It sank on 12 July last year.', '12 July last year = 2015-07-12'],
    ['It sank in July, last year’s hottest month.', 'July = 2015-07', 'last year = 2015'],
  ])('is one date: %j', (text, ...dates) => {
    expect(found(text)).toEqual(dates)
  })

  it.each([
    'It sank in July of that year.',
    'It sank in July the same year.',
    'It sank in July a year earlier.',
    'It sank on July 12 of the following year.',
    'The women’s March last week drew a crowd.',
  ])('is none where the year is that of something else: %j', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('a time that the text does not put ahead', () => {
  it.each([
    'She advanced to the second round of the Harbour Open on Thursday.',
    'He launched his re-election campaign on Thursday.',
    'The council announced the rally plan Thursday.',
    'A fire that appeared to begin in one home on Thursday afternoon engulfed the street.',
    'She may have left the coming-of-age play on Thursday.',
    'He will be tried for a fire he saw following the vote on Thursday.',
    'It would have sailed on Thursday.',
    'They will honour him for the victory on Thursday.',
    'The mayor will be asked about Thursday’s fire.',
    'By Thursday, twenty ships had sunk.',
    'Even Thursday, aides weren’t sure that the crew will sail.',
    'Some will stay (as of Thursday there were ten).',
  ])('is past: %j', (text) => {
    expect(found(text)).toEqual([expect.stringMatching(/^Thursday = 2016-04-21$/)])
  })

  it.each([
    'The report will be released on Thursday.',
    'The crew is to sail Thursday.',
    'The crew are expected to sail on Thursday.',
    'The crew plans to sail Thursday.',
    'A hearing is scheduled for Thursday.',
    'On Thursday, the crew will sail.',
    'The trial starts Thursday.',
    'The crew are surely going back to sea on Thursday.',
    'The mayor will speak before Thursday’s vote.',
  ])('is ahead only where it does: %j', (text) => {
    expect(found(text)).toEqual(['Thursday = 2016-04-28'])
  })

  it.each([
    ['Ships sank on Monday and Tuesday.', ['2016-04-25', '2016-04-26']],
    ['Ships sank on Tuesday and Thursday.', ['2016-04-19', '2016-04-21']],
    ['The gates are shut both Wednesday and Thursday.', ['2016-04-27', '2016-04-28']],
    ['Ships will sail on Thursday and Saturday.', ['2016-04-28', '2016-04-30']],
  ])('has its second day after the first: %j', (text, dates) => {
    expect(mentionedDates(text, published).map(({ date }) => date)).toEqual(dates)
  })

  it('lies ahead where what is set for a month is spoken of', () => {
    expect(found('Seats are at stake in November’s election.', '2018-02-02')).toEqual([
      'November = 2018-11',
    ])
    expect(found('A post for the November mid-term vote.', '2018-02-02')).toEqual([
      'November = 2018-11',
    ])
    expect(found('He lost in November’s election.', '2018-02-02')).toEqual(['November = 2017-11'])
  })

  it.each([
    ['The ferry sank on Sept. 20.', ['Sept. 20 = 2015-09-20']],
    ['In October, Sen. Quill joined the crew.', ['October = 2015-10']],
    ['The timing of the Sept. 20 letter is odd.', ['Sept. 20 = 2015-09-20']],
    ['The ferry sank on May 20.', []],
    ['A ship seen on Wednesday, Oct. 11.', []],
  ])('is not the next one for being nearer: %j', (text, dates) => {
    expect(found(text)).toEqual(dates)
  })
})

describe('what is no date', () => {
  it.each([
    'It may march on a second front.',
    'Theresa May and April Ryan met.',
    'The Women’s March drew thousands; the March on the town did not.',
    'Theresa May’s plan failed.',
    'About 2000 troops and 1500 tons came.',
    'In 1600 homes there was no light.',
    'It cost $2016 and 2,015 votes.',
    'At 2030 GMT it left, at 1830 hours it came back.',
    'The Boeing 2020X and Resolution 1929 and S-2000.',
    'In fiscal 2015 it grew.',
    'He worked for 10 years and two months.',
    'More than 10 years ago it sank.',
    'A few days ago it sank.',
    'Over the last year it grew.',
    'The 1990s were calm.',
    'The Sunday Times, Saturday Night Live and Black Friday are names.',
    'It runs every Tuesday, on Mondays and on a Sunday in spring.',
    'On Feb. 30 nothing happened.',
    'They sat in the sun for a second.',
    '© 2016 Harbour Courier',
  ])('is not found: %j', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('the dates of any text', () => {
  const pieces = fc.constantFrom(
    ...['on', 'in', 'the', 'will', 'said', 'April', 'May', '12', '2010', 'Tuesday', 'last', 'next'],
    ...['year', 'month', 'ago', 'three days', '5-7', ',', '.', '’s', '(', ')', '-', '2000', '9/11'],
  )
  const prose = fc
    .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', '', '\n')), { maxLength: 40 })
    .map((words) => words.map(([word, gap]) => word + gap).join(''))

  it('lie inside it, one behind the other, and exist', () => {
    fc.assert(
      fc.property(prose, fc.constantFrom('', '2016', '2016-04', '2016-02-29'), (text, day) => {
        let last = 0
        for (const { date, start, end } of mentionedDates(text, day)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(date).toMatch(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
          last = end
        }
      }),
    )
  })

  it('lie less than a year ahead where the text writes no year', () => {
    const wordless = prose.filter((text) => !/\d{4}|year/.test(text))
    fc.assert(
      fc.property(wordless, (text) => {
        for (const { date } of mentionedDates(text, '2016-04-27'))
          expect(date <= '2017-04').toBe(true)
      }),
    )
  })

  it('are 500 at most', () => {
    expect(mentionedDates('In 2010, it sank. '.repeat(600), '')).toHaveLength(500)
  })
})
