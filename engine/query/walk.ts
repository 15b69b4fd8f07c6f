import { allOf, anyOf, isLiteral, negated } from './combine.ts'
import { spellingOf } from './literal-words.ts'
import type { Literal, Query } from './query.ts'

/** The words and phrases that articles must or may have, in the order of the query: all that are not under an exclusion. */
export function literalsOf(query: Query): Literal[] {
  if (query.kind === 'and' || query.kind === 'or') return query.operands.flatMap(literalsOf)
  if (query.kind === 'near') {
    return query.operands.flatMap((operand) =>
      operand.kind === 'or' ? operand.operands : [operand],
    )
  }
  return isLiteral(query) ? [query] : []
}

/**
 * The query with another word or phrase in place of one, wherever it stands and is not excluded: what "did you mean" offers.
 * `print(replaceLiteral(parse('irn -syria').query, { kind: 'word', text: 'irn' }, { kind: 'word', text: 'iran' }))` is `iran -syria`.
 */
export function replaceLiteral(query: Query, literal: Literal, replacement: Literal): Query {
  const swap = (one: Literal) => (areEqual(one, literal) ? replacement : one)
  if (query.kind === 'and' || query.kind === 'or') {
    const operands = query.operands.map((operand) => replaceLiteral(operand, literal, replacement))
    return { ...query, operands }
  }
  if (query.kind === 'near') {
    const operands = query.operands.map((operand) =>
      operand.kind === 'or' ? { ...operand, operands: operand.operands.map(swap) } : swap(operand),
    )
    return { ...query, operands }
  }
  return isLiteral(query) ? swap(query) : query
}

/** The query without a part of it, wherever an equal part stands; every article when nothing is left. */
export function withoutPart(query: Query, part: Query): Query {
  return remaining(query, JSON.stringify(part)) ?? { kind: 'all' }
}

function remaining(query: Query, part: string): Query | undefined {
  if (JSON.stringify(query) === part) return undefined
  if (query.kind === 'not') {
    const operand = remaining(query.operand, part)
    return operand && negated(operand)
  }
  if (query.kind !== 'and' && query.kind !== 'or') return query
  const operands = query.operands.map((operand) => remaining(operand, part))
  return query.kind === 'and' ? allOf(operands) : anyOf(operands)
}

function areEqual(one: Literal, other: Literal): boolean {
  return (
    one.kind === other.kind &&
    one.text === other.text &&
    one.field === other.field &&
    spellingOf(one) === spellingOf(other)
  )
}
