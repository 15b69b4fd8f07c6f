import type { Plan } from '../query/plan.ts'

/** A node of a plan without operands. */
export type Leaf = Exclude<Plan, { readonly kind: 'and' | 'or' | 'not' }>

/** A plan in which exclusions stand at the leaves, and neither AND nor OR has an operand of its own kind. */
export type NormalPlan =
  | { readonly kind: 'leaf'; readonly leaf: Leaf; readonly isExcluded: boolean }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly NormalPlan[] }

/**
 * Brings exclusions down to the leaves: NOT (a AND b) is NOT a OR NOT b. So what an engine cannot tell exactly is settled leaf by leaf,
 * too generously where it is asked for and not at all where it is excluded, and the whole then finds too much, never too little.
 */
export function normalPlan(plan: Plan): NormalPlan {
  return normal(plan, 'wanted')
}

function normal(plan: Plan, as: 'wanted' | 'excluded'): NormalPlan {
  switch (plan.kind) {
    case 'not':
      return normal(plan.operand, as === 'wanted' ? 'excluded' : 'wanted')
    case 'and':
    case 'or': {
      const kind = (plan.kind === 'and') === (as === 'wanted') ? 'and' : 'or'
      return joined(
        kind,
        plan.operands.map((operand) => normal(operand, as)),
      )
    }
    case 'all':
    case 'none':
    case 'words':
    case 'prefix':
    case 'near':
    case 'values':
    case 'days':
    case 'language':
      return { kind: 'leaf', leaf: plan, isExcluded: as === 'excluded' }
  }
}

/** Several plans as one, flat. */
export function joined(kind: 'and' | 'or', operands: readonly NormalPlan[]): NormalPlan {
  const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]))
  const [only] = flat
  return only && flat.length === 1 ? only : { kind, operands: flat }
}
