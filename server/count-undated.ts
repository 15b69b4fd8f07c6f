import type { SearchAnswer, SearchEngine } from '../engine/search-engine.ts'
import type { Search } from './run-search.ts'
import { withoutDate } from './search-state.ts'
import { toCount } from './to-request.ts'

/** How many articles of a search have no known date, whatever its period; undefined for none. Throws EngineUnavailable. */
export async function countUndated(
  engine: SearchEngine,
  { state, overview, query, answer }: Pick<Search, 'state' | 'overview' | 'query' | 'answer'>,
): Promise<Pick<SearchAnswer, 'total' | 'capability'> | undefined> {
  if (state.dating === 'undated') return answer
  // Most searches need no second one.
  const dated = answer.timeline.counts.reduce((sum, { count }) => sum + count, 0)
  const isOpen = state.from === '' && state.to === ''
  if (!overview.hasUndated || (isOpen && dated === answer.total)) return undefined
  const undated = await engine.search(toCount(withoutDate(state), query))
  return undated.total > 0 ? undated : undefined
}
