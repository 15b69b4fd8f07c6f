import type { FacetName, TextField } from '../article.ts'
import { periodBetween, type Plan } from '../query/plan.ts'
import type { FacetFilter, SearchRequest } from '../search-engine.ts'
import { pairOf } from './documents.ts'
import { encodeId, encodeTerm } from './encode.ts'
import { pairsOf, wordsOf } from './index-settings.ts'

/** A plan in which the articles that contain a long phrase may have been looked up already. */
export type ResolvedPlan =
  | Exclude<Plan, { readonly kind: 'not' | 'and' }>
  | { readonly kind: 'articles'; readonly sequences: readonly number[] }
  | { readonly kind: 'not'; readonly operand: ResolvedPlan }
  | { readonly kind: 'and'; readonly operands: readonly ResolvedPlan[] }

const nothing = 'sequence < 0'

/** Writes a plan as a filter expression. A phrase of three or more terms matches where all its pairs stand, in any order. */
export function filterOf(plan: ResolvedPlan): string {
  switch (plan.kind) {
    case 'all':
      return 'sequence > 0'
    case 'none':
      return nothing
    case 'terms':
      return termsFilter(plan.terms, plan.field)
    case 'values':
      return valuesFilter(plan.facet, plan.ids)
    case 'days':
      return `first >= ${plan.period.first} AND last <= ${plan.period.last}`
    case 'articles':
      return plan.sequences.length === 0 ? nothing : `sequence IN [${plan.sequences.join(', ')}]`
    case 'not':
      return `NOT (${filterOf(plan.operand)})`
    case 'and':
      return plan.operands.map((operand) => `(${filterOf(operand)})`).join(' AND ')
  }
}

function termsFilter(terms: readonly string[], field: TextField | undefined): string {
  if (field !== undefined) return fieldFilter(terms.map(encodeTerm), field)
  const codes = terms.map(encodeTerm)
  return `(${fieldFilter(codes, 'title')}) OR (${fieldFilter(codes, 'text')})`
}

function fieldFilter(codes: readonly string[], field: TextField): string {
  const [first = '', ...others] = codes
  if (others.length === 0) return `${wordsOf[field]} = ${quote(first)}`
  return others
    .map((code, i) => `${pairsOf[field]} = ${quote(pairOf(codes[i] ?? '', code))}`)
    .join(' AND ')
}

function valuesFilter(facet: FacetName, ids: readonly string[]): string {
  return `${facet} IN [${ids.map((id) => quote(encodeId(id))).join(', ')}]`
}

/** Encoded terms and ids hold neither quotes nor backslashes. */
const quote = (value: string) => `"${value}"`

/** The filter of one facet, as conditions that all hold. */
export function facetConditions(facet: FacetName, { include, exclude }: FacetFilter): string[] {
  return [
    ...(include.length > 0 ? [valuesFilter(facet, include)] : []),
    ...(exclude.length > 0 ? [`NOT (${valuesFilter(facet, exclude)})`] : []),
  ]
}

/** The filter on dates, as conditions that all hold. */
export function dateConditions({ from, to }: Pick<SearchRequest, 'from' | 'to'>): string[] {
  return from === '' && to === ''
    ? []
    : [filterOf({ kind: 'days', period: periodBetween(from, to) })]
}
