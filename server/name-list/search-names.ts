import { allOf } from '../../engine/query/combine.ts'
import type { Query } from '../../engine/query/query.ts'
import type { SearchAnswer, SearchEngine } from '../../engine/search-engine.ts'
import { correctedSearches, type CorrectedSearch } from '../corrected-searches.ts'
import type { SearchState } from '../search-state.ts'
import { takingTurns } from '../taking-turns.ts'
import { toRequest } from '../to-request.ts'
import type { NameLine } from './read-lines.ts'

/** What a name of a list finds. */
export interface FoundName {
  readonly name: NameLine
  /** The common query and the name's. */
  readonly query: Query
  /** Undefined where the time was up before it was counted. */
  readonly answer: NameAnswer | undefined
}

/** The figures of a name. */
export interface NameAnswer extends Pick<
  SearchAnswer,
  'total' | 'capability' | 'readings' | 'didYouMean' | 'warnings'
> {
  /** What may be meant by a name with words that no article has: one search at most, with what it finds. */
  readonly meant: readonly CorrectedSearch[]
  /** As the archive has them; '' where no article is dated. */
  readonly first: string
  readonly last: string
  /** The outlets with the most of its articles. */
  readonly outlets: readonly {
    readonly id: string
    readonly value: string
    readonly count: number
  }[]
}

/** What a list is searched with. */
export interface NameSearch {
  readonly names: readonly NameLine[]
  /** The query that every name is searched within. */
  readonly common: Query
  readonly state: SearchState
}

/** Searches that all lists together may have going on: other readers wait behind two at most. */
const atOnce = 2
const outletsShown = 3

/** Searches names one by one, in turn with other lists, until `until` (as of `Date.now`); in the order of the list. Throws EngineUnavailable. */
export type SearchNames = (
  search: NameSearch,
  until: number,
  signal: AbortSignal,
) => Promise<FoundName[]>

/** Lists that are searched with one of these share its turns. */
export function nameSearcher(engine: Pick<SearchEngine, 'search'>): SearchNames {
  const inTurn = takingTurns(atOnce)
  return ({ names, common, state }, until, signal) =>
    Promise.all(
      names.map((name) =>
        inTurn(async () => {
          const query = withCommon(common, name.query)
          if (Date.now() >= until) return { name, query, answer: undefined }
          return { name, query, answer: await searchName(engine, state, query, signal) }
        }),
      ),
    )
}

function withCommon(common: Query, query: Query): Query {
  if (common.kind === 'all') return query
  return query.kind === 'all' ? common : (allOf([common, query]) ?? query)
}

async function searchName(
  engine: Pick<SearchEngine, 'search'>,
  state: SearchState,
  query: Query,
  signal: AbortSignal,
): Promise<NameAnswer> {
  const one = {
    ...toRequest(state, query, 'year'),
    groupBy: 'article',
    page: 1,
    pageSize: 1,
  } as const
  const newest = await engine.search({ ...one, sort: 'newest', facetSize: outletsShown }, signal)
  const { total, capability, readings, didYouMean, warnings, hits, facets } = newest
  const last = hits[0]?.published ?? ''
  const oldest =
    last === '' || total === 1
      ? newest
      : await engine.search({ ...one, sort: 'oldest', facetSize: 0 }, signal)
  return {
    ...{ total, capability, readings, didYouMean, warnings, last },
    meant: await correctedSearches(engine, { state, query, answer: newest }, 1),
    first: oldest.hits[0]?.published ?? '',
    outlets: facets.outlet
      .filter(({ count }) => count > 0)
      .slice(0, outletsShown)
      .map(({ id, value, count }) => ({ id, value, count })),
  }
}
