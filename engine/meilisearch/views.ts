import { facetNames, type FacetName } from '../article.ts'
import type { SearchRequest } from '../search-engine.ts'
import { dateConditions, facetConditions } from './filters.ts'

/** What is counted in an answer. */
export type CountedAttribute = FacetName | 'month'

/** A set of articles, and the attributes whose values are counted in it. */
export interface View {
  /** Filter expressions that all hold. */
  readonly conditions: readonly string[]
  readonly attributes: readonly CountedAttribute[]
}

/** Every view that one answer is counted from. */
export interface Views {
  /** The articles that pass every filter. */
  readonly matched: View
  /** One for each facet that has a filter, without that filter; and one without the filter on dates, for the months. */
  readonly others: readonly View[]
}

/** What to count where, so that a facet's own filter never reduces its counts. Each attribute is counted in one view. */
export function viewsOf(base: readonly string[], request: SearchRequest): Views {
  const conditions = new Map<CountedAttribute, readonly string[]>(
    facetNames.map((facet) => [facet, facetConditions(facet, request.filters[facet])]),
  )
  conditions.set('month', dateConditions(request))
  const without = (left: CountedAttribute | undefined) =>
    [...conditions].flatMap(([attribute, own]) => (attribute === left ? [] : own))
  const isFiltered = (attribute: CountedAttribute) => conditions.get(attribute)?.length !== 0
  const attributes = [...conditions.keys()]
  return {
    matched: {
      conditions: [...base, ...without(undefined)],
      attributes: attributes.filter((attribute) => !isFiltered(attribute)),
    },
    others: attributes.filter(isFiltered).map((attribute) => ({
      conditions: [...base, ...without(attribute)],
      attributes: [attribute],
    })),
  }
}
