import type { FacetCount, SearchAnswer } from '../../engine/search-engine.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { facetSize, toggleValue, type SearchState } from '../search-state.ts'
import { counted, number } from './counting.ts'
import { searchLink } from './links.ts'

/** One facet as the search page lists it. */
export interface FacetList {
  readonly name: string
  readonly heading: string
  readonly first: readonly FacetLine[]
  /** Behind "more". */
  readonly more: readonly FacetLine[]
  readonly moreLabel: string
  readonly open: boolean
}

export interface FacetLine {
  readonly value: string
  readonly count: string
  readonly selected: boolean
  readonly excluded: boolean
  /** Selects the value, or takes its selection or exclusion back. */
  readonly href: string
  readonly action: string
  /** Excludes the value; '' where it is excluded already. */
  readonly excludeHref: string
  readonly excludeAction: string
}

const shownAtOnce = 8

/** Lists the facets that have a value, selected and excluded values first, even at 0. */
export function buildFacetLists(state: SearchState, answer: SearchAnswer): FacetList[] {
  return facetTable
    .map((facet) => buildFacetList(state, facet, answer.facets[facet.name]))
    .filter((list) => list.first.length > 0)
}

function buildFacetList(
  state: SearchState,
  facet: FacetDeclaration,
  counts: readonly FacetCount[],
): FacetList {
  const active = counts.filter((count) => count.selected || count.excluded)
  const others = counts.filter((count) => !count.selected && !count.excluded)
  const lines = [...active, ...others].map((count) => buildLine(state, facet, count))
  const atOnce = Math.max(shownAtOnce, active.length)
  const more = lines.slice(atOnce)
  return {
    name: facet.name,
    heading: facet.heading,
    first: lines.slice(0, atOnce),
    more,
    moreLabel: others.length < facetSize ? `${number(more.length)} more` : `The first ${facetSize}`,
    open: active.length > 0,
  }
}

function buildLine(state: SearchState, facet: FacetDeclaration, count: FacetCount): FacetLine {
  const { id, value, selected, excluded } = count
  const role = excluded ? 'exclude' : 'include'
  const doing = { include: selected ? 'Remove' : 'Add', exclude: 'Remove excluded' }[role]
  return {
    value,
    count: number(count.count),
    selected,
    excluded,
    href: searchLink(toggleValue(state, facet.name, role, id)),
    action: `${doing} ${facet.label}: ${value}, ${counted(count.count, 'article')}`,
    excludeHref: excluded ? '' : searchLink(toggleValue(state, facet.name, 'exclude', id)),
    excludeAction: `Exclude ${facet.label}: ${value}`,
  }
}
