import { describe, expect, it } from '@jest/globals'
import { explain } from '../../../engine/query/explain.ts'
import { parse } from '../../../engine/query/parse.ts'

const explained = (typed: string) => explain(parse(typed).query)

describe('explain', () => {
  it.each([
    ['', ''],
    ['S-300', 'with “S-300”'],
    ['S-300 delivery iran', 'with “S-300”, “delivery” and “iran”'],
    ['deliver* S-300', 'with words that begin with “deliver” and “S-300”'],
    ['Dehgan~ visit', 'with a word like “Dehgan” and “visit”'],
    ['=deliveries "=sold to"', 'with exactly “deliveries” and exactly “sold to”'],
    ['title:iran', 'with “iran” in the title'],
    ['iran -syria -"air strike"', 'with “iran”, without “syria” or “air strike”'],
    ['-(syria OR iraq)', 'without “syria” or “iraq”'],
    ['-(syria iraq)', 'without (“syria” and “iraq”)'],
  ])('words: %s', (typed, english) => {
    expect(explained(typed)).toBe(english)
  })

  it.each([
    ['S-300 OR S-400', 'with “S-300” or “S-400”'],
    ['(S-300 OR S-400) iran', 'with (“S-300” or “S-400”) and “iran”'],
    ['a OR b c', 'with “a” or (“b” and “c”)'],
    ['a OR -b', 'with “a” or not “b”'],
    ['a OR outlet:Reuters', 'with “a” or published by Reuters'],
    ['(a OR outlet:Reuters) b', 'with “b”, (with “a” or published by Reuters)'],
    ['(a outlet:Reuters) OR b', '(with “a”, published by Reuters) or with “b”'],
    ['-(a outlet:Reuters)', 'not (with “a”, published by Reuters)'],
  ])('groups: %s', (typed, english) => {
    expect(explained(typed)).toBe(english)
  })

  it.each([
    ['a NEAR b', 'with “a” within 10 words of “b”'],
    ['a NEAR/1 "b c"', 'with “a” within 1 word of “b c”'],
    ['"a b c"~5', 'with “a”, “b” and “c” within 5 words'],
    [
      '(S-300 OR S-4*) NEAR/5 Iran',
      'with (“S-300” or words that begin with “S-4”) within 5 words of “Iran”',
    ],
    ['title:"a b"~5', 'with “a” within 5 words of “b” in the title'],
    ['-"a b"~5', 'without “a” within 5 words of “b”'],
    ['a NEAR/2 b c', 'with (“a” within 2 words of “b”) and “c”'],
    ['a NEAR/2 b OR c', 'with (“a” within 2 words of “b”) or “c”'],
  ])('distances: %s', (typed, english) => {
    expect(explained(typed)).toBe(english)
  })

  it.each([
    ['outlet:Reuters cites:TASS', 'published by Reuters, citing TASS'],
    ['-outlet:Reuters', 'not published by Reuters'],
    ['outlet:(Reuters OR TASS)', 'published by Reuters or TASS'],
    ['person:"Hossein Dehghan" place:Iran', 'about Hossein Dehghan, about Iran'],
    ['outlet:[none]', 'without a known outlet'],
    ['-cites:[none]', 'with a cited medium'],
    ['outlet:([none] OR TASS)', 'without a known outlet or published by TASS'],
    ['lang:en', 'in English'],
    ['-lang:fa', 'not in Persian'],
    ['lang:en OR lang:ru', 'in English or in Russian'],
  ])('values: %s', (typed, english) => {
    expect(explained(typed)).toBe(english)
  })

  it.each([
    ['after:2016-03', 'in or after March 2016'],
    ['after:2016-03-09', 'on or after 9 March 2016'],
    ['before:2016', 'in or before 2016'],
    ['date:2016-04-11', 'on 11 April 2016'],
    ['-date:2016-04', 'not in April 2016'],
    ['after:2016-03 a before:2016-06-30', 'with “a”, from March 2016 to 30 June 2016'],
    ['after:2016 after:2017 before:2018', 'in or after 2016, in or after 2017, in or before 2018'],
  ])('dates: %s', (typed, english) => {
    expect(explained(typed)).toBe(english)
  })

  it('puts it all together', () => {
    expect(explained('deliver* S-300 outlet:Reuters -test after:2016-03')).toBe(
      'with words that begin with “deliver” and “S-300”, without “test”, published by Reuters, in or after March 2016',
    )
  })

  it.each([
    ['US', 'with exactly “US”'],
    ['=US title:delivery lang:en', 'with exactly “US” and “delivery” in the title, in English'],
    ['US -test', 'with “US”, without “test”, in exact spelling'],
    ['deliver* US', 'with words that begin with “deliver” and “US”, in exact spelling'],
    ['a outlet:Reuters OR b', '(with “a”, published by Reuters) or with “b”, in exact spelling'],
    ['outlet:Reuters', 'published by Reuters'],
    ['', ''],
  ])('exact spelling of the whole, once: %s', (typed, english) => {
    expect(explain(parse(typed).query, 'exact')).toBe(english)
  })

  it('says nothing of what a warning says is ignored', () => {
    expect(explained('iran || syria')).toBe('with “iran” and “syria”')
    expect(explained('"air strike"* -!')).toBe('with “air strike”')
  })
})
