import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from '../../../engine/query/parse.ts'
import type { Plan } from '../../../engine/query/plan.ts'
import { planQuery } from '../../../engine/query/plan-query.ts'
import type { Query } from '../../../engine/query/query.ts'
import { emptyVocabulary } from '../../../engine/vocabulary/vocabulary.ts'
import { openTestArchive } from '../archive/test-archive.ts'
import { openPlanningDesk, type PlanningDesk } from './planning-desk.ts'

let desk: PlanningDesk
beforeAll(() => {
  desk = openPlanningDesk()
  const smiths = Array.from({ length: 120 }, (_, i) => ({
    facet: 'people' as const,
    id: `smith-${i}`,
    name: `Person${i} Smith`,
  }))
  desk.name(smiths)
  desk.name([{ facet: 'outlet', id: 'harbour-gazette', name: 'Harbour Gazette' }])
})
afterAll(() => {
  desk.close()
})

/** A plan of single words, short enough to read: `(iran AND NOT ship)`. */
function short(plan: Plan): string {
  switch (plan.kind) {
    case 'all':
    case 'none':
      return plan.kind
    case 'words':
      return plan.alternatives[0]?.terms.join('+') ?? ''
    case 'not':
      return `NOT ${short(plan.operand)}`
    case 'and':
    case 'or':
      return `(${plan.operands.map(short).join(` ${plan.kind.toUpperCase()} `)})`
    case 'prefix':
    case 'near':
    case 'values':
    case 'days':
    case 'language':
      return plan.kind
  }
}

const planned = (typed: string) => short(desk.plan(typed).plan)

describe('planQuery', () => {
  it('turns a hyphenated word into a phrase', () => {
    expect(planned('long-overdue')).toBe('long+overdu')
  })

  it.each([
    ['iran !!!', 'iran'],
    ['iran -!!!', 'iran'],
    ['iran OR …', 'iran'],
    ['iran (… OR !!!)', 'iran'],
    ['iran -(… OR ship)', '(iran AND NOT ship)'],
    ['-…', 'all'],
    ['… OR !!!', 'all'],
    ['… NEAR/3 iran', 'iran'],
  ])('leaves out what has no letter or digit, with a warning: %s', (typed, expected) => {
    expect(planned(typed)).toBe(expected)
    const [warning] = parse(typed).warnings
    expect(warning?.message).toMatch(/no letter or digit/)
  })

  it.each([
    ['iran outlet:Nobody', 'none'],
    ['iran -outlet:Nobody', 'iran'],
    ['iran OR outlet:Nobody', 'iran'],
    ['outlet:Nobody OR outlet:Noone', 'none'],
  ])(
    'finds nothing for a name that nobody has, and excludes nothing by it: %s',
    (typed, expected) => {
      expect(planned(typed)).toBe(expected)
      expect(desk.plan(typed).warnings[0]?.message).toMatch(/outlet:Nobody/)
    },
  )

  it.each([
    ['a (b (c d))', '(a AND b AND c AND d)'],
    ['a OR (b OR (c OR d))', '(a OR b OR c OR d)'],
    ['a -(b OR c)', '(a AND NOT (b OR c))'],
    ['-(-a)', 'a'],
  ])('makes nested groups of one kind one: %s', (typed, expected) => {
    expect(planned(typed)).toBe(expected)
  })

  it.each<readonly [what: string, query: Query, expected: string]>([
    ['no article', { kind: 'not', operand: { kind: 'all' } }, 'none'],
    [
      'no article, under AND',
      {
        kind: 'and',
        operands: [
          { kind: 'word', text: 'iran' },
          { kind: 'not', operand: { kind: 'all' } },
        ],
      },
      'none',
    ],
    [
      'every article, under OR',
      { kind: 'or', operands: [{ kind: 'word', text: 'iran' }, { kind: 'all' }] },
      'all',
    ],
  ])('understands %s', (_, query, expected) => {
    const archive = openTestArchive()
    const { plan } = planQuery({ query, spelling: 'any' }, archive.archive, emptyVocabulary)
    archive.remove()
    expect(short(plan)).toBe(expected)
  })

  it('takes all values that a name stands for', () => {
    expect(desk.plan('outlet:"harbour gazette"').plan).toEqual({
      kind: 'values',
      facet: 'outlet',
      ids: ['harbour-gazette'],
    })
    expect(desk.plan('outlet:[none]').plan).toMatchObject({ ids: ['[none]'] })
  })

  it('stops at a hundred values, with a warning', () => {
    const { plan, warnings } = desk.plan('person:Smith')
    expect(plan.kind === 'values' ? plan.ids.length : 0).toBe(100)
    expect(warnings[0]?.message).toMatch(/more than 100 names/)
  })

  it('warns once of what is typed twice', () => {
    expect(desk.plan('outlet:Nobody OR (iran outlet:Nobody)').warnings).toHaveLength(1)
  })

  it('looks for a word that NEAR has twice once, and says so', () => {
    const { plan, warnings } = desk.plan('"iran iran"~0')
    expect(short(plan)).toBe('iran')
    expect(warnings[0]?.message).toMatch(/typed twice/)
    const three = desk.plan('"iran ship iran"~3').plan
    expect(three.kind === 'near' ? three.operands.length : 0).toBe(2)
  })

  it('lets eight words stand near each other, and wants the others anywhere', () => {
    const words = 'ant bee cod doe eel fox gnu hen ibex jay'
    const { plan, warnings } = desk.plan(`"${words}"~5`)
    const operands = plan.kind === 'and' ? plan.operands : []
    expect(operands.map(({ kind }) => kind)).toEqual(['near', 'words', 'words'])
    expect(operands.slice(1).map(short)).toEqual(['ibex', 'jay'])
    expect(warnings[0]?.message).toMatch(/first 8/)
  })
})
