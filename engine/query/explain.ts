import { queryFields, fieldOfFacet } from './fields.ts'
import type { Query } from './query.ts'

/**
 * Says in English what a query asks for, to stand after "Articles":
 * `explain(parse('S-300 delivery outlet:reuters').query)` is `with “S-300” and “delivery”, published by Reuters`-like; '' for every article.
 */
export function explain(query: Query): string {
  const operands = query.kind === 'and' ? query.operands : [query]
  const words = operands.filter(isWords).map(wordsText)
  const without = operands.flatMap((operand) =>
    operand.kind === 'not' && isWords(operand.operand) ? [wordsText(operand.operand)] : [],
  )
  const clauses = operands.flatMap(fieldClause)
  const parts = [
    ...(words.length > 0 ? [`with ${listing(words, 'and')}`] : []),
    ...(without.length > 0 ? [`without ${listing(without, 'or')}`] : []),
    ...clauses,
  ]
  return parts.join(', ')
}

type Words = Extract<Query, { kind: 'word' | 'phrase' }>

const isWords = (query: Query): query is Words => query.kind === 'word' || query.kind === 'phrase'

function wordsText(query: Words): string {
  return `“${query.text}”${query.field === undefined ? '' : ` ${labelOf(query.field)}`}`
}

function fieldClause(query: Query): string[] {
  if (query.kind === 'facet') return [`${labelOf(fieldOfFacet(query.facet))} ${query.name}`]
  if (query.kind === 'dates') return [datesText(query.from, query.to)]
  if (query.kind === 'not' && !isWords(query.operand))
    return fieldClause(query.operand).map((clause) => `not ${clause}`)
  return []
}

function datesText(from: string, to: string): string {
  if (from === to) return `in ${from}`
  return from === '' ? `until ${to}` : `from ${from}`
}

const labelOf = (name: string) => queryFields.get(name)?.label ?? name

function listing(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`
}
