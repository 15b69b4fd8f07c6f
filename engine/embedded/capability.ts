import { analyse } from '../text/analyse.ts'
import type { Literal, NearOperand, Query } from '../query/query.ts'
import type { Capability, Spelling } from '../search-engine.ts'

/** Whether a total will be exact: always, but for exact spellings of phrases and near words that too many articles may have. */
export function promise(query: Query, spelling: Spelling): Capability {
  return isCompared(query, spelling) ? mayBeTooMany : { bound: 'exact' }
}

const mayBeTooMany: Capability = {
  bound: 'at most',
  reasons: [
    'Exact spellings of phrases are compared with the text of up to 2,000 articles; where more come into question, some of those found may be spelled otherwise.',
  ],
}

function isCompared(query: Query, spelling: Spelling): boolean {
  switch (query.kind) {
    case 'word':
    case 'phrase':
      return isExact(query, spelling) && analyse(query.text).terms.length > 1
    case 'near':
      return query.operands.flatMap(literalsOf).some((literal) => isExact(literal, spelling))
    case 'not':
      return isCompared(query.operand, spelling)
    case 'and':
    case 'or':
      return query.operands.some((operand) => isCompared(operand, spelling))
    case 'all':
    case 'prefix':
    case 'similar':
    case 'facet':
    case 'language':
    case 'dates':
      return false
  }
}

const literalsOf = (operand: NearOperand): readonly Literal[] =>
  operand.kind === 'or' ? operand.operands : [operand]

/** What is no word or phrase has no spelling of its own to be exact about. */
function isExact(literal: Literal, spelling: Spelling): boolean {
  if (literal.kind !== 'word' && literal.kind !== 'phrase') return false
  return spelling === 'exact' || literal.spelling === 'exact'
}
