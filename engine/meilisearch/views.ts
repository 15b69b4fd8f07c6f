import { facetNames, type FacetName } from '../article.ts'
import type { SearchRequest, TimelineUnit } from '../search-engine.ts'
import { timelineUnit } from '../timeline.ts'
import { allOf, type Filter } from './filter.ts'
import { facetConditions, requestFilters, type RequestFilters } from './filters.ts'
import { valuesFilter } from './words.ts'

/** What is counted in an answer. */
export type CountedAttribute = FacetName | TimelineUnit

/** A set of articles, and the attributes whose values are counted in it. */
export interface View {
  readonly filter: Filter
  readonly attributes: readonly CountedAttribute[]
}

/** A value whose articles are counted by themselves. */
export interface ValueView {
  readonly facet: FacetName
  readonly id: string
  readonly filter: Filter
}

/** Every view that one answer is counted from. */
export interface Views {
  /** The articles that pass every filter. */
  readonly matched: View
  /** Those for the attributes that one of the request's filters does not apply to. */
  readonly others: readonly View[]
  /** For each value that is excluded, the articles that it keeps out. */
  readonly excluded: readonly ValueView[]
}

/** What to count where, so that each count says what one click would change. Each attribute is counted in one view. */
export function viewsOf(base: Filter, request: SearchRequest): Views {
  const filters = requestFilters(request)
  const unit = timelineUnit(request)
  const isApart = (facet: FacetName) =>
    request.filters[facet].match === 'any' && request.filters[facet].include.length > 0
  // By day only those from `from` to `to` are listed: the filter on dates takes none of them away.
  const isTimelineApart = unit !== 'day' && filters.dates.length > 0
  const apart = facetNames.filter(isApart)
  return {
    matched: {
      filter: matchedFilter(base, filters),
      attributes: [
        ...facetNames.filter((facet) => !isApart(facet)),
        ...(isTimelineApart ? [] : [unit]),
      ],
    },
    others: [
      ...apart.map((facet) => ({ filter: filterFor(facet, base, request), attributes: [facet] })),
      ...(isTimelineApart
        ? [{ filter: matchedFilter(base, { ...filters, dates: [] }), attributes: [unit] }]
        : []),
    ],
    excluded: facetNames.flatMap((facet) =>
      request.filters[facet].exclude.map((id) => keptOut(facet, id, base, request)),
    ),
  }
}

/** The articles among which the values of a facet are counted: what it includes with `any` is left out, so that others can be added. */
export function filterFor(facet: FacetName, base: Filter, request: SearchRequest): Filter {
  const filters = requestFilters(request)
  if (request.filters[facet].match === 'all') return matchedFilter(base, filters)
  return matchedFilter(base, {
    ...filters,
    facets: filters.facets.map((each) => (each.facet === facet ? { ...each, included: [] } : each)),
  })
}

/** The articles of a value in a view. */
export function valueView(facet: FacetName, id: string, filter: Filter): ValueView {
  return { facet, id, filter: allOf([filter, valuesFilter(facet, [id])]) }
}

/** Those that would come back if this one value were not excluded. */
function keptOut(facet: FacetName, id: string, base: Filter, request: SearchRequest): ValueView {
  const filters = requestFilters(request)
  const own = request.filters[facet]
  const others = { ...own, exclude: own.exclude.filter((other) => other !== id) }
  const lifted = filters.facets.map((each) =>
    each.facet === facet ? facetConditions(facet, others) : each,
  )
  return valueView(facet, id, matchedFilter(base, { ...filters, facets: lifted }))
}

function matchedFilter(base: Filter, { facets, dates }: RequestFilters): Filter {
  return allOf([
    base,
    ...facets.flatMap(({ included, excluded }) => [...included, ...excluded]),
    ...dates,
  ])
}
