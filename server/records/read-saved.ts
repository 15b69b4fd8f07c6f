import type { Archive } from '../../engine/archive/archive.ts'
import { parse } from '../../engine/query/parse.ts'
import type { Query } from '../../engine/query/query.ts'
import type { SearchRequest, Warning } from '../../engine/search-engine.ts'
import type { Problem } from '../read-parameters.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl, withoutPlace, type SearchState } from '../search-state.ts'
import { toCount } from '../to-request.ts'

/** A saved search as it is read today. */
export interface SavedSearch {
  /** With ids in place of names, and of ids that were joined with others. */
  readonly state: SearchState
  readonly query: Query
  /** What counts it; undefined where a part of it can no longer be read: without that part it would be another search. */
  readonly request: SearchRequest | undefined
  readonly problems: readonly Problem[]
  readonly warnings: readonly Warning[]
}

/** Reads the parameters that a saved query keeps. Never throws. */
export function readSaved(archive: Archive, search: string): SavedSearch {
  const { state: asked, problems } = fromUrl(search)
  const { state, warnings } = resolveNames(archive, withoutPlace(asked))
  const parsed = parse(state.q)
  return {
    state,
    query: parsed.query,
    request: problems.length === 0 ? toCount(state, parsed.query) : undefined,
    problems,
    warnings: [...parsed.warnings, ...warnings],
  }
}
