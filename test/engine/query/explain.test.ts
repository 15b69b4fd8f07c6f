import { describe, expect, it } from '@jest/globals'
import { explain } from '../../../engine/query/explain.ts'
import { parse } from '../../../engine/query/parse.ts'

describe('explain', () => {
  it.each([
    ['', ''],
    ['S-300', 'with “S-300”'],
    ['S-300 delivery iran', 'with “S-300”, “delivery” and “iran”'],
    ['iran -syria -"air strike"', 'with “iran”, without “syria” or “air strike”'],
    ['title:iran', 'with “iran” in the title'],
    ['outlet:Reuters cites:TASS', 'published by Reuters, citing TASS'],
    ['-outlet:Reuters', 'not published by Reuters'],
    ['after:2016-03 before:2017', 'from 2016-03, until 2017'],
    ['date:2016', 'in 2016'],
  ])('%s: %s', (typed, english) => {
    expect(explain(parse(typed).query)).toBe(english)
  })
})
