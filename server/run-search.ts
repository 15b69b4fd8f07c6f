import { parse } from '../engine/query/parse.ts'
import type { Query } from '../engine/query/query.ts'
import type { SearchAnswer, Warning } from '../engine/search-engine.ts'
import { familiesOf, type Family } from './families.ts'
import { chooseUnit } from './choose-unit.ts'
import type { Overview } from './overview.ts'
import type { Problem } from './read-parameters.ts'
import { resolveNames } from './resolve-names.ts'
import { fromUrl, type SearchState } from './search-state.ts'
import { withShownNames } from './shown-names.ts'
import type { Site } from './site.ts'
import { toRequest } from './to-request.ts'

/** A search as asked for and answered. */
export interface Search {
  /** With ids in place of names. */
  readonly state: SearchState
  readonly problems: readonly Problem[]
  readonly overview: Overview
  readonly query: Query
  readonly answer: SearchAnswer
  /** Of the hits, where near-duplicates are folded. */
  readonly families: ReadonlyMap<string, Family>
  /** Those of the query, of the names among the filters and of the engine. */
  readonly warnings: readonly Warning[]
}

/**
 * Searches for what a URL asks. What cannot be read of it is reported as a problem and left out of the search.
 * Throws EngineUnavailable, also when the signal comes before the search began.
 */
export async function runSearch(
  site: Site,
  url: URLSearchParams,
  signal: AbortSignal,
): Promise<Search> {
  const { state: asked, problems } = fromUrl(url)
  const { state, warnings } = resolveNames(site.archive, asked)
  const parsed = parse(state.q)
  const overview = await site.overview()
  const unit = chooseUnit(state, overview.years)
  const answer = await site.engine.search(toRequest(state, parsed.query, unit), signal)
  return {
    state,
    overview,
    problems,
    query: parsed.query,
    answer: { ...answer, hits: withShownNames(site.archive, answer.hits) },
    families: familiesOf(site.archive, answer.hits),
    warnings: [...parsed.warnings, ...warnings, ...answer.warnings],
  }
}
