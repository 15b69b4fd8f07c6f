import { noValue } from '../../engine/article.ts'
import type { FacetCount, SearchAnswer } from '../../engine/search-engine.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { withMatch } from '../filters.ts'
import type { SearchState } from '../search-state.ts'
import { number } from './counting.ts'
import { buildLine, type FacetLine, type LineContext } from './facet-lines.ts'
import { firstValues, valuesLink } from '../values-state.ts'
import { searchLink } from './links.ts'
import { isChosen, valueTree, type ValueNode } from './value-tree.ts'

/** One facet as the search page lists it. */
export interface FacetList extends FacetBranch {
  readonly name: string
  readonly heading: string
  /** Whether articles must have any or all of the chosen values; empty where that is no choice. */
  readonly match: readonly MatchChoice[]
  /** To search among all values of the facet; '' where all are listed. */
  readonly allHref: string
  readonly allLabel: string
}

/** Values side by side: the most frequent and the chosen ones, and the others behind "more". */
export interface FacetBranch {
  /** Names the fold. */
  readonly id: string
  readonly first: readonly FacetTreeLine[]
  readonly more: readonly FacetTreeLine[]
  readonly moreLabel: string
  /** What the others are, for those who hear the label alone. */
  readonly moreOf: string
}

/** A value and the narrower ones below it. */
export interface FacetTreeLine extends FacetLine {
  readonly narrower: FacetBranch | undefined
}

export interface MatchChoice {
  readonly label: string
  readonly action: string
  readonly href: string
  readonly current: boolean
}

/** The most frequent values shown without a click; what they stand below and what is chosen comes to that. */
const shownAtOnce = 10

/** Lists the facets that have a value, as a tree: selected and excluded values first, even at 0, narrower ones below their broader ones. */
export function buildFacetLists(state: SearchState, answer: SearchAnswer): FacetList[] {
  const { bound } = answer.capability
  return facetTable.flatMap((facet) => {
    const counts = answer.facets[facet.name]
    if (counts.every(({ id }) => id === noValue) && !counts.some(isChosen)) return []
    return [buildFacetList({ state, facet, bound, linkTo: searchLink }, counts)]
  })
}

function buildFacetList(context: LineContext, counts: readonly FacetCount[]): FacetList {
  const { facet, state } = context
  const values = counts.filter(({ id }) => id !== noValue)
  const frequent = values.slice(0, shownAtOnce)
  const isLong = values.length > shownAtOnce
  const shown = new Set([...frequent, ...counts.filter(isChosen)].map(({ id }) => id))
  return {
    ...buildBranch(context, valueTree(counts), shown, { id: facet.name, of: facet.heading }),
    name: facet.name,
    heading: facet.heading,
    match: buildMatch(state, facet),
    allHref: isLong ? valuesLink(firstValues(facet.name, state)) : '',
    allLabel: `All ${facet.plural}…`,
  }
}

/** With one value chosen, any and all are the same, unless another is to be added to it. */
function buildMatch(state: SearchState, facet: FacetDeclaration): readonly MatchChoice[] {
  const { include, match } = state.filters[facet.name]
  if (!facet.isMultiple || (include.length < 2 && match === 'any')) return []
  return (['any', 'all'] as const).map((each) => ({
    label: each,
    action: `Articles with ${each} of the chosen ${facet.plural}`,
    href: searchLink(withMatch(state, facet.name, each)),
    current: match === each,
  }))
}

function buildBranch(
  context: LineContext,
  nodes: readonly ValueNode[],
  shown: ReadonlySet<string>,
  { id, of }: { readonly id: string; readonly of: string },
): FacetBranch {
  const isShown = (node: ValueNode): boolean =>
    shown.has(node.count.id) || node.narrower.some(isShown)
  const line = (node: ValueNode): FacetTreeLine => {
    const own = buildLine(context, node.count)
    return {
      ...own,
      narrower:
        node.narrower.length === 0
          ? undefined
          : buildBranch(context, node.narrower, shown, { id: `${id}-${own.id}`, of: own.value }),
    }
  }
  const frequent = nodes.filter(isShown)
  // "1 more" would take the place of the one.
  const first = nodes.length - frequent.length > 1 ? frequent : nodes
  const more = nodes.filter((node) => !first.includes(node))
  return {
    id,
    first: first.map(line),
    more: more.map(line),
    moreLabel: `${number(more.length)} more`,
    moreOf: of,
  }
}
