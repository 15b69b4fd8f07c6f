import { describe, expect, it } from '@jest/globals'
import { rankingText } from '../../../engine/meilisearch/ranking.ts'
import type { Plan } from '../../../engine/query/plan.ts'

const words = (...alternatives: readonly string[]): Plan => ({
  kind: 'words',
  typed: alternatives[0] ?? '',
  field: undefined,
  alternatives: alternatives.map((terms) => ({ terms: terms.split(' '), name: '' })),
})

const cases: readonly (readonly [what: string, plan: Plan, text: string])[] = [
  ['nothing without words', { kind: 'values', facet: 'people', ids: ['ali'] }, ''],
  ['nothing by what is excluded', { kind: 'not', operand: words('fire') }, ''],
  ['a word after the one that all articles have', words('fire'), 'zh fire'],
  ['what was typed, not what it also stands for', words('dehqan', 'dehghan'), 'zh dehqan'],
  ['a phrase by its words', words('air defence'), 'zh air defence'],
  [
    'all sides of AND and OR, each word once',
    {
      kind: 'and',
      operands: [words('s-300'), { kind: 'or', operands: [words('fire'), words('s-300')] }],
    },
    'zh sz2dz300 fire',
  ],
  [
    'NEAR by the words that it joins',
    {
      kind: 'near',
      typed: '',
      field: undefined,
      distance: 3,
      operands: [[{ terms: ['air'], name: '' }], [{ terms: ['fire'], name: '' }]],
    },
    'zh air fire',
  ],
  [
    'ten words at most',
    { kind: 'and', operands: Array.from('abcdefghijkl', (letter) => words(letter)) },
    'zh a b c d e f g h i',
  ],
]

describe('rankingText', () => {
  it.each(cases)('ranks by %s', (_, plan, text) => {
    expect(rankingText(plan)).toBe(text)
  })
})
