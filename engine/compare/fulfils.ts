import type { Article, FacetName } from '../article.ts'
import { periodOf, type Period } from '../dates.ts'
import { facetIds } from '../facet-ids.ts'
import type { Plan } from '../query/plan.ts'
import type { WordPlan } from './stands-in.ts'

/** Whether an article matches a plan; `stands` says whether the words of a part stand in it. */
export function fulfils(
  plan: Plan,
  article: Article,
  stands: (part: WordPlan) => boolean,
): boolean {
  switch (plan.kind) {
    case 'all':
      return true
    case 'none':
      return false
    case 'words':
    case 'prefix':
    case 'near':
      return stands(plan)
    case 'values':
      return carries(article, plan.facet, plan.ids)
    case 'days':
      return isWithin(article.published, plan.period)
    case 'language':
      return `${article.language.toLowerCase()}-`.startsWith(`${plan.tag}-`)
    case 'not':
      return !fulfils(plan.operand, article, stands)
    case 'and':
      return plan.operands.every((operand) => fulfils(operand, article, stands))
    case 'or':
      return plan.operands.some((operand) => fulfils(operand, article, stands))
  }
}

/** Whether an article has one of these values, itself or below it. */
export function carries(article: Article, facet: FacetName, ids: readonly string[]): boolean {
  const own = facetIds(article, facet)
  return ids.some((id) => own.includes(id))
}

function isWithin(published: string, period: Period): boolean {
  const own = periodOf(published)
  return own !== undefined && own.first >= period.first && own.last <= period.last
}
