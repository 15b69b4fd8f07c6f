import type { Plan } from '../query/plan.ts'
import { everyWord } from './documents.ts'
import { encodeTerm } from './encode.ts'

/** Meilisearch reads ten terms of a query; further ones are filtered by, not ranked by. */
const mostTerms = 10
/** Of the words that begin alike. */
const mostOfPrefix = 3

/**
 * The words to rank by, as Meilisearch's query text; '' when the plan has none. They come after a word that all articles have:
 * of the matching strategy `last` the first word alone is required, so that ranking never changes what is found.
 */
export function rankingText(plan: Plan): string {
  const terms = [...new Set(wantedTerms(plan))].slice(0, mostTerms - 1)
  return terms.length === 0 ? '' : [everyWord, ...terms.map(encodeTerm)].join(' ')
}

/** What was typed rather than what it also stands for. */
function wantedTerms(plan: Plan): readonly string[] {
  switch (plan.kind) {
    case 'words':
      return plan.alternatives[0]?.terms ?? []
    case 'prefix':
      return plan.terms.slice(0, mostOfPrefix)
    case 'near':
      return plan.operands.flatMap((alternatives) => alternatives[0]?.terms ?? [])
    case 'and':
    case 'or':
      return plan.operands.flatMap(wantedTerms)
    case 'all':
    case 'none':
    case 'values':
    case 'days':
    case 'language':
    case 'not':
      return []
  }
}
