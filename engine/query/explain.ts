import { describeDates } from './describe-dates.ts'
import {
  describeAll,
  describeExactly,
  isWordQuery,
  listing,
  type WordQuery,
} from './describe-words.ts'
import { noValue } from '../article.ts'
import { languageName } from '../languages.ts'
import type { Spelling } from '../search-engine.ts'
import { isLiteral, isWords } from './combine.ts'
import { facetField } from './fields.ts'
import type { Query } from './query.ts'

type Facet = Extract<Query, { kind: 'facet' }>

/**
 * Says in English what a query asks for, to stand after "Articles": `explain(parse('S-300 -test outlet:Reuters after:2016-03').query)`
 * is `with “S-300”, without “test”, published by Reuters, in or after March 2016`; '' for every article. Exact spelling of the whole
 * query is said once: `with exactly “S-300”`, or at the end where that would be unclear.
 */
export function explain(query: Query, spelling: Spelling = 'any'): string {
  if (spelling === 'any' || !hasWords(query)) return explainAny(query)
  const operands = query.kind === 'and' ? query.operands : [query]
  const words = operands.filter(isLiteral)
  const others = operands.filter((operand) => !isLiteral(operand))
  if (others.some(hasWords) || words.some(({ kind }) => kind === 'prefix' || kind === 'similar'))
    return `${explainAny(query)}, in exact spelling`
  const values = others.length === 0 ? '' : `, ${explainAny({ kind: 'and', operands: others })}`
  return `with exactly ${describeExactly(words)}${values}`
}

function hasWords(query: Query): boolean {
  if (query.kind === 'not') return hasWords(query.operand)
  if (query.kind === 'and' || query.kind === 'or') return query.operands.some(hasWords)
  return isWords(query)
}

function explainAny(query: Query): string {
  if (query.kind === 'all') return ''
  const operands = query.kind === 'and' ? query.operands : [query]
  const wanted = operands.filter(isWordQuery).filter((operand) => operand.kind !== 'not')
  const unwanted = operands.flatMap(unwantedWords)
  const values = joinedPeriod(operands.filter((operand) => !isWordQuery(operand)))
  const clauses = values.map(operands.length === 1 ? clause : clauseInGroup)
  return [
    ...(wanted.length > 0 ? [`with ${describeAll(wanted, 'and')}`] : []),
    ...(unwanted.length > 0 ? [`without ${describeUnwanted(unwanted)}`] : []),
    ...clauses,
  ].join(', ')
}

/** What no article may have: an exclusion of alternatives excludes each of them. */
function unwantedWords(query: Query): readonly WordQuery[] {
  if (query.kind !== 'not' || !isWordQuery(query.operand)) return []
  return query.operand.kind === 'or' ? query.operand.operands : [query.operand]
}

/** "Without a and b" might mean either of them. */
function describeUnwanted(unwanted: readonly WordQuery[]): string {
  const [only] = unwanted
  const text = describeAll(unwanted, 'or')
  return unwanted.length === 1 && only?.kind === 'and' ? `(${text})` : text
}

/** One `after:` and one `before:` are one period. */
function joinedPeriod(queries: readonly Query[]): readonly Query[] {
  const [from, ...otherFrom] = queries.filter((query) => query.kind === 'dates' && query.to === '')
  const [to, ...otherTo] = queries.filter((query) => query.kind === 'dates' && query.from === '')
  if (from?.kind !== 'dates' || to?.kind !== 'dates') return queries
  if (otherFrom.length + otherTo.length > 0) return queries
  const period: Query = { kind: 'dates', from: from.from, to: to.to }
  return queries.filter((query) => query !== to).map((query) => (query === from ? period : query))
}

/** What is not words, and groups in which words and others are mixed. */
function clause(query: Query): string {
  if (isWordQuery(query) || query.kind === 'and' || query.kind === 'all') return explainAny(query)
  switch (query.kind) {
    case 'facet':
      return describeFacets([query])
    case 'language':
      return `in ${languageName(query.tag)}`
    case 'dates':
      return describeDates(query.from, query.to)
    case 'not':
      return exclusion(query.operand)
    case 'or':
      return alternatives(query.operands)
  }
}

/** The same where it stands beside others. */
function clauseInGroup(query: Query): string {
  const isMixed = query.kind === 'and' || (query.kind === 'or' && !sameFacet(query.operands))
  return isMixed ? `(${clause(query)})` : clause(query)
}

function exclusion(query: Query): string {
  if (query.kind === 'facet' && query.name === noValue) return `with ${facetField(query.facet).any}`
  return `not ${clauseInGroup(query)}`
}

function alternatives(operands: readonly Query[]): string {
  const facets = sameFacet(operands)
  if (facets) return describeFacets(facets)
  return listing(operands.map(clauseInAlternatives), 'or')
}

const clauseInAlternatives = (query: Query) =>
  query.kind === 'and' ? `(${explainAny(query)})` : clause(query)

/** Known values of one facet, which are said together. */
function sameFacet(operands: readonly Query[]): readonly Facet[] | undefined {
  const facets = operands.filter((operand) => operand.kind === 'facet')
  const facet = facets[0]?.facet
  const areSame = facets.every((one) => one.facet === facet && one.name !== noValue)
  return areSame && facets.length === operands.length ? facets : undefined
}

function describeFacets(facets: readonly Facet[]): string {
  const [first] = facets
  if (!first) return ''
  const { label, any } = facetField(first.facet)
  if (first.name === noValue) return `without ${any}`
  const names = facets.map(({ name }) => name)
  return `${label} ${listing(names, 'or')}`
}
