import { sortOrders, type SearchAnswer, type Warning } from '../../engine/search-engine.ts'
import type { NameOf } from '../names.ts'
import type { Search } from '../run-search.ts'
import {
  hasFilters,
  toUrl,
  withoutFilters,
  withPage,
  withSort,
  type SearchState,
} from '../search-state.ts'
import { activeFilters, showFilters, type FilterChips } from './chips.ts'
import { beginSentence, counted, countedTotal } from './counting.ts'
import { buildDensities, type Density, type DensityLink } from './density.ts'
import { nameSearch } from './describe-search.ts'
import { describeProblem } from './describe-problem.ts'
import { buildExportMenu, type ExportMenu } from './export-menu.ts'
import { buildFacetLists, type FacetList } from './facet-lists.ts'
import { buildHistogram, type Histogram } from './histogram.ts'
import { buildHit, type HitView } from './hits.ts'
import { buildLayout, hiddenFields, type HiddenField, type Layout } from './layout.ts'
import { searchLink } from './links.ts'
import { buildNarrowing, type Narrowing } from './narrowing.ts'
import type { Piece } from './pieces.ts'
import { buildPagination, reachablePages, type Pagination } from './pagination.ts'
import { buildReadings, type ReadingsView } from './readings.ts'
import { buildSwitches, type Switches } from './switches.ts'

/** Everything that the search page prints, apart from the banners, what it offers when nothing was found, and what may be meant instead. */
export interface SearchPage extends FilterChips {
  readonly layout: Layout
  readonly problems: readonly string[]
  readonly warnings: readonly WarningView[]
  readonly total: string
  /** What folding near-duplicates came to: `in 12 results`; '' where they are not folded. */
  readonly folded: string
  /** Why the total is not exact. */
  readonly reasons: readonly string[]
  readonly readings: ReadingsView | undefined
  readonly clearHref: string
  readonly narrowing: Narrowing
  readonly facets: readonly FacetList[]
  readonly histogram: Histogram | undefined
  readonly period: {
    readonly from: string
    readonly to: string
    readonly hidden: readonly HiddenField[]
  }
  readonly sorts: readonly {
    readonly label: string
    readonly href: string
    readonly current: boolean
  }[]
  readonly switches: Switches
  readonly density: Density
  readonly densities: readonly DensityLink[]
  readonly hits: readonly HitView[]
  readonly exports: ExportMenu | undefined
  readonly pagination: Pagination | undefined
  /** Where to go when the page is past the last one; '' otherwise. */
  readonly lastPageHref: string
}

/** A warning, and the query with the part that it is about marked; nothing where it is about the whole. */
export interface WarningView {
  readonly message: string
  readonly pieces: readonly Piece[]
}

export function buildSearchPage(
  { state, problems, overview, query, answer, families, warnings }: Search,
  nameOf: NameOf,
  density: Density,
): SearchPage {
  const pages = reachablePages(answer.groups)
  const filters = activeFilters(state, nameOf)
  return {
    layout: buildLayout(nameSearch(state, nameOf), 'search', state, [
      'facets',
      'collections',
      'export',
    ]),
    problems: problems.map(describeProblem),
    warnings: warnings.map((warning) => showWarning(state.q, warning)),
    total: beginSentence(countedTotal(answer)),
    folded: state.group === 'family' ? describeFolding(answer) : '',
    reasons: reasonsOf(answer),
    readings: buildReadings(state, query, answer.readings),
    ...showFilters(filters, searchLink),
    clearHref: hasFilters(state) ? searchLink(withoutFilters(state)) : '',
    narrowing: buildNarrowing(state, answer),
    facets: buildFacetLists(state, answer),
    histogram: buildHistogram(state, answer),
    period: {
      from: state.from,
      to: state.to,
      hidden: hiddenFields(state, ['from', 'to', 'page']),
    },
    sorts: buildSorts(state),
    switches: buildSwitches(state, overview),
    density,
    densities: buildDensities(state, density),
    hits: answer.hits.map((hit, nth) =>
      buildHit(hit, {
        ...{ state, density, nth, family: families.get(hit.family?.id ?? '') },
        others: othersListed(families.size),
      }),
    ),
    exports: exportsOf(state, answer),
    pagination: buildPagination(state, answer.groups),
    lastPageHref: pages > 0 && state.page > pages ? searchLink(withPage(state, pages)) : '',
  }
}

function describeFolding({ total, groups }: SearchAnswer): string {
  if (total === 0) return ''
  return groups === total ? 'with no near-duplicates among them' : `in ${counted(groups, 'result')}`
}

function exportsOf(state: SearchState, { total, capability }: SearchAnswer): SearchPage['exports'] {
  return buildExportMenu({
    ...{ path: '/search', parameters: toUrl(withPage(state, 1)), total },
    ...{ bound: capability.bound, isFolded: state.group === 'family' },
    order: 'In the order in which they were first indexed.',
  })
}

/** Three near-duplicates below a result, fewer where many results have some: a page stays small. */
function othersListed(families: number): number {
  return Math.min(3, Math.max(1, Math.floor(24 / Math.max(1, families))))
}

/** Without a query there is no relevance: then it stands for the newest first. */
function buildSorts(state: SearchState): SearchPage['sorts'] {
  const hasWords = state.q !== ''
  const current = state.sort === 'relevance' && !hasWords ? 'newest' : state.sort
  return sortOrders
    .filter((sort) => hasWords || sort !== 'relevance')
    .map((sort) => ({
      label: sort.charAt(0).toUpperCase() + sort.slice(1),
      href: searchLink(withSort(state, sort)),
      current: sort === current,
    }))
}

function reasonsOf({ capability }: SearchAnswer): readonly string[] {
  return capability.bound === 'exact' ? [] : capability.reasons
}

/** Of a long query, what stands around the part. */
const around = 40

function showWarning(q: string, { message, start, end }: Warning): WarningView {
  if (start === undefined) return { message, pieces: [] }
  const last = Math.min(end ?? q.length, start + 2 * around)
  const from = Math.max(0, start - around)
  const [before, after] = [q.slice(from, start), q.slice(last, last + around)]
  const pieces = [
    { text: from > 0 ? `…${before}` : before, marked: false },
    { text: q.slice(start, last), marked: true },
    { text: last + around < q.length ? `${after}…` : after, marked: false },
  ]
  return { message, pieces: pieces.filter(({ text }) => text !== '') }
}
