import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { byFacet } from '../../../engine/by-facet.ts'
import { textFields, type StoredArticle, type TextField } from '../../../engine/article.ts'
import { comparedArticle, standsIn, type WordPlan } from '../../../engine/compare/stands-in.ts'
import { finderOf } from '../../../engine/highlight/find-matches.ts'
import type { Alternative } from '../../../engine/query/plan.ts'
import { analyse } from '../../../engine/text/analyse.ts'
import { articleOf } from './marked.ts'

const word = fc.constantFrom('port', 'ports', 'ship', 'sea', 'S-300', 'S-300PMU-2')
const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '))
const term = fc.constantFrom('port', 'ship', 'sea', 's-300', 's-300pmu2')
const among = fc.constantFrom(undefined, 'northland', 'southland')
const alternative = fc
  .record({
    terms: fc.array(term, { minLength: 1, maxLength: 2 }),
    written: fc.constantFrom('any', 'exact', 'open'),
    among,
  })
  .map(({ terms, written, among: id }): Alternative => ({
    terms: written === 'open' ? [...terms.slice(1), 's'] : terms,
    name: '',
    ...(written === 'exact' ? { forms: terms } : {}),
    ...(written === 'open' ? { open: true } : {}),
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

/** Places by which an article shows that it has Northland: of ten letters, so that some touch words that are asked for. */
const evidence = fc.array(
  fc.record({ field: fc.constantFrom<TextField>('title', 'text'), start: fc.nat(40) }),
  { maxLength: 3 },
)
const northland = fc.option(evidence)

interface Marked {
  readonly asked: WordPlan
  readonly article: StoredArticle
}

const example: fc.Arbitrary<Marked> = fc
  .record({ asked: plan, title: text, body: text, places: northland })
  .map(({ asked, title, body, places }) => {
    const shown = (places ?? []).map(({ field: where, start }) => ({
      ...{ field: where, start, end: start + 10 },
    }))
    const value = { id: 'northland', name: '', evidence: shown, rule: '', broader: [] }
    const facets = { ...byFacet(() => []), places: places ? [value] : [] }
    return { asked, article: articleOf(body, { title, facets }) }
  })

describe('what is marked', () => {
  it('is there in no article that has not what was asked for', () => {
    fc.assert(
      fc.property(example, ({ asked, article }) => {
        const isFound = standsIn(comparedArticle(article), asked)
        expect(marksOf(asked, article).length > 0 && !isFound).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  // A name of an entity is found in every article that has the entity, and marked only where the article names it. So the comparison
  // is told to find fewer articles where there is nothing that could be marked: those that have only such names, but no evidence.
  it('is there in all articles that have what was asked for, by its own words or with evidence', () => {
    fc.assert(
      fc.property(example, ({ asked, article }) => {
        const compared = comparedArticle(article)
        const hasProof = article.facets.places.some((value) =>
          value.evidence.some((one) => (asked.field ?? one.field) === one.field),
        )
        const isToMark = standsIn(compared, hasProof ? asked : withoutNames(asked))
        expect(isToMark && marksOf(asked, article).length === 0).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is another name only where the article names the entity', () => {
    fc.assert(
      fc.property(example, ({ asked, article }) => {
        const shown = article.facets.places.flatMap((value) => value.evidence)
        const unproven = marksOf(asked, article).filter(
          ({ needle, field: where, end }) =>
            needle?.alternative.among !== undefined &&
            !shown.some(
              (one) =>
                one.field === where &&
                one.start < end &&
                one.end > startOf(needle.alternative, article[where], end),
            ),
        )
        expect(unproven).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })
})

/** Where a name begins of which, behind another mark, perhaps only the last words are marked. */
function startOf({ terms }: Alternative, content: string, end: number): number {
  const { starts, ends } = analyse(content)
  return starts[ends.indexOf(end) - terms.length + 1] ?? 0
}

function marksOf(asked: WordPlan, article: StoredArticle) {
  const matches = finderOf(asked).find(article)
  return textFields.flatMap((where) => matches[where].map((match) => ({ ...match, field: where })))
}

/** The plan without the names that hold for some entity only. */
function withoutNames(asked: WordPlan): WordPlan {
  const own = (all: readonly Alternative[]) => all.filter((one) => one.among === undefined)
  switch (asked.kind) {
    case 'words':
      return { ...asked, alternatives: own(asked.alternatives) }
    case 'near':
      return { ...asked, operands: asked.operands.map(own) }
    case 'prefix':
      return asked
  }
}
