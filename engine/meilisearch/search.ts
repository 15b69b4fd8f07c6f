import { byFacet } from '../by-facet.ts'
import { listValues } from '../list-values.ts'
import type { SearchAnswer, SearchRequest } from '../search-engine.ts'
import { timelineUnit } from '../timeline.ts'
import { capabilityAfter } from './capability.ts'
import { correctionsOf } from './corrections.ts'
import {
  corrected,
  countQuery,
  countsOf,
  uncounted,
  valueQuery,
  valuesOf,
  type Counts,
} from './counts.ts'
import { familiesOf, familyQuery, readFamilies } from './families.ts'
import { adviceOnWords } from './nothing-indexed.ts'
import { pageQuery, readHits } from './page.ts'
import { rankingText } from './ranking.ts'
import { searchAll, type QueryResult, type Searched } from './server.ts'
import { settled } from './settled.ts'
import { timelineOf } from './timeline-counts.ts'
import { valueView, viewsOf, type ValueView, type Views } from './views.ts'

/** Answers a request. The filters alone decide what is found and counted; the words are asked for again only to rank one page. */
export async function answerRequest(
  searched: Searched,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const { plan, readings, warnings, base, open } = await settled(searched, request)
  const views = viewsOf(base, request)
  const ranking = request.sort === 'relevance' ? rankingText(plan) : ''
  const [{ page, total, counts }, didYouMean] = await Promise.all([
    firstCounts(searched, views, ranking, request),
    correctionsOf(searched, request, readings),
  ])
  const rest = await furtherCounts(searched, views, counts, page, request)
  return {
    total,
    groups: request.groupBy === 'family' ? page.total : total,
    capability: capabilityAfter(plan, open),
    hits: readHits(searched.archive, plan, page, rest.families, request),
    facets: byFacet((facet) =>
      listValues(searched.archive, facet, valuesOf(rest.counts.get(facet)), request),
    ),
    timeline: await timelineOf(searched, views, rest.counts, timelineUnit(request)),
    warnings: [...warnings, ...adviceOnWords(searched.archive, searched.vocabulary)],
    readings,
    didYouMean,
  }
}

interface FirstCounts {
  readonly page: QueryResult
  readonly total: number
  readonly counts: Counts
}

/** One request for the page, the total and nearly all counts. */
async function firstCounts(
  { server, index }: Searched,
  { matched, others, excluded }: Views,
  ranking: string,
  request: SearchRequest,
): Promise<FirstCounts> {
  const views = [matched, ...others]
  const results = await searchAll(server, index, [
    pageQuery(matched, ranking, request),
    ...views.map(countQuery),
    ...excluded.map(valueQuery),
  ])
  const [page = noResult, ...counted] = results
  const counts = corrected(countsOf(views, counted), excluded, counted.slice(views.length))
  return { page, total: counted[0]?.total ?? 0, counts }
}

const noResult: QueryResult = { total: 0, hits: [], counts: new Map() }

/** What can only be asked when the first answers are there: rare values that are listed all the same, and sizes of families. */
async function furtherCounts(
  { server, index }: Searched,
  views: Views,
  counts: Counts,
  page: QueryResult,
  request: SearchRequest,
): Promise<{ readonly counts: Counts; readonly families: ReadonlyMap<string, number> }> {
  const missing = uncounted(counts, request).map(({ facet, id }): ValueView => {
    const view = views.others.find(({ attributes }) => attributes.includes(facet)) ?? views.matched
    return valueView(facet, id, view.filter)
  })
  const families = request.groupBy === 'family' ? familiesOf(page) : []
  const queries = [
    ...missing.map(valueQuery),
    ...(families.length > 0 ? [familyQuery(views.matched, families)] : []),
  ]
  const results = queries.length > 0 ? await searchAll(server, index, queries) : []
  return {
    counts: corrected(counts, missing, results),
    families: readFamilies(results[missing.length]),
  }
}
