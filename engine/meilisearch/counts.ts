import { facetNames, noValue, type FacetName } from '../article.ts'
import type { CountedValue } from '../list-values.ts'
import type { PeriodCount, SearchRequest } from '../search-engine.ts'
import { decodeId } from './encode.ts'
import { writeFilter } from './write-filter.ts'
import { mostValuesPerFacet } from './index-settings.ts'
import type { Query, QueryResult } from './server.ts'
import type { CountedAttribute, ValueView, View } from './views.ts'

/** Articles per value or period: at most `mostValuesPerFacet` an attribute, the most frequent ones. */
export type Counts = ReadonlyMap<CountedAttribute, ReadonlyMap<string, number>>

/** Asks how many articles a view has, in all and for each value of its attributes. */
export function countQuery({ filter, attributes }: View): Query {
  return { filter: writeFilter(filter), facets: [...attributes], page: 1, hitsPerPage: 0 }
}

/** Asks how many articles have one value. */
export const valueQuery = ({ filter }: ValueView): Query => countQuery({ filter, attributes: [] })

/** Joins the counts of several views, given in the order of their results. */
export function countsOf(views: readonly View[], results: readonly QueryResult[]): Counts {
  const counts = new Map<CountedAttribute, ReadonlyMap<string, number>>()
  for (const [i, { attributes }] of views.entries()) {
    for (const attribute of attributes) {
      const counted = results[i]?.counts.get(attribute) ?? []
      counts.set(attribute, new Map(Array.from(counted, ([code, n]) => [decodeId(code), n])))
    }
  }
  return counts
}

/** Counts with those of single values in the place of what they say of these values. */
export function corrected(
  counts: Counts,
  views: readonly ValueView[],
  results: readonly QueryResult[],
): Counts {
  const changed = new Map(Array.from(counts, ([attribute, values]) => [attribute, new Map(values)]))
  for (const [i, { facet, id }] of views.entries())
    changed.get(facet)?.set(id, results[i]?.total ?? 0)
  return changed
}

/** The values that an answer lists however rare they are, where a list that was cut off does not have them. */
export function uncounted(
  counts: Counts,
  { filters }: SearchRequest,
): { readonly facet: FacetName; readonly id: string }[] {
  return facetNames.flatMap((facet) => {
    const listed = counts.get(facet)
    if (!listed || !isCutOff(listed)) return []
    return [...new Set([...filters[facet].include, noValue])]
      .filter((id) => !listed.has(id))
      .map((id) => ({ facet, id }))
  })
}

/** Whether there may be more values than Meilisearch listed. */
export const isCutOff = (counted: ReadonlyMap<string, number>) => counted.size >= mostValuesPerFacet

/** The values that have an article. */
export function valuesOf(counted: ReadonlyMap<string, number> | undefined): CountedValue[] {
  return Array.from(counted ?? [], ([id, count]) => ({ id, count })).filter(
    ({ count }) => count > 0,
  )
}

/** Periods in their order. */
export function periodCounts(counted: ReadonlyMap<string, number>): PeriodCount[] {
  return Array.from(counted, ([period, count]) => ({ period, count })).sort((a, b) =>
    a.period < b.period ? -1 : 1,
  )
}
