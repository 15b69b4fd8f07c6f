import { noValue } from '../../engine/article.ts'
import type { FacetCount } from '../../engine/search-engine.ts'
import type { FacetDeclaration } from '../facets.ts'
import { toggleValue } from '../filters.ts'
import { shownName } from '../names.ts'
import type { SearchState } from '../search-state.ts'
import { boundedNumber, counted, type Bound } from './counting.ts'

/** One value of a facet, to choose or to exclude. */
export interface FacetLine {
  readonly id: string
  readonly value: string
  /** What one click would change: `12`, `≤ 12`, `hides 3`. */
  readonly count: string
  readonly selected: boolean
  readonly excluded: boolean
  /** Stands for having no value. */
  readonly isNone: boolean
  /** Selects the value, or takes its selection or exclusion back. */
  readonly href: string
  readonly action: string
  /** Excludes the value; '' where it is excluded already. */
  readonly excludeHref: string
  readonly excludeAction: string
}

/** What a line is written for. */
export interface LineContext {
  readonly state: SearchState
  readonly facet: FacetDeclaration
  readonly bound: Bound
  /** The page that a click leads to. */
  readonly linkTo: (state: SearchState) => string
}

export function buildLine(
  { state, facet, bound, linkTo }: LineContext,
  { id, value, count, selected, excluded }: FacetCount,
): FacetLine {
  const name = shownName(id, value)
  const role = excluded ? 'exclude' : 'include'
  const doing = { include: selected ? 'Remove' : 'Add', exclude: 'Remove excluded' }[role]
  const hides = excluded ? 'hides ' : ''
  return {
    id,
    value: name,
    count: `${hides}${boundedNumber(count, bound)}`,
    selected,
    excluded,
    isNone: id === noValue,
    href: linkTo(toggleValue(state, facet.name, role, id)),
    action: `${doing} ${facet.label}: ${name}, ${hides}${counted(count, 'article', { bound })}`,
    excludeHref: excluded ? '' : linkTo(toggleValue(state, facet.name, 'exclude', id)),
    excludeAction: `Exclude ${facet.label}: ${name}`,
  }
}
