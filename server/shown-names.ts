import type { Archive } from '../engine/archive/archive.ts'
import type { BroaderValue, FacetName } from '../engine/article.ts'
import { knownNames } from '../engine/known-names.ts'
import { perFacet } from './facets.ts'

/** A facet value, as far as it is named. */
interface Named extends BroaderValue {
  readonly broader: readonly BroaderValue[]
}

/** What names facet values: an article, or a hit. */
interface Naming {
  readonly outlet: string
  readonly facets: Readonly<Record<FacetName, readonly Named[]>>
}

/**
 * The same with the names that are shown for the values now, which may be others than when the articles were read: a reader may have
 * renamed them. The outlet is named as its value is; '' where it has none.
 */
export function withShownNames<T extends Naming>(archive: Archive, articles: readonly T[]): T[] {
  const known = knownNames(archive)
  const names = perFacet(({ name: facet }) =>
    known.displayNames(facet, [...new Set(articles.flatMap((each) => idsOf(each, facet)))]),
  )
  const named = (facet: FacetName) => {
    const rename = <V extends BroaderValue>(value: V): V => ({
      ...value,
      name: names[facet].get(value.id) ?? value.name,
    })
    return (values: readonly Named[]) =>
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
