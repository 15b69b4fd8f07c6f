import type { Plan } from '../query/plan.ts'
import { encodeTerm } from './encode.ts'

/** Meilisearch reads ten terms of a query; further ones are filtered by, not ranked by. */
const mostTerms = 10

/**
 * The words to rank by, as Meilisearch's query text; '' when the plan has none. Each is quoted, which makes it exact.
 * They are all required by the filter already, so this never changes what is found.
 */
export function rankingText(plan: Plan): string {
  const terms = [...new Set(requiredTerms(plan))].slice(0, mostTerms)
  return terms.map((term) => `"${encodeTerm(term)}"`).join(' ')
}

function requiredTerms(plan: Plan): readonly string[] {
  if (plan.kind === 'terms') return plan.terms
  return plan.kind === 'and' ? plan.operands.flatMap(requiredTerms) : []
}
