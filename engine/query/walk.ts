import { allOf, anyOf, isLiteral, negated } from './combine.ts'
import { spellingOf } from './literal-words.ts'
import type { Literal, NearOperand, Query } from './query.ts'

/** The words and phrases that articles must or may have, in the order of the query: all that are not under an exclusion. */
export function literalsOf(query: Query): Literal[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.operands.flatMap(literalsOf)
    case 'near':
      return query.operands.flatMap((operand) =>
        operand.kind === 'or' ? operand.operands : [operand],
      )
    default:
      return isLiteral(query) ? [query] : []
  }
}

/**
 * The query with another word or phrase in place of one, wherever it stands and is not excluded: what "did you mean" offers.
 * `print(replaceLiteral(parse('irn -syria').query, { kind: 'word', text: 'irn' }, { kind: 'word', text: 'iran' }))` is `iran -syria`.
 */
export function replaceLiteral(query: Query, literal: Literal, replacement: Literal): Query {
  switch (query.kind) {
    case 'and':
    case 'or':
      return {
        ...query,
        operands: query.operands.map((operand) => replaceLiteral(operand, literal, replacement)),
      }
    case 'near':
      return {
        ...query,
        operands: query.operands.map((operand) => replaceBesideNear(operand, literal, replacement)),
      }
    default:
      return isLiteral(query) && areEqual(query, literal) ? replacement : query
  }
}

function replaceBesideNear(
  operand: NearOperand,
  literal: Literal,
  replacement: Literal,
): NearOperand {
  const swap = (one: Literal) => (areEqual(one, literal) ? replacement : one)
  return operand.kind === 'or'
    ? { kind: 'or', operands: operand.operands.map(swap) }
    : swap(operand)
}

/** The query without a part of it, wherever an equal part stands; every article when nothing is left. */
export function withoutPart(query: Query, part: Query): Query {
  return remaining(query, JSON.stringify(part)) ?? { kind: 'all' }
}

function remaining(query: Query, part: string): Query | undefined {
  if (JSON.stringify(query) === part) return undefined
  switch (query.kind) {
    case 'and':
      return allOf(query.operands.map((operand) => remaining(operand, part)))
    case 'or':
      return anyOf(query.operands.map((operand) => remaining(operand, part)))
    case 'not': {
      const operand = remaining(query.operand, part)
      return operand && negated(operand)
    }
    default:
      return query
  }
}

function areEqual(one: Literal, other: Literal): boolean {
  return (
    one.kind === other.kind &&
    one.text === other.text &&
    one.field === other.field &&
    spellingOf(one) === spellingOf(other)
  )
}
