import { allOf, anyOf, type Filter } from './filter.ts'

/**
 * Meilisearch reads ANDs, ORs and NOTs up to 36 levels deep; it writes every filter anew with parentheses around each condition, and
 * its parser stops at a depth of 150. A query of 64 words can alternate more often.
 */
export const deepest = 34

/**
 * The same articles, described no deeper than that: `a OR (b AND (c OR …))` is `(a OR b) AND (a OR c OR …)`. What is repeated on the
 * way are the operands beside the deep one, so that a filter of n conditions grows to some n² / 2 at most.
 */
export function shallow(filter: Filter): Filter {
  if (heightOf(filter) <= deepest) return filter
  const operands = filter.kind === 'all' ? filter.operands : [filter]
  return shallow(
    allOf(operands.map((each) => (heightOf(each) + 1 < deepest ? each : distributed(each)))),
  )
}

/** Levels of ANDs, ORs and NOTs. */
export function heightOf(filter: Filter): number {
  switch (filter.kind) {
    case 'condition':
      return 0
    case 'not':
      return 1 + heightOf(filter.operand)
    case 'all':
    case 'any':
      return 1 + Math.max(0, ...filter.operands.map(heightOf))
  }
}

/** An OR with its deepest AND turned inside out. */
function distributed(filter: Filter): Filter {
  if (filter.kind !== 'any') return filter
  const [deep, ...others] = filter.operands.toSorted((a, b) => heightOf(b) - heightOf(a))
  return deep?.kind === 'all'
    ? allOf(deep.operands.map((each) => anyOf([...others, each])))
    : filter
}
