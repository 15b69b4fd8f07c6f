/** A set of articles as a filter describes it: conditions that Meilisearch can check, and how they are combined. */
export type Filter =
  | { readonly kind: 'condition'; readonly expression: string }
  | { readonly kind: 'not'; readonly operand: Filter }
  | { readonly kind: 'all'; readonly operands: readonly Filter[] }
  | { readonly kind: 'any'; readonly operands: readonly Filter[] }

/** Every article: a conjunction of nothing. */
export const everything: Filter = { kind: 'all', operands: [] }
/** No article: a disjunction of nothing. */
export const nothing: Filter = { kind: 'any', operands: [] }

/** A condition as Meilisearch writes it, e.g. `textWords = "fire"`. */
export const condition = (expression: string): Filter => ({ kind: 'condition', expression })

export function allOf(operands: readonly Filter[]): Filter {
  return joined('all', operands)
}

export function anyOf(operands: readonly Filter[]): Filter {
  return joined('any', operands)
}

/** Exclusions are moved down to the conditions, so that a filter never nests deeper than its ANDs and ORs alternate. */
export function not(operand: Filter): Filter {
  switch (operand.kind) {
    case 'condition':
      return { kind: 'not', operand }
    case 'not':
      return operand.operand
    case 'all':
      return anyOf(operand.operands.map(not))
    case 'any':
      return allOf(operand.operands.map(not))
  }
}

/** Flattens, and leaves out what decides nothing; where one operand decides alone, it is the whole. */
function joined(kind: 'all' | 'any', operands: readonly Filter[]): Filter {
  const kept: Filter[] = []
  for (const operand of operands) {
    if (operand.kind === kind) kept.push(...operand.operands)
    else if (isEmpty(operand)) return operand
    else kept.push(operand)
  }
  const [only] = kept
  return only && kept.length === 1 ? only : { kind, operands: kept }
}

/** Of the other kind, and empty: nothing in a conjunction, everything in a disjunction. */
const isEmpty = (filter: Filter) =>
  (filter.kind === 'all' || filter.kind === 'any') && filter.operands.length === 0
