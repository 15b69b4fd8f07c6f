import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { byFacet } from '../../../engine/by-facet.ts'
import type { TextField } from '../../../engine/article.ts'
import { comparedArticle, standsIn, type WordPlan } from '../../../engine/compare/stands-in.ts'
import { finderOf } from '../../../engine/highlight/find-matches.ts'
import type { Alternative } from '../../../engine/query/plan.ts'
import { articleOf } from './marked.ts'

const word = fc.constantFrom('port', 'ports', 'ship', 'sea', 'S-300', 'S-300PMU-2')
const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '))
const term = fc.constantFrom('port', 'ship', 'sea', 's-300', 's-300pmu2')
const among = fc.constantFrom(undefined, 'northland', 'southland')
const alternative = fc
  .record({
    terms: fc.array(term, { minLength: 1, maxLength: 2 }),
    isExact: fc.boolean(),
    among,
  })
  .map(({ terms, isExact, among: id }): Alternative => ({
    terms,
    name: '',
    ...(isExact ? { forms: terms } : {}),
    ...(id === undefined ? {} : { among: { facet: 'places', ids: [id] } }),
  }))
const alternatives = fc.array(alternative, { minLength: 1, maxLength: 3 })
const field = fc.constantFrom<TextField | undefined>(undefined, 'title', 'text')
const plan: fc.Arbitrary<WordPlan> = fc.oneof(
  fc.record({ kind: fc.constant('words'), typed: fc.constant(''), field, alternatives }),
  fc.record({
    kind: fc.constant('prefix'),
    typed: fc.constant(''),
    field,
    prefix: fc.constantFrom('', 's', 'po'),
    terms: fc.array(term, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('near'),
    typed: fc.constant(''),
    field,
    distance: fc.nat(3),
    operands: fc.array(alternatives, { minLength: 2, maxLength: 3 }),
  }),
)

describe('what is marked', () => {
  it('is there in articles that have what was asked for, and in no others', () => {
    fc.assert(
      fc.property(plan, text, text, fc.constantFrom('northland', ''), (asked, title, body, id) => {
        const value = { id, name: id, evidence: [], rule: '', broader: [] }
        const places = id === '' ? [] : [value]
        const article = articleOf(body, { title, facets: { ...byFacet(() => []), places } })
        const matches = finderOf(asked).find(article)
        const isMarked = matches.title.length + matches.text.length > 0
        expect(isMarked).toBe(standsIn(comparedArticle(article), asked))
      }),
      { numRuns: 2_000 },
    )
  })
})
