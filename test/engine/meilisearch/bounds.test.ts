import { describe, expect, it } from '@jest/globals'
import type { TextField } from '../../../engine/article.ts'
import { boundsOf, openWords } from '../../../engine/meilisearch/bounds.ts'
import { writeFilter } from '../../../engine/meilisearch/write-filter.ts'
import type { Alternative, Plan } from '../../../engine/query/plan.ts'

const typed = (terms: string): Alternative => ({ terms: terms.split(' '), name: '' })

function words(
  alternatives: readonly Alternative[],
  { field }: { readonly field: TextField | undefined } = { field: 'text' },
): Extract<Plan, { kind: 'words' }> {
  const typedWords = alternatives[0]?.terms.join(' ') ?? ''
  return { kind: 'words', typed: typedWords, field, alternatives }
}

const fire = words([typed('fire')])
const phrase = words([typed('air defence missile')])
const near: Plan = {
  kind: 'near',
  typed: 'air NEAR/3 missile',
  field: 'text',
  distance: 3,
  operands: [[typed('air')], [typed('missile'), typed('rocket')]],
}

const exact: readonly (readonly [what: string, plan: Plan, filter: string])[] = [
  ['a word', words([typed('fire')], { field: 'title' }), 'titleWords = "fire"'],
  [
    'a word in any field',
    words([typed('s-300')], { field: undefined }),
    'titleWords = "sz2dz300" OR textWords = "sz2dz300"',
  ],
  [
    'a word with many spellings',
    words([typed('fire'), typed('fyre'), typed('bush fire')]),
    'textWords IN ["fire", "fyre"] OR textPairs = "bush fire"',
  ],
  ['a phrase of two', words([typed('air defence')]), 'textPairs = "air defence"'],
  [
    'a name that counts in some articles only',
    words([
      typed('dehqan'),
      { ...typed('dehghan'), among: { facet: 'people', ids: ['hossein-dehghan'] } },
    ]),
    'textWords = "dehqan" OR people = "hossein-dehghan" AND textWords = "dehghan"',
  ],
  [
    'a word as it is written',
    words([{ ...typed('delivery'), forms: ['deliveries'] }]),
    'textForms = "delivery-deliveries"',
  ],
  [
    'a word that is written as itself, which is noted only beside other forms',
    words([{ ...typed('delivery'), forms: ['delivery'] }]),
    'textForms = "delivery" OR textWords = "delivery" AND NOT textForms STARTS WITH "delivery-"',
  ],
  [
    'a beginning',
    { kind: 'prefix', typed: 's-30*', field: 'text', prefix: 's-30', terms: ['sa-20', 'grumble'] },
    'textWords IN ["saz2dz20", "grumble"] OR textWords STARTS WITH "sz2dz30"',
  ],
  [
    'a phrase of two that may go on, and words beside it',
    words([{ ...typed('air def'), open: true }, typed('fire')]),
    'textWords = "fire" OR textPairs STARTS WITH "air def"',
  ],
  [
    'a beginning that is given by its terms alone',
    { kind: 'prefix', typed: 'x*', field: 'text', prefix: '', terms: ['xylophone'] },
    'textWords = "xylophone"',
  ],
  ['values', { kind: 'values', facet: 'people', ids: ['ali', 'zoe'] }, 'people IN ["ali", "zzoe"]'],
  [
    'an id full of quotes',
    { kind: 'values', facet: 'people', ids: ['"\\'] },
    'people = "z22zz5cz"',
  ],
  [
    'articles without a value',
    { kind: 'values', facet: 'people', ids: ['[none]'] },
    'people = "z5bznonez5dz"',
  ],
  ['days', { kind: 'days', period: { first: 1, last: 9 } }, 'first >= 1 AND last <= 9'],
  ['a language', { kind: 'language', tag: 'en-gb' }, 'language = "en-gb"'],
  ['an exclusion', { kind: 'not', operand: fire }, 'NOT textWords = "fire"'],
  [
    'one of several things',
    { kind: 'or', operands: [fire, { kind: 'not', operand: words([typed('air defence')]) }] },
    'textWords = "fire" OR NOT textPairs = "air defence"',
  ],
]

