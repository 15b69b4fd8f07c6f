import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { longestQuery, parse } from '../../../engine/query/parse.ts'
import { print } from '../../../engine/query/print.ts'
import { queries, queryTexts } from './arbitrary-queries.ts'

describe('print', () => {
  it.each([
    'S-300 "air defence" -syria outlet:"Moscow Times" title:iran after:2016-03',
    'a OR b c',
    '(a OR b) c',
    '-(a OR b) cd*',
    '(S-300 OR S-400) NEAR/5 Iran',
    '-(("air raid" OR b) NEAR/5 c)',
    'title:(“a b” NEAR/5 c)'.replaceAll(/[“”]/g, '"'),
    '"a b c"~5 =word "=two words" Dehgan~',
    'lang:en date:2016-04 before:2017 outlet:[none]',
  ])('writes %s as it is typed', (typed) => {
    expect(print(parse(typed).query)).toBe(typed)
  })

  it.each([
    ['a AND (b AND c)', 'a b c'],
    ['NOT (a)', '-a'],
    ['title:(a OR b)', 'title:a OR title:b'],
    ['S AND 300', 'S AND 300'],
    ['NOT --a', 'NOT --a'],
    ['S ! 300', 'S AND 300'],
    ['"S? 300 Iran"~5', '"S 300 Iran"~5'],
    ['"-S ! 300 Iran"~5', '"-S 300 Iran"~5'],
    ['"a ~5~2 c"~5', '"a 5 c"~5'],
    ['"! =a b c"~5', '"=a b c"~5'],
    ['-AND', '-"AND"'],
    ['a NEAR b', '"a b"~10'],
    ['a NEAR/3 b NEAR/5 c', '"a b"~3 "b c"~5'],
  ])('writes %s as %s', (typed, printed) => {
    expect(print(parse(typed).query)).toBe(printed)
  })

  it('gives back every tree', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(parse(print(query)).query).toEqual(query)
      }),
      { numRuns: 3_000 },
    )
  })

  it('gives back the tree of every text, and prints it the same again', () => {
    fc.assert(
      fc.property(queryTexts, (text) => {
        const { query } = parse(text)
        const printed = print(query)
        expect(parse(printed).query).toEqual(query)
        expect(print(parse(printed).query)).toBe(printed)
      }),
      { numRuns: 5_000 },
    )
  })

  it('gives back a query at every limit, though it is longer than what was typed', () => {
    const typed = `-title:(${Array.from({ length: 64 }, (_, i) => `"x ${'y'.repeat(10)}${i}"`).join('')})`
    const { query, warnings } = parse(typed)
    const printed = print(query)
    expect(warnings).toEqual([])
    expect(printed.length).toBeGreaterThan(longestQuery)
    expect(parse(printed)).toEqual({ query, warnings: [] })
  })
})
