import type { Archive } from '../engine/archive/archive.ts'
import { parse } from '../engine/query/parse.ts'
import type { SearchRequest } from '../engine/search-engine.ts'
import { resolveNames } from '../server/resolve-names.ts'
import { fromUrl } from '../server/search-state.ts'
import { toRequest } from '../server/to-request.ts'

/** What the site asks its engine for when this address is opened. */
export function requestOf(archive: Archive, path: string): SearchRequest {
  const { state, problems } = fromUrl(path.slice(path.indexOf('?') + 1))
  const [problem] = problems
  if (problem) throw new Error(`${path}: ${problem.message}`)
  const resolved = resolveNames(archive, state).state
  return toRequest(resolved, parse(resolved.q).query)
}
