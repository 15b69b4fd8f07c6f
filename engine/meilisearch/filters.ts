import { facetNames, type FacetName } from '../article.ts'
import { periodBetween } from '../query/plan-query.ts'
import type { FacetFilter, SearchRequest } from '../search-engine.ts'
import { boundsOf } from './bounds.ts'
import { not, type Filter } from './filter.ts'
import { valuesFilter } from './words.ts'

/** What a request's filters ask for, each part by itself, because counts leave some of them out. All hold. */
export interface RequestFilters {
  readonly facets: readonly FacetConditions[]
  readonly dates: readonly Filter[]
}

/** What is asked of one facet. */
export interface FacetConditions {
  readonly facet: FacetName
  readonly included: readonly Filter[]
  readonly excluded: readonly Filter[]
}

export function requestFilters(request: SearchRequest): RequestFilters {
  return {
    facets: facetNames.map((facet) => facetConditions(facet, request.filters[facet])),
    dates: dateConditions(request),
  }
}

/** The filter of one facet. */
export function facetConditions(
  facet: FacetName,
  { include, match, exclude }: FacetFilter,
): FacetConditions {
  const wanted = match === 'all' ? include.map((id) => [id]) : [include]
  return {
    facet,
    included: include.length === 0 ? [] : wanted.map((ids) => valuesFilter(facet, ids)),
    excluded: exclude.length === 0 ? [] : [not(valuesFilter(facet, exclude))],
  }
}

function dateConditions({ from, to }: Pick<SearchRequest, 'from' | 'to'>): Filter[] {
  return from === '' && to === ''
    ? []
    : [boundsOf({ kind: 'days', period: periodBetween(from, to) }).upper]
}
