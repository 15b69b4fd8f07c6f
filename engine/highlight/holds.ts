import { textFields, type Article, type FacetName } from '../article.ts'
import { periodOf } from '../dates.ts'
import { facetIds } from '../facet-ids.ts'
import type { Plan } from '../query/plan.ts'
import type { FoundGroups } from './match.ts'
import type { Needles } from './needles.ts'

/** What an article is judged by. */
export interface Judged {
  readonly article: Article
  readonly needles: Needles
  readonly found: FoundGroups
}

/** Whether an article matches a plan. */
export function holds(plan: Plan, judged: Judged): boolean {
  switch (plan.kind) {
    case 'all':
      return true
    case 'none':
      return false
    case 'words':
    case 'prefix':
    case 'near':
      return stands(plan, judged)
    case 'values':
      return carries(judged.article, plan.facet, plan.ids)
    case 'days':
      return isWithin(judged.article.published, plan.period)
    case 'language':
      return `${judged.article.language.toLowerCase()}-`.startsWith(`${plan.tag}-`)
    case 'not':
      return !holds(plan.operand, judged)
    case 'and':
      return plan.operands.every((operand) => holds(operand, judged))
    case 'or':
      return plan.operands.some((operand) => holds(operand, judged))
  }
}

/**
 * The parts of a plan that are words or values and for which the article was found: of an OR those of the branches that hold,
 * nothing of what is excluded, but what an exclusion excludes in its turn.
 */
export function shownParts(plan: Plan, judged: Judged): Plan[] {
  switch (plan.kind) {
    case 'words':
    case 'prefix':
    case 'near':
    case 'values':
      return [plan]
    case 'not':
      return spared(plan.operand, judged)
    case 'and':
      return plan.operands.flatMap((operand) => shownParts(operand, judged))
    case 'or':
      return plan.operands
        .filter((operand) => holds(operand, judged))
        .flatMap((operand) => shownParts(operand, judged))
    case 'all':
    case 'none':
    case 'days':
    case 'language':
      return []
  }
}

/** What is shown of an excluded plan: in -(iran -"nuclear deal") the deal, which must stand where Iran does. */
function spared(plan: Plan, judged: Judged): Plan[] {
  switch (plan.kind) {
    case 'not':
      return shownParts(plan.operand, judged)
    case 'and':
      return plan.operands
        .filter((operand) => !holds(operand, judged))
        .flatMap((operand) => spared(operand, judged))
    case 'or':
      return plan.operands.flatMap((operand) => spared(operand, judged))
    case 'all':
    case 'none':
    case 'words':
    case 'prefix':
    case 'near':
    case 'values':
    case 'days':
    case 'language':
      return []
  }
}

/** Whether an article has one of these values, itself or below it. */
export function carries(article: Article, facet: FacetName, ids: readonly string[]): boolean {
  const own = facetIds(article, facet)
  return ids.some((id) => own.includes(id))
}

/** The first group of NEAR is found only where the others are. */
function stands(plan: Plan, { needles, found }: Judged): boolean {
  const [group = -1] = needles.groups.get(plan) ?? []
  return textFields.some((field) => found[field].has(group))
}

function isWithin(published: string, period: { first: number; last: number }): boolean {
  const own = periodOf(published)
  return own !== undefined && own.first >= period.first && own.last <= period.last
}
