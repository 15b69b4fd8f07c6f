import type { Archive } from '../archive/archive.ts'
import { hitMaker } from '../hits.ts'
import { reachableHits, type Hit, type SearchRequest, type Warning } from '../search-engine.ts'
import { idOf, searchAll, type Query, type QueryResult, type Searched } from './server.ts'
import type { View } from './views.ts'

/** Asks for one page of a view: by `ranking` where that is not '', by date otherwise. */
export function pageQuery({ conditions }: View, ranking: string, request: SearchRequest): Query {
  const { page, pageSize } = request
  const isReachable = (page - 1) * pageSize < reachableHits
  const direction = request.sort === 'oldest' ? 'asc' : 'desc'
  return {
    q: ranking,
    matchingStrategy: 'all',
    filter: [...conditions],
    sort: [`first:${direction}`, `sequence:${direction}`],
    page: isReachable ? page : 1,
    hitsPerPage: isReachable ? pageSize : 0,
    attributesToRetrieve: ['id'],
  }
}

/** Said when relevance had to be given up. */
const byDateInstead: Warning = {
  message:
    'These articles are sorted by date, newest first: Meilisearch could not rank all of them.',
}

/**
 * A page of hits as Meilisearch ranked it, or by date when the ranking lost articles that the filters found: it does not
 * see the words of an article past its 65,535th different one.
 */
export async function wholePage(
  { server, index }: Searched,
  view: View,
  ranked: QueryResult | undefined,
  total: number,
  request: SearchRequest,
): Promise<{ readonly page: QueryResult | undefined; readonly warnings: readonly Warning[] }> {
  if (ranked?.total === total) return { page: ranked, warnings: [] }
  const [page] = await searchAll(server, index, [pageQuery(view, '', request)])
  return { page, warnings: [byDateInstead] }
}

/** An article that left the archive, but not yet the index, is passed over. */
export function readHits(
  archive: Archive,
  page: QueryResult | undefined,
  request: SearchRequest,
): Hit[] {
  const toHit = hitMaker(request.query)
  const before = (request.page - 1) * request.pageSize
  const reachable = (page?.hits ?? []).slice(0, Math.max(0, reachableHits - before))
  return reachable.flatMap((document) => {
    const article = archive.get(idOf(document))
    return article ? [toHit(article)] : []
  })
}
