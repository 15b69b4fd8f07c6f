import type { Archive } from '../engine/archive/archive.ts'
import type { FacetName, Facets } from '../engine/article.ts'
import { perFacet } from './facets.ts'

/** What names facet values: an article, or a hit. */
interface Naming {
  readonly outlet: string
  readonly facets: Facets
}

/**
 * The same with the names that are shown for the values now, which may be others than when the articles were read: a reader may have
 * renamed them. The outlet is named as its value is; '' where it has none.
 */
export function withShownNames<T extends Naming>(archive: Archive, articles: readonly T[]): T[] {
  const names = perFacet(({ name: facet }) =>
    archive.displayNames(facet, [...new Set(articles.flatMap((each) => idsOf(each, facet)))]),
  )
  const named = (facet: FacetName) => {
    const rename = <V extends { readonly id: string; readonly name: string }>(value: V): V => ({
      ...value,
      name: names[facet].get(value.id) ?? value.name,
    })
    return (values: Facets[FacetName]) =>
      values.map((value) => ({ ...rename(value), broader: value.broader.map(rename) }))
  }
  return articles.map((article) => {
    const facets = perFacet(({ name }) => named(name)(article.facets[name]))
    return { ...article, facets, outlet: facets.outlet[0]?.name ?? '' }
  })
}

function idsOf({ facets }: Naming, facet: FacetName): string[] {
  return facets[facet].flatMap(({ id, broader }) => [id, ...broader.map((above) => above.id)])
}
