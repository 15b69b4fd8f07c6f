import { textFields, type Article } from '../article.ts'
import { fulfils } from '../compare/fulfils.ts'
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
  return fulfils(plan, judged.article, (part) => stands(part, judged))
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

/** The first group of NEAR is found only where the others are. */
function stands(plan: Plan, { needles, found }: Judged): boolean {
  const [group = -1] = needles.groups.get(plan) ?? []
  return textFields.some((field) => found[field].has(group))
}
