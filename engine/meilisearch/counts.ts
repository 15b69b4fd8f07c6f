import type { Archive } from '../archive/archive.ts'
import { facetNames, type FacetName } from '../article.ts'
import { listValues } from '../list-values.ts'
import type { FacetCount, MonthCount, SearchRequest } from '../search-engine.ts'
import { decodeId, encodeId } from './encode.ts'
import { mostValuesPerFacet } from './index-settings.ts'
import type { QueryResult } from './server.ts'
import type { CountedAttribute, View } from './views.ts'

/** Articles per value as Meilisearch lists them: encoded ids, and at most `mostValuesPerFacet` an attribute. */
export type Counts = ReadonlyMap<CountedAttribute, ReadonlyMap<string, number>>

/** Joins the counts of several views, given in the order of their results. */
export function countsOf(views: readonly View[], results: readonly QueryResult[]): Counts {
  const none = new Map<string, number>()
  return new Map(
    views.flatMap(({ attributes }, i) =>
      attributes.map(
        (attribute) => [attribute, results[i]?.counts.get(attribute) ?? none] as const,
      ),
    ),
  )
}

/** A selected or excluded value, which is listed however rare it is. */
export interface Chosen {
  readonly facet: FacetName
  readonly id: string
}

/** The chosen values that a cut-off list does not show: they have to be counted by themselves. */
export function uncounted(counts: Counts, { filters }: SearchRequest): Chosen[] {
  return facetNames.flatMap((facet) => {
    const listed = counts.get(facet)
    if (!listed || listed.size < mostValuesPerFacet) return []
    const { include, exclude } = filters[facet]
    return [...include, ...exclude]
      .filter((id) => !listed.has(encodeId(id)))
      .map((id) => ({ facet, id }))
  })
}

/** The values of a facet, as `listValues` lists them. */
export function facetCounts(
  archive: Archive,
  facet: FacetName,
  counts: Counts,
  request: SearchRequest,
): FacetCount[] {
  const counted = Array.from(counts.get(facet) ?? [], ([code, count]) => ({
    id: decodeId(code),
    count,
  }))
  return listValues(archive, facet, counted, request)
}

/** Months in their order. */
export function monthCounts(counts: Counts): MonthCount[] {
  return [...(counts.get('month') ?? [])]
    .map(([month, count]) => ({ month, count }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
}
