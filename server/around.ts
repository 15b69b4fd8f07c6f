import type { Hit } from '../engine/hit.ts'
import { parse } from '../engine/query/parse.ts'
import {
  EngineUnavailable,
  reachableHits,
  type Capability,
  type SearchRequest,
} from '../engine/search-engine.ts'
import type { SearchState } from './search-state.ts'
import type { Site } from './site.ts'
import { toRequest } from './to-request.ts'

/** Where an article stands among the results that it was reached from. */
export interface Around {
  /** Its place now, from 1; 0 where it is not near the place that it had. */
  readonly at: number
  /** The place that its link named. */
  readonly asked: number
  /** What can be gone through: articles, or families and articles without one. */
  readonly results: number
  readonly bound: Capability['bound']
  readonly previous: Neighbour | undefined
  readonly next: Neighbour | undefined
}

/** The result before or after it. */
type Neighbour = Pick<Hit, 'id' | 'title'>

/** An article among the results of a search. */
interface Looked {
  readonly state: SearchState
  /** The place that its link named, from 1; 0 for none. */
  readonly asked: number
  readonly id: string
  /** '' for none. */
  readonly family: string
}

/** Results among which an article is looked for that has left its place. */
const lookedThrough = 100

/**
 * Looks up the results before and after an article, in one search for three to five of them as a rule; in two more where the article is
 * not at the place that its link named, because the index has changed since. Undefined without a place, and where the engine does not
 * answer: the article can be read all the same.
 */
export async function lookAround(
  { engine }: Pick<Site, 'engine'>,
  looked: Looked,
  signal: AbortSignal,
): Promise<Around | undefined> {
  const { asked, state } = looked
  if (asked < 1 || asked > reachableHits) return undefined
  const request = toRequest(state, parse(state.q).query, 'year')
  const search: Search = (window) => engine.search({ ...request, ...window, facetSize: 0 }, signal)
  try {
    const there = await placeAt(search, looked, asked)
    if (there.at > 0 || there.results === 0) return there
    const moved = await findNear(search, looked, Math.min(asked, there.results, reachableHits))
    return moved === 0 ? there : { ...(await placeAt(search, looked, moved)), asked }
  } catch (error) {
    if (error instanceof EngineUnavailable) return undefined
    throw error
  }
}

type Window = Pick<SearchRequest, 'page' | 'pageSize'>
type Search = (window: Window) => ReturnType<Site['engine']['search']>

/** The results beside a place; `at` is 0 where another article stands there. */
async function placeAt(search: Search, looked: Looked, asked: number): Promise<Around> {
  const window = windowAround(asked)
  const { hits, groups: results, capability } = await search(window)
  const nth = asked - (window.page - 1) * window.pageSize - 1
  const isThere = isSame(looked, hits[nth])
  return {
    ...{ asked, results, bound: capability.bound },
    at: isThere ? asked : 0,
    previous: isThere ? hits[nth - 1] : undefined,
    next: isThere ? hits[nth + 1] : undefined,
  }
}

/** The place of the article among the hundred results around a place; 0 where it is none of them. */
async function findNear(search: Search, looked: Looked, near: number): Promise<number> {
  const page = Math.ceil(near / lookedThrough)
  const { hits } = await search({ page, pageSize: lookedThrough })
  const nth = hits.findIndex((hit) => isSame(looked, hit))
  return nth < 0 ? 0 : (page - 1) * lookedThrough + nth + 1
}

/** Where near-duplicates share a result, it is the place of each of them. */
function isSame({ id, family }: Looked, hit: Hit | undefined): boolean {
  return hit !== undefined && (hit.id === id || (family !== '' && hit.family?.id === family))
}

/**
 * The smallest page of results, of three or more, that holds a place and its neighbours. A size fits where it divides neither the place
 * nor the one before, and one of at most 23 does: the primes from 3 to there have a product beyond `reachableHits` squared.
 */
export function windowAround(at: number): Window {
  const first = Math.max(1, at - 1)
  let pageSize = 3
  while (Math.ceil(first / pageSize) * pageSize < at + 1) pageSize++
  return { page: Math.ceil(first / pageSize), pageSize }
}
