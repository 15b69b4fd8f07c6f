import type { FacetName } from '../../engine/article.ts'
import {
  everything,
  type PeriodCount,
  type SearchAnswer,
  type SearchRequest,
} from '../../engine/search-engine.ts'
import type { Site } from '../site.ts'

/** The most frequent values of each facet that are compared; what comes after them is too seldom beside it to stand out. */
export const valuesCompared = 400
/** The latest articles shown. */
const latestShown = 10

/** The articles in which an entity stands in one facet, newest first. */
export interface Appearances {
  readonly facet: FacetName
  readonly answer: SearchAnswer
  /** Articles by year, those too that are dated to a year alone. */
  readonly years: readonly PeriodCount[]
  /** The dates of the first and the last dated article, as published; '' for none. */
  readonly first: string
  readonly last: string
}

/** Looks for the articles of an entity in one facet: two searches. Throws EngineUnavailable. */
export async function findAppearances(
  { engine }: Pick<Site, 'engine'>,
  facet: FacetName,
  id: string,
  signal: AbortSignal,
): Promise<Appearances> {
  const request = requestFor(facet, id)
  const [answer, oldest] = await Promise.all([
    engine.search(request, signal),
    engine.search(
      { ...request, sort: 'oldest', pageSize: 1, facetSize: 0, timeline: 'year' },
      signal,
    ),
  ])
  return {
    ...{ facet, answer },
    years: oldest.timeline.counts,
    first: oldest.hits[0]?.published ?? '',
    last: answer.hits[0]?.published ?? '',
  }
}

/** With `all`, the counts of the entity's own facet are of its articles as well. */
function requestFor(facet: FacetName, id: string): SearchRequest {
  return {
    ...everything,
    filters: { ...everything.filters, [facet]: { include: [id], match: 'all', exclude: [] } },
    pageSize: latestShown,
    facetSize: valuesCompared,
  }
}
