import type { StoredArticle } from '../article.ts'
import { planQuery } from '../query/plan-query.ts'
import type { Plan } from '../query/plan.ts'
import type { SearchRequest } from '../search-engine.ts'
import { boundsOf } from './bounds.ts'
import { allOf, condition, type Filter } from './filter.ts'
import { writeFilter } from './write-filter.ts'
import { idOf, searchAll, type Searched } from './server.ts'
import { candidatesIn } from './settled.ts'
import { mostCompared, settle } from './settle.ts'
import { viewsOf } from './views.ts'

/** Articles asked for at once: as many as can be compared with a query, so that a scan is exact whatever the query. */
const window = mostCompared

/** Every article that a request finds, in the order of indexing. Holds the ids of one window and one article. */
export async function* scanArticles(
  searched: Searched,
  request: SearchRequest,
): AsyncGenerator<StoredArticle> {
  for await (const { id } of scanDocuments(searched, request)) {
    const article = searched.archive.get(id)
    if (article) yield article
  }
}

/** What every article that a request finds is called, in the order of indexing. */
export async function* scanDocuments(
  searched: Searched,
  request: SearchRequest,
): AsyncGenerator<Found> {
  const { plan } = planQuery(request, searched.archive, searched.vocabulary)
  const { upper, exact } = boundsOf(plan)
  for (let after = request.newerThan; ;) {
    const documents = await documentsAfter(searched, filtered(upper, request), after)
    const last = documents.at(-1)
    if (!last) return
    const part = { first: after + 1, last: last.sequence }
    yield* exact ? documents : await foundIn(searched, plan, request, part)
    after = last.sequence
  }
}

/** A document of the index, by its article. */
export interface Found {
  readonly id: string
  readonly sequence: number
}

/** The first documents of a filter past a sequence number. */
async function documentsAfter(
  { server, index }: Searched,
  filter: Filter,
  after: number,
): Promise<Found[]> {
  const query = {
    filter: writeFilter(allOf([filter, condition(`sequence > ${after}`)])),
    sort: ['sequence:asc'],
    limit: window,
    attributesToRetrieve: ['id', 'sequence'],
  }
  const [found] = await searchAll(server, index, [query])
  return (found?.hits ?? []).map((document) => ({
    id: idOf(document),
    sequence: Number(document.get('sequence')),
  }))
}

/** The articles of a window that the query really finds: few enough to compare all of them. */
async function foundIn(
  searched: Searched,
  plan: Plan,
  request: SearchRequest,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<Found[]> {
  const within = condition(`sequence ${first} TO ${last}`)
  const passing = filtered(within, request)
  const { filter } = await settle(plan, [passing], candidatesIn(searched))
  return documentsAfter(searched, allOf([filter, passing]), first - 1)
}

const filtered = (base: Filter, request: SearchRequest) => viewsOf(base, request).matched.filter
