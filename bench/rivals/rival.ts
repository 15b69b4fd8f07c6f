import { facetNames, type FacetName, type StoredArticle } from '../../engine/article.ts'
import { byFacet } from '../../engine/by-facet.ts'
import type { SearchRequest } from '../../engine/search-engine.ts'

/** Another search library, asked for the same page: how many match, the best twenty, and counts of five facets. */
export interface Rival {
  add(articles: readonly Indexed[]): void
  /** How many articles match; undefined when the library has no way to ask this. */
  page(request: SearchRequest): number | undefined
}

/** What a rival gets of an article. */
export interface Indexed {
  readonly id: number
  readonly title: string
  readonly text: string
  /** Days since 1970, to filter by; far in the past where the date is not known. */
  readonly day: number
  readonly people: string[]
  readonly places: string[]
  readonly weapons: string[]
  readonly outlet: string[]
  readonly cites: string[]
}

/** The ids of an article's facet values, as rivals index and count them. */
export function valuesOf(article: StoredArticle): Readonly<Record<FacetName, string[]>> {
  return byFacet((facet) => article.facets[facet].map(({ id }) => id))
}

/** Whether a request has filters on facets or dates. */
export function isFiltered({ filters, from, to }: SearchRequest): boolean {
  const chosen = facetNames.some(
    (facet) => filters[facet].include.length > 0 || filters[facet].exclude.length > 0,
  )
  return chosen || from !== '' || to !== ''
}
