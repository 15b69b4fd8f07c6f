import type { FacetName } from './article.ts'

/** One thing for each facet. */
export function byFacet<T>(read: (facet: FacetName) => T): Readonly<Record<FacetName, T>> {
  return {
    people: read('people'),
    places: read('places'),
    weapons: read('weapons'),
    outlet: read('outlet'),
    cites: read('cites'),
  }
}
