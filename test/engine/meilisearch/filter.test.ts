import { describe, expect, it } from '@jest/globals'
import {
  allOf,
  anyOf,
  condition,
  everything,
  not,
  nothing,
  type Filter,
} from '../../../engine/meilisearch/filter.ts'
import { writeFilter } from '../../../engine/meilisearch/write-filter.ts'

const a = condition('a = "1"')
const b = condition('b = "2"')
const c = condition('c = "3"')

const written: readonly (readonly [what: string, filter: Filter, expression: string])[] = [
  ['a condition', a, 'a = "1"'],
  ['conditions that all hold', allOf([a, b]), 'a = "1" AND b = "2"'],
  ['conditions of which one holds', anyOf([a, b]), 'a = "1" OR b = "2"'],
  [
    'AND inside OR without parentheses',
    anyOf([allOf([a, b]), c]),
    'a = "1" AND b = "2" OR c = "3"',
  ],
  ['OR inside AND with parentheses', allOf([anyOf([a, b]), c]), '(a = "1" OR b = "2") AND c = "3"'],
  ['AND inside AND as one', allOf([allOf([a, b]), c]), 'a = "1" AND b = "2" AND c = "3"'],
  ['OR inside OR as one', anyOf([anyOf([a, b]), c]), 'a = "1" OR b = "2" OR c = "3"'],
  ['an exclusion', not(a), 'NOT a = "1"'],
  ['the exclusion of an exclusion', not(not(a)), 'a = "1"'],
  ['an exclusion of all', not(allOf([a, b])), 'NOT a = "1" OR NOT b = "2"'],
  ['an exclusion of any', not(anyOf([a, not(b)])), 'NOT a = "1" AND b = "2"'],
  ['every article', everything, 'sequence > 0'],
  ['no article', nothing, 'sequence < 0'],
  ['what is left beside everything', allOf([everything, a]), 'a = "1"'],
  ['what is left beside nothing', anyOf([nothing, a]), 'a = "1"'],
  ['nothing, however much else is asked', allOf([a, nothing, b]), 'sequence < 0'],
  ['everything, whatever else will do', anyOf([a, everything, b]), 'sequence > 0'],
  ['the exclusion of nothing', not(nothing), 'sequence > 0'],
]

describe('writeFilter', () => {
  it.each(written)('writes %s', (_, filter, expression) => {
    expect(writeFilter(filter)).toBe(expression)
  })
})
