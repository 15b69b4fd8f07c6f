import type { TextField } from '../article.ts'
import type { Literal, Query } from './query.ts'

/** A node that asks for words in the text. */
export type Words = Literal | Near

/** Words that stand close together. */
export type Near = Extract<Query, { kind: 'near' }>

/** All of the queries that are there, in the form that `parse` gives: nested conjunctions are one, a single query stands alone. */
export function allOf(queries: readonly (Query | undefined)[]): Query | undefined {
  return joined('and', queries)
}

/** Any of the queries that are there, in the form that `parse` gives. */
export function anyOf(queries: readonly (Query | undefined)[]): Query | undefined {
  return joined('or', queries)
}

function joined(kind: 'and' | 'or', queries: readonly (Query | undefined)[]): Query | undefined {
  const operands = queries.flatMap((query) => {
    if (!query) return []
    return query.kind === kind ? query.operands : [query]
  })
  const [only] = operands
  return operands.length < 2 ? only : { kind, operands }
}

/** The opposite of a query; that of an exclusion is what it excludes. */
export function negated(query: Query): Query {
  return query.kind === 'not' ? query.operand : { kind: 'not', operand: query }
}

/** Wants the words of a query in a field, but for those that name one themselves. */
export function inField(query: Query, field: TextField): Query {
  if (query.kind === 'not') return { kind: 'not', operand: inField(query.operand, field) }
  if (query.kind === 'and' || query.kind === 'or')
    return { ...query, operands: query.operands.map((operand) => inField(operand, field)) }
  return isWords(query) && query.field === undefined ? { ...query, field } : query
}

/** Whether a node is a word, a phrase, a prefix or a similar word. */
export function isLiteral(query: Query): query is Literal {
  return literalKinds.has(query.kind)
}

const literalKinds: ReadonlySet<Query['kind']> = new Set<Literal['kind']>([
  'word',
  'phrase',
  'prefix',
  'similar',
])

/** Whether a node asks for words and can name a field. */
export function isWords(query: Query): query is Words {
  return query.kind === 'near' || isLiteral(query)
}
