import type { Filter } from './filter.ts'
import { shallow } from './shallow.ts'

/** Writes a filter as Meilisearch's expression, however deep it is. */
export const writeFilter = (filter: Filter): string => expressionOf(shallow(filter))

/** With the fewest parentheses: AND binds tighter than OR. */
function expressionOf(filter: Filter): string {
  switch (filter.kind) {
    case 'condition':
      return filter.expression
    case 'not':
      return `NOT ${expressionOf(filter.operand)}`
    case 'all':
      return filter.operands.length === 0
        ? 'sequence > 0'
        : filter.operands.map(operandOfAnd).join(' AND ')
    case 'any':
      return filter.operands.length === 0
        ? 'sequence < 0'
        : filter.operands.map(expressionOf).join(' OR ')
  }
}

const operandOfAnd = (filter: Filter) =>
  filter.kind === 'any' && filter.operands.length > 0
    ? `(${expressionOf(filter)})`
    : expressionOf(filter)
