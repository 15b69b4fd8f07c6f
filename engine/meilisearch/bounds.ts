import type { Plan } from '../query/plan.ts'
import type { WordPlan } from '../compare/stands-in.ts'
import { encodeId } from './encode.ts'
import { allOf, anyOf, condition, everything, not, nothing, type Filter } from './filter.ts'
import { boundsOfWords, exactly, valuesFilter, type Bounds } from './words.ts'

/** The sequence numbers of the articles, among those that had to be compared, in which words were found to stand. */
export type Compared = ReadonlyMap<WordPlan, readonly number[]>

/**
 * What the index can say of the articles that a plan finds. Under NOT the two bounds change places, so that they hold at any depth.
 * Words that were compared are taken to stand nowhere but in `compared` and where the index is certain.
 */
export function boundsOf(plan: Plan, compared: Compared = new Map()): Bounds {
  switch (plan.kind) {
    case 'all':
      return exactly(everything)
    case 'none':
      return exactly(nothing)
    case 'words':
    case 'prefix':
    case 'near':
      return narrowed(boundsOfWords(plan), compared.get(plan))
    case 'values':
      return exactly(valuesFilter(plan.facet, plan.ids))
    case 'days':
      return exactly(
        allOf([
          condition(`first >= ${plan.period.first}`),
          condition(`last <= ${plan.period.last}`),
        ]),
      )
    case 'language':
      return exactly(condition(`language = "${encodeId(plan.tag)}"`))
    case 'not': {
      const { upper, lower, exact } = boundsOf(plan.operand, compared)
      return { upper: not(lower), lower: not(upper), exact }
    }
    case 'and':
      return joined(plan.operands, compared, allOf)
    case 'or':
      return joined(plan.operands, compared, anyOf)
  }
}

/** The words of a plan of which the index knows only bounds, in reading order. */
export function openWords(plan: Plan): WordPlan[] {
  switch (plan.kind) {
    case 'words':
    case 'prefix':
    case 'near':
      return boundsOfWords(plan).exact ? [] : [plan]
    case 'not':
      return openWords(plan.operand)
    case 'and':
    case 'or':
      return plan.operands.flatMap(openWords)
    case 'all':
    case 'none':
    case 'values':
    case 'days':
    case 'language':
      return []
  }
}

function joined(
  operands: readonly Plan[],
  compared: Compared,
  join: (filters: readonly Filter[]) => Filter,
): Bounds {
  const bounds = operands.map((operand) => boundsOf(operand, compared))
  return {
    upper: join(bounds.map(({ upper }) => upper)),
    lower: join(bounds.map(({ lower }) => lower)),
    exact: bounds.every(({ exact }) => exact),
  }
}

function narrowed(bounds: Bounds, sequences: readonly number[] | undefined): Bounds {
  return sequences === undefined ? bounds : exactly(anyOf([bounds.lower, articles(sequences)]))
}

const articles = (sequences: readonly number[]) =>
  sequences.length === 0 ? nothing : condition(`sequence IN [${sequences.join(', ')}]`)
