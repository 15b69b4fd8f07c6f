import type { Archive } from '../../engine/archive/archive.ts'
import { parse } from '../../engine/query/parse.ts'
import type { Query } from '../../engine/query/query.ts'
import type { FacetCount, SearchAnswer, Warning } from '../../engine/search-engine.ts'
import type { Problem } from '../read-parameters.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl, type SearchState } from '../search-state.ts'
import { withShownNames } from '../shown-names.ts'
import type { Site } from '../site.ts'
import { chooseOutlets, offerOutlets } from './choose-outlets.ts'
import { searchesFor, valuesCompared, type Searches } from './searches.ts'
import { standingOut, type StandingOut } from './standing-out.ts'

/** Several outlets over one search. */
export interface Comparison {
  /** With ids in place of names; its outlets are those compared. */
  readonly state: SearchState
  readonly query: Query
  readonly problems: readonly Problem[]
  readonly warnings: readonly Warning[]
  readonly notice: string
  /** What is found in every outlet, compared or not. */
  readonly everywhere: SearchAnswer
  /** What is found in all of them together. */
  readonly together: SearchAnswer
  readonly outlets: readonly ComparedOutlet[]
  /** Others with the most articles. */
  readonly offered: readonly FacetCount[]
}

/** What is found in one outlet. */
export interface ComparedOutlet {
  readonly id: string
  readonly name: string
  /** Near-duplicates are one hit: `groups` are the different texts. */
  readonly answer: SearchAnswer
  /** By year, those too that are dated to a year alone. */
  readonly years: SearchAnswer['timeline']['counts']
  /** Articles of the outlet in the whole archive. */
  readonly articles: number
  /** Of its different texts, how many another one of these outlets has as well. */
  readonly shared: number
  readonly standingOut: readonly StandingOut[]
}

/**
 * Compares the outlets that a URL names, else the five with the most articles: four searches for the whole and three for each outlet at
 * most. Throws EngineUnavailable.
 */
export async function compareOutlets(
  site: Pick<Site, 'archive' | 'engine'>,
  url: URLSearchParams,
  signal: AbortSignal,
): Promise<Comparison> {
  const { state: asked, problems } = fromUrl(url)
  const { state: resolved, warnings } = resolveNames(site.archive, asked)
  const parsed = parse(resolved.q)
  const all = withOutlets(resolved, [])
  const searches = searchesFor(site.engine, parsed.query, signal)
  const everywhere = await searches.count(all, valuesCompared)
  const { ids, notice } = chooseOutlets(resolved, everywhere.facets.outlet)
  const state = withOutlets(resolved, ids)
  const together = ids.length === 0 ? everywhere : await searches.count(state, valuesCompared)
  const outlets = await Promise.all(
    ids.map((id) => compareOne(site.archive, searches, id, { state, together })),
  )
  return {
    ...{ state, notice, problems, everywhere, together, outlets },
    query: parsed.query,
    warnings: [...parsed.warnings, ...warnings, ...together.warnings],
    offered: offerOutlets(ids, everywhere.facets.outlet),
  }
}

async function compareOne(
  archive: Archive,
  searches: Searches,
  id: string,
  { state, together }: Pick<Comparison, 'state' | 'together'>,
): Promise<ComparedOutlet> {
  const own = withOutlets(state, [id])
  const others = state.filters.outlet.include.filter((other) => other !== id)
  const [answer, byYear, rest] = await Promise.all([
    searches.look(own),
    searches.count(own, 0),
    others.length > 0 ? searches.count(withOutlets(state, others), 0) : undefined,
  ])
  return {
    ...{ id, years: byYear.timeline.counts },
    answer: { ...answer, hits: withShownNames(archive, answer.hits) },
    name: archive.displayName('outlet', id) ?? id,
    articles: archive.articlesWith('outlet', [id]).get(id) ?? 0,
    // A text of this outlet that no other has is missing among those of the others.
    shared: rest ? Math.max(0, answer.groups + rest.groups - together.groups) : 0,
    standingOut: rest ? standingOut(answer, together, valuesCompared) : [],
  }
}

/** Only articles of these outlets; of any for none. */
export function withOutlets(state: SearchState, ids: readonly string[]): SearchState {
  const outlet = { ...state.filters.outlet, include: ids, match: 'any' } as const
  return { ...state, filters: { ...state.filters, outlet }, page: 1 }
}
