import { describe, expect, it } from '@jest/globals'
import { filterOf, type ResolvedPlan } from '../../../engine/meilisearch/filters.ts'

const cases: readonly (readonly [what: string, plan: ResolvedPlan, filter: string])[] = [
  ['a word', { kind: 'terms', terms: ['fire'], field: 'title' }, 'titleWords = "fire"'],
  [
    'a word in any field',
    { kind: 'terms', terms: ['s-300'], field: undefined },
    '(titleWords = "sz2dz300") OR (textWords = "sz2dz300")',
  ],
  [
    'a phrase, by its pairs',
    { kind: 'terms', terms: ['air', 'to', 'air'], field: 'text' },
    'textPairs = "air to" AND textPairs = "to air"',
  ],
  ['values', { kind: 'values', facet: 'people', ids: ['ali', 'zoe'] }, 'people IN ["ali", "zzoe"]'],
  [
    'an id full of quotes',
    { kind: 'values', facet: 'people', ids: ['"\\'] },
    'people IN ["z22zz5cz"]',
  ],
  ['days', { kind: 'days', period: { first: 1, last: 9 } }, 'first >= 1 AND last <= 9'],
  ['an exclusion', { kind: 'not', operand: { kind: 'none' } }, 'NOT (sequence < 0)'],
  ['articles', { kind: 'articles', sequences: [3, 14] }, 'sequence IN [3, 14]'],
  ['no articles', { kind: 'articles', sequences: [] }, 'sequence < 0'],
  [
    'all of several things',
    {
      kind: 'and',
      operands: [{ kind: 'all' }, { kind: 'not', operand: { kind: 'articles', sequences: [3] } }],
    },
    '(sequence > 0) AND (NOT (sequence IN [3]))',
  ],
]

describe('filterOf', () => {
  it.each(cases)('writes %s', (_, plan, filter) => {
    expect(filterOf(plan)).toBe(filter)
  })
})
