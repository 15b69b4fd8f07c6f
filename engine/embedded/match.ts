import type { FacetName } from '../article.ts'
import type { Plan } from '../query/plan.ts'
import { everyArticle, noArticle, periodMarks, valueMark } from './marks.ts'

/** Looks up the number of a facet value in the index; undefined when no indexed article has it. */
export type ValueNumber = (facet: FacetName, id: string) => number | undefined

/**
 * Writes a plan as an FTS5 expression. Every term is quoted, so nothing that a reader types reaches FTS5's own syntax,
 * and trees are flat: FTS5 fails past 97 nested parentheses.
 */
export function matchExpression(plan: Plan, numberOf: ValueNumber): string {
  switch (plan.kind) {
    case 'all':
      return quote(everyArticle)
    case 'none':
      return quote(noArticle)
    case 'terms': {
      const phrase = quote(plan.terms.join(' '))
      return plan.field === undefined ? phrase : `${plan.field} : ${phrase}`
    }
    case 'values':
      return anyOf(plan.ids.flatMap((id) => markOf(numberOf(plan.facet, id))))
    case 'days':
      return anyOf(periodMarks(plan.period))
    case 'not':
      return conjunction([plan], numberOf)
    case 'and':
      return conjunction(plan.operands, numberOf)
  }
}

const quote = (term: string) => `"${term.replaceAll('"', '""')}"`

const markOf = (number: number | undefined) => (number === undefined ? [] : [valueMark(number)])

function anyOf(marks: readonly string[]): string {
  return marks.length === 0 ? quote(noArticle) : `(${marks.map(quote).join(' OR ')})`
}

function conjunction(operands: readonly Plan[], numberOf: ValueNumber): string {
  const required = operands
    .filter((operand) => operand.kind !== 'not')
    .map((operand) => matchExpression(operand, numberOf))
  const excluded = operands.flatMap((operand) =>
    operand.kind === 'not' ? [matchExpression(operand.operand, numberOf)] : [],
  )
  const wanted = required.length === 0 ? quote(everyArticle) : required.join(' AND ')
  return excluded.length === 0 ? `(${wanted})` : `((${wanted}) NOT (${excluded.join(' OR ')}))`
}
