import { isLiteral } from './combine.ts'
import type { Literal, NearOperand, Query } from './query.ts'

/** The distance of NEAR alone, and the largest one. Words between the first and the last operand. */
export const usualDistance = 10
export const largestDistance = 50

/** A distance as it was typed (undefined or '' for none), within bounds, and what to say where it was not. */
export function readDistance(typed: string | undefined): {
  readonly distance: number
  readonly problem: string | undefined
} {
  if (typed === undefined || typed === '') return { distance: usualDistance, problem: undefined }
  if (!/^-?\d+$/.test(typed)) {
    return {
      distance: usualDistance,
      problem: `“${typed}” is no distance: write a number from 0 to ${largestDistance}. ${usualDistance} is taken.`,
    }
  }
  const asked = Number(typed)
  const distance = Math.max(0, Math.min(largestDistance, asked))
  const problem =
    distance === asked
      ? undefined
      : `A distance is between 0 and ${largestDistance} words; ${distance} is taken.`
  return { distance, problem }
}

/** A query as an operand of NEAR: literals and groups of alternatives to one another, none of them with a field. */
export function nearOperand(query: Query | undefined): NearOperand | undefined {
  if (query?.kind !== 'or') return query && isFree(query) ? query : undefined
  const operands = query.operands.filter(isFree)
  return operands.length === query.operands.length ? { kind: 'or', operands } : undefined
}

const isFree = (query: Query): query is Literal => isLiteral(query) && query.field === undefined

/** The words of an operand. */
export function textsOf(operand: NearOperand): string[] {
  return operand.kind === 'or' ? operand.operands.map(({ text }) => text) : [operand.text]
}
