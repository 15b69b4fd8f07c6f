import { noValue } from '../../engine/article.ts'
import type { FacetCount } from '../../engine/search-engine.ts'
import type { FacetDeclaration } from '../facets.ts'
import { shownName } from '../names.ts'
import { boundedNumber, type Bound } from './counting.ts'

/** One value of a facet: a box to tick, and a button that excludes it. */
export interface FacetLine {
  readonly id: string
  readonly value: string
  /** What one click would change: `12`, `≤ 12`, `hides 3`. */
  readonly count: string
  readonly selected: boolean
  readonly excluded: boolean
  /** Stands for having no value. */
  readonly isNone: boolean
  /** The parameter that the box sets: that of the facet, or where the value is excluded that of its exclusion, which a tick less lifts. */
  readonly parameter: string
  /** Names the button that excludes the value; '' where it is chosen or excluded already. */
  readonly exclude: string
}

export function buildLine(
  { parameter }: FacetDeclaration,
  bound: Bound,
  { id, value, count, selected, excluded }: FacetCount,
): FacetLine {
  const name = shownName(id, value)
  return {
    id,
    value: name,
    count: `${excluded ? 'hides ' : ''}${boundedNumber(count, bound)}`,
    selected,
    excluded,
    isNone: id === noValue,
    parameter: excluded ? `-${parameter}` : parameter,
    exclude: selected || excluded ? '' : `Exclude ${name}`,
  }
}
