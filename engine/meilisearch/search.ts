import { planQuery } from '../query/plan.ts'
import type { SearchAnswer, SearchRequest } from '../search-engine.ts'
import { byFacet } from '../by-facet.ts'
import { capabilityAfter } from './capability.ts'
import { countsOf, facetCounts, monthCounts, uncounted, type Counts } from './counts.ts'
import { encodeId } from './encode.ts'
import { filterOf } from './filters.ts'
import { pageQuery, readHits, wholePage } from './page.ts'
import { resolvePhrases, type PhraseSource } from './phrases.ts'
import { rankingText } from './ranking.ts'
import { idOf, searchAll, type Query, type Searched } from './server.ts'
import { viewsOf, type View, type Views } from './views.ts'

/** Answers a request. The filters alone decide what is found and counted; the words are asked for again only to rank one page. */
export async function answerRequest(
  searched: Searched,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const { server, index, archive } = searched
  const { plan, warnings } = planQuery(request.query, archive)
  const { plan: resolved, broad } = await resolvePhrases(plan, phraseSource(searched))
  const views = viewsOf([`sequence > ${request.newerThan}`, filterOf(resolved)], request)
  const all = [views.matched, ...views.others]
  const ranking = request.sort === 'relevance' ? rankingText(plan) : ''
  const [page, ...counted] = await searchAll(server, index, [
    pageQuery(views.matched, ranking, request),
    ...all.map(countQuery),
  ])
  const counts = await completed(searched, views, countsOf(all, counted), request)
  const total = counted[0]?.total ?? 0
  const whole = await wholePage(searched, views.matched, page, total, request)
  return {
    total,
    capability: capabilityAfter(request.query, broad),
    hits: readHits(archive, whole.page, request),
    facets: byFacet((facet) => facetCounts(archive, facet, counts, request)),
    months: monthCounts(counts),
    warnings: [...warnings, ...whole.warnings],
  }
}

function phraseSource({ server, index, archive }: Searched): PhraseSource {
  return {
    find: async (filter, limit) => {
      const query = { filter, page: 1, hitsPerPage: limit, attributesToRetrieve: ['id'] }
      const [found] = await searchAll(server, index, [query])
      return found && found.total <= limit ? found.hits.map(idOf) : undefined
    },
    get: (id) => archive.get(id),
  }
}

function countQuery({ conditions, attributes }: View): Query {
  return { filter: [...conditions], facets: [...attributes], page: 1, hitsPerPage: 0 }
}

/** Adds the chosen values that Meilisearch's lists were too short for. */
async function completed(
  { server, index }: Searched,
  views: Views,
  counts: Counts,
  request: SearchRequest,
): Promise<Counts> {
  const missing = uncounted(counts, request)
  if (missing.length === 0) return counts
  const queries = missing.map(({ facet, id }) => {
    const view = views.others.find(({ attributes }) => attributes.includes(facet)) ?? views.matched
    return countQuery({
      conditions: [...view.conditions, `${facet} = "${encodeId(id)}"`],
      attributes: [],
    })
  })
  const results = await searchAll(server, index, queries)
  const added = new Map([...counts].map(([attribute, values]) => [attribute, new Map(values)]))
  for (const [i, { facet, id }] of missing.entries()) {
    added.get(facet)?.set(encodeId(id), results[i]?.total ?? 0)
  }
  return added
}
