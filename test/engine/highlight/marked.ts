import { byFacet } from '../../../engine/by-facet.ts'
import type { StoredArticle } from '../../../engine/article.ts'
import { finderOf } from '../../../engine/highlight/find-matches.ts'
import type { NameIndex } from '../../../engine/query/name-index.ts'
import { parse } from '../../../engine/query/parse.ts'
import type { Alternative, Plan } from '../../../engine/query/plan.ts'
import { planQuery } from '../../../engine/query/plan-query.ts'
import { analyse } from '../../../engine/text/analyse.ts'
import { emptyVocabulary } from '../../../engine/vocabulary/vocabulary.ts'
import { withoutDates } from '../../without-dates.ts'

/** An article of a text, with whatever else matters. */
export function articleOf(text: string, changes: Partial<StoredArticle> = {}): StoredArticle {
  return {
    id: 'a1',
    title: 'Untitled',
    outlet: '',
    published: '2016-04-11',
    url: '',
    authors: [],
    text,
    language: 'en',
    facets: byFacet(() => []),
    sequence: 1,
    firstIndexed: '2026-01-01T00:00:00Z',
    origin: 'a1.txt',
    originalHash: '',
    sample: false,
    family: '',
    ...withoutDates,
    ...changes,
  }
}

/** The plan of a typed query, in an archive without names and words. */
export function planOf(query: string): Plan {
  const noNames: NameIndex = {
    findEntities: () => [],
    idsWithWord: () => [],
    wordsBeside: () => [],
    namesOf: () => [],
    displayNames: () => new Map(),
    broader: () => [],
    narrower: () => [],
  }
  return planQuery({ query: parse(query).query, spelling: 'any' }, noNames, emptyVocabulary).plan
}

/** The marked pieces of an article's text. */
export function marked(plan: Plan, article: StoredArticle): string[] {
  const { text } = finderOf(plan).find(article)
  return text.map(({ start, end }) => article.text.slice(start, end))
}

/** Words in any inflection; `name` binds them to an entity only together with `among`. */
export const any = (text: string, name = ''): Alternative => ({ terms: analyse(text).terms, name })

/** A word or phrase with alternatives, the typed one first. */
export const words = (
  typed: string,
  ...others: Alternative[]
): Extract<Plan, { kind: 'words' }> => ({
  kind: 'words',
  typed,
  field: undefined,
  alternatives: [any(typed), ...others],
})

/** Words that begin so, or are one of these terms. */
export const prefix = (text: string, ...terms: string[]): Plan => ({
  kind: 'prefix',
  typed: `${text}*`,
  field: undefined,
  prefix: text,
  terms,
})

/** Operands, each a list of words, near each other. */
export const near = (distance: number, ...operands: string[][]): Plan => ({
  kind: 'near',
  typed: operands.map((each) => each.join('|')).join(` NEAR/${distance} `),
  field: undefined,
  distance,
  operands: operands.map((each) => each.map((text) => any(text))),
})

export const and = (...operands: Plan[]): Plan => ({ kind: 'and', operands })
export const or = (...operands: Plan[]): Plan => ({ kind: 'or', operands })
export const not = (operand: Plan): Plan => ({ kind: 'not', operand })