describe('boundsOf', () => {
  it.each(exact)('tells exactly which articles have %s', (_, plan, filter) => {
    const bounds = boundsOf(plan)
    expect([writeFilter(bounds.upper), bounds.exact]).toEqual([filter, true])
    expect(bounds.lower).toEqual(bounds.upper)
    expect(openWords(plan)).toEqual([])
  })

  const pairs = 'textPairs = "air defence" AND textPairs = "defence missile"'
  const open: readonly (readonly [what: string, plan: Plan, upper: string, lower: string])[] = [
    ['a phrase of three by its pairs', phrase, pairs, 'sequence < 0'],
    [
      'NEAR by its words',
      near,
      'textWords = "air" AND textWords IN ["missile", "rocket"]',
      'sequence < 0',
    ],
    [
      'NEAR by its beginnings',
      {
        ...near,
        operands: [[{ ...typed('co'), open: true }], [{ ...typed('air defence mi'), open: true }]],
      },
      'textWords STARTS WITH "co" AND textPairs = "air defence" AND textPairs STARTS WITH "defence mi"',
      'sequence < 0',
    ],
    [
      'a phrase as it is written by its pairs and forms',
      words([{ ...typed('air defence'), forms: ['air', 'defences'] }]),
      'textPairs = "air defence" AND (textForms = "air" OR textWords = "air" AND NOT textForms STARTS WITH "air-") AND textForms = "defence-defences"',
      'sequence < 0',
    ],
    [
      'a phrase that is certain in one of its spellings',
      words([typed('air defence missile'), typed('adm')]),
      `textWords = "adm" OR ${pairs}`,
      'textWords = "adm"',
    ],
    [
      'what is beside such a phrase',
      { kind: 'and', operands: [fire, phrase] },
      `textWords = "fire" AND ${pairs}`,
      'sequence < 0',
    ],
    [
      'what will do in place of such a phrase',
      { kind: 'or', operands: [fire, phrase] },
      `textWords = "fire" OR ${pairs}`,
      'textWords = "fire"',
    ],
    [
      'what is left without such a phrase',
      { kind: 'not', operand: phrase },
      'sequence > 0',
      'NOT textPairs = "air defence" OR NOT textPairs = "defence missile"',
    ],
    [
      'what is left without what is left without it',
      { kind: 'not', operand: { kind: 'or', operands: [fire, { kind: 'not', operand: phrase }] } },
      `NOT textWords = "fire" AND ${pairs}`,
      'sequence < 0',
    ],
  ]
  it.each(open)('bounds %s from above and below', (_, plan, upper, lower) => {
    const bounds = boundsOf(plan)
    expect([writeFilter(bounds.upper), writeFilter(bounds.lower), bounds.exact]).toEqual([
      upper,
      lower,
      false,
    ])
    expect(openWords(plan)).toHaveLength(1)
  })

  it('takes words that were compared to stand where they were found, and where the index is certain', () => {
    const certain = words([typed('air defence missile'), typed('adm')])
    const plan: Plan = { kind: 'not', operand: certain }
    const bounds = boundsOf(plan, new Map([[certain, [3, 14]]]))
    expect(writeFilter(bounds.upper)).toBe('NOT textWords = "adm" AND NOT sequence IN [3, 14]')
    expect(bounds.lower).toEqual(bounds.upper)
  })

  it('finds more than what begins so where the beginning is too long for the index', () => {
    const plan: Plan = {
      kind: 'prefix',
      typed: '',
      field: 'text',
      prefix: 'я'.repeat(50),
      terms: [],
    }
    expect(boundsOf(plan).exact).toBe(false)
    expect(openWords(plan)).toEqual([plan])
  })
})
