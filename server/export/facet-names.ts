import type { FacetName, StoredArticle } from '../../engine/article.ts'

/** The names of an article's values of a facet, as one cell: `Ann Lee; Bo Ray`. A semicolon within a name becomes a comma. */
export function namesOfFacet({ facets }: StoredArticle, facet: FacetName): string {
  return facets[facet].map(({ name }) => name.replaceAll(';', ',')).join('; ')
}
