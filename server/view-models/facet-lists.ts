import { noValue } from '../../engine/article.ts'
import type { FacetCount, SearchAnswer } from '../../engine/search-engine.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { facetSize, type SearchState } from '../search-state.ts'
import { firstValues, valuesLink, valuesPairs } from '../values-state.ts'
import { compareLink } from './compare-link.ts'
import type { Bound } from './counting.ts'
import { buildLine, type FacetLine } from './facet-lines.ts'
import type { HiddenField } from './layout.ts'
import { hasChosen, isChosen, valueTree, type ValueNode } from './value-tree.ts'

/** One facet as the search page lists it. */
export interface FacetList {
  readonly name: string
  /** In the address; `-` in front of it excludes. */
  readonly parameter: string
  readonly heading: string
  /** Values side by side: the most frequent and the chosen ones. */
  readonly lines: readonly FacetTreeLine[]
  /** Whether any line can be unfolded. */
  readonly isTree: boolean
  /** Whether articles must have any or all of the chosen values; empty where that is no choice. */
  readonly match: readonly MatchChoice[]
  /** Further values, and a way to look for one; undefined where all are listed, those below others too. */
  readonly others: OtherValues | undefined
  /** To compare outlets over the search; '' for all but the outlets. */
  readonly compareHref: string
}

/** A value and the narrower ones below it. */
export interface FacetTreeLine extends FacetLine {
  readonly below: FacetBranch | undefined
}

/** Values below another. */
export interface FacetBranch {
  /** Names the fold. */
  readonly id: string
  readonly label: string
  /** Unfolded from the start: one of its values is frequent, or chosen. */
  readonly isOpen: boolean
  readonly lines: readonly FacetTreeLine[]
  /** Leads to all of them: a link would repeat the whole search for each. */
  readonly form: string
  /** `More MiG`; '' where all are listed. */
  readonly more: string
}

export interface MatchChoice {
  readonly value: 'any' | 'all'
  readonly label: string
  readonly current: boolean
}

/** Where the other values of a facet are. */
export interface OtherValues {
  readonly moreHref: string
  readonly moreLabel: string
  /** The form that looks for a value. */
  readonly find: {
    readonly id: string
    readonly action: string
    readonly label: string
    readonly hidden: readonly HiddenField[]
  }
}

/** The most frequent values shown; what they stand below, what is chosen, and having none come to that. */
const shownAtOnce = 10
/** Below a value none of whose narrower ones is that frequent. */
const shownInFold = 5

/** Lists the facets that have a value, as a tree: selected and excluded values first, even at 0, narrower ones below their broader ones. */
export function buildFacetLists(state: SearchState, answer: SearchAnswer): FacetList[] {
  const { bound } = answer.capability
  return facetTable.flatMap((facet) => {
    const counts = answer.facets[facet.name]
    if (counts.every(({ id }) => id === noValue) && !counts.some(isChosen)) return []
    const isComplete = counts.filter(({ id }) => id !== noValue).length < facetSize
    return [buildFacetList({ state, facet, bound, isComplete }, counts)]
  })
}

interface Context {
  readonly state: SearchState
  readonly facet: FacetDeclaration
  readonly bound: Bound
  /** Whether there are no values but those counted. */
  readonly isComplete: boolean
}

function buildFacetList(context: Context, counts: readonly FacetCount[]): FacetList {
  const { facet, state } = context
  const values = counts.filter(({ id }) => id !== noValue)
  const frequent = new Set(values.slice(0, shownAtOnce).map(({ id }) => id))
  const nodes = valueTree(counts)
  const shown = nodes.filter((node) => node.count.id === noValue || isShown(node, frequent))
  const hasFolds = shown.some(({ narrower }) => narrower.length > 0)
  return {
    name: facet.name,
    parameter: facet.parameter,
    heading: facet.heading,
    lines: shown.map((node) => buildTreeLine(context, node, frequent)),
    isTree: hasFolds,
    match: buildMatch(state, facet),
    others: values.length > shownAtOnce || hasFolds ? otherValues(facet, state) : undefined,
    compareHref: facet.name === 'outlet' && values.length > 1 ? compareLink(state) : '',
  }
}

function isShown(node: ValueNode, frequent: ReadonlySet<string>): boolean {
  return (
    frequent.has(node.count.id) ||
    hasChosen(node) ||
    node.narrower.some((each) => isShown(each, frequent))
  )
}

function buildTreeLine(
  context: Context,
  { count, narrower }: ValueNode,
  frequent: ReadonlySet<string>,
): FacetTreeLine {
  const { facet, bound, isComplete } = context
  const line = buildLine(facet, bound, count)
  if (narrower.length === 0) return { ...line, below: undefined }
  const shown = narrower.filter((node) => isShown(node, frequent))
  const listed = shown.length > 0 ? shown : narrower.slice(0, shownInFold)
  return {
    ...line,
    below: {
      id: `below-${facet.parameter}-${count.id}`,
      label: `Below ${line.value}`,
      isOpen: shown.length > 0,
      lines: listed.map((node) => buildTreeLine(context, node, frequent)),
      form: `find-${facet.parameter}`,
      more: isComplete && listed.length === narrower.length ? '' : `More ${line.value}`,
    },
  }
}

/** With one value chosen, any and all are the same, unless another is to be added to it. */
export function buildMatch(state: SearchState, facet: FacetDeclaration): readonly MatchChoice[] {
  const { include, match } = state.filters[facet.name]
  if (!facet.isMultiple || (include.length < 2 && match === 'any')) return []
  return (['any', 'all'] as const).map((value) => ({
    value,
    label: `${value} of these`,
    current: match === value,
  }))
}

function otherValues(facet: FacetDeclaration, state: SearchState): OtherValues {
  const first = firstValues(facet.name, state)
  return {
    moreHref: valuesLink(first),
    moreLabel: `More ${facet.plural}`,
    find: {
      id: `find-${facet.parameter}`,
      action: `/facet/${facet.parameter}`,
      label: `Find among the ${facet.plural}`,
      hidden: valuesPairs(first).map(([name, value]) => ({ name, value })),
    },
  }
}
