import { correctedQuery } from '../engine/did-you-mean.ts'
import { print } from '../engine/query/print.ts'
import type { Query } from '../engine/query/query.ts'
import type { Correction, SearchAnswer, SearchEngine } from '../engine/search-engine.ts'
import type { Search } from './run-search.ts'
import { toCount } from './to-request.ts'

/** A query with all of its unknown words corrected, and what it finds under the filters of the search. */
export interface CorrectedSearch extends Pick<SearchAnswer, 'total' | 'capability'> {
  readonly query: Query
}

/** A search that was answered, as far as it matters here. */
interface Corrigible extends Pick<Search, 'state' | 'query'> {
  readonly answer: Pick<SearchAnswer, 'total' | 'didYouMean'>
}

/** Each costs a search. */
const mostCounted = 5
const mostOffered = 3

/**
 * What a reader may have meant by a search, the likeliest first: first with the likeliest word for each that no article has, then with
 * another one for one of them. Never what finds nothing more. Throws EngineUnavailable.
 */
export async function correctedSearches(
  engine: Pick<SearchEngine, 'search'>,
  { state, query, answer }: Corrigible,
  most = mostCounted,
): Promise<CorrectedSearch[]> {
  const corrected = choices(answer.didYouMean).map((chosen) => correctedQuery(query, chosen))
  const distinct = new Map(corrected.map((each) => [print(each), each]))
  const counted = await Promise.all(
    [...distinct.values()].slice(0, most).map(async (each) => {
      const { total, capability } = await engine.search(toCount({ ...state, page: 1 }, each))
      return { query: each, total, capability }
    }),
  )
  return counted.filter(({ total }) => total > answer.total).slice(0, mostOffered)
}

/** One correction for each word, the likeliest of all first, then all those that differ from it by one word. */
function choices(corrections: readonly Correction[]): Correction[][] {
  if (corrections.length === 0) return []
  const ofWord = Map.groupBy(corrections, ({ typed }) => typed)
  const likeliest = [...ofWord.values()].flatMap((each) => each.slice(0, 1))
  const others = corrections.filter((correction) => !likeliest.includes(correction))
  return [
    likeliest,
    ...others.map((other) => likeliest.map((each) => (each.typed === other.typed ? other : each))),
  ]
}
