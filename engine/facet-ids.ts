import { noValue, type Article, type FacetName } from './article.ts'

/**
 * The ids by which an article is found, filtered and counted in a facet: its own values and all above them, each once, in the order
 * in which they first come; `noValue` alone where it has none.
 */
export function facetIds({ facets }: Pick<Article, 'facets'>, facet: FacetName): readonly string[] {
  const ids = new Set<string>()
  for (const { id, broader } of facets[facet]) {
    ids.add(id)
    for (const above of broader) ids.add(above.id)
  }
  return ids.size === 0 ? [noValue] : [...ids]
}
