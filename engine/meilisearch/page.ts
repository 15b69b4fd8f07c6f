import type { Archive } from '../archive/archive.ts'
import { hitFamily } from '../hit-family.ts'
import { hitMaker } from '../hits.ts'
import type { Plan } from '../query/plan.ts'
import type { Hit } from '../hit.ts'
import { reachableHits, type SearchRequest } from '../search-engine.ts'
import { familyIn } from './families.ts'
import { writeFilter } from './write-filter.ts'
import { familyAttribute } from './index-settings.ts'
import { idOf, type Query, type QueryResult } from './server.ts'
import type { View } from './views.ts'

/** Asks for one page of a view: by `ranking` where that is not '', by date otherwise. */
export function pageQuery({ filter }: View, ranking: string, request: SearchRequest): Query {
  const { page, pageSize } = request
  const isReachable = (page - 1) * pageSize < reachableHits
  const direction = request.sort === 'oldest' ? 'asc' : 'desc'
  return {
    q: ranking,
    matchingStrategy: 'last',
    filter: writeFilter(filter),
    sort: [`first:${direction}`, `sequence:${direction}`],
    page: isReachable ? page : 1,
    hitsPerPage: isReachable ? pageSize : 0,
    attributesToRetrieve: ['id', familyAttribute],
    ...(request.groupBy === 'family' ? { distinct: familyAttribute } : {}),
  }
}

/** The articles of a page; `families` says how many each family of it has. One that left the archive, but not yet the index, is passed over. */
export function readHits(
  archive: Archive,
  plan: Plan,
  { hits }: QueryResult,
  families: ReadonlyMap<string, number>,
  request: SearchRequest,
): Hit[] {
  const toHit = hitMaker(plan)
  const before = (request.page - 1) * request.pageSize
  const reachable = hits.slice(0, Math.max(0, reachableHits - before))
  return reachable.flatMap((document) => {
    const article = archive.get(idOf(document))
    if (!article) return []
    const id = request.groupBy === 'family' ? familyIn(document) : undefined
    const family = id === undefined ? undefined : hitFamily(archive, id, families.get(id) ?? 1)
    return [{ ...toHit(article), family }]
  })
}
