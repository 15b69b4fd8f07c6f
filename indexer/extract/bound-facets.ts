import type { Facets, FacetValue } from '../../engine/article.ts'

/** What an article may have: no text of less than some hundred pages has more. */
const most = { valuesOfFacet: 5_000, evidence: 20_000 }

/**
 * Keeps the facets of a very long article within what can be stored and shown: of each facet the first 5,000 values, and 20,000 places
 * as evidence in all. Where there are more, values with the most evidence keep their first places only; none loses its last one.
 */
export function boundFacets(facets: Facets): Facets {
  const { people, places, weapons, outlet, cites } = facets
  const all = [people, places, weapons, outlet, cites]
  const counts = all.flatMap((values) => firstOf(values).map(({ evidence }) => evidence.length))
  const isShort = all.every(({ length }) => length <= most.valuesOfFacet)
  if (isShort && isFew(counts, Infinity)) return facets
  let each = most.evidence
  while (each > 1 && !isFew(counts, each)) each = Math.ceil(each / 2)
  const bounded = (values: readonly FacetValue[]) =>
    firstOf(values).map((value) => ({ ...value, evidence: value.evidence.slice(0, each) }))
  return {
    people: bounded(people),
    places: bounded(places),
    weapons: bounded(weapons),
    outlet: bounded(outlet),
    cites: bounded(cites),
  }
}

function firstOf(values: readonly FacetValue[]): readonly FacetValue[] {
  return values.slice(0, most.valuesOfFacet)
}

function isFew(counts: readonly number[], each: number): boolean {
  return counts.reduce((sum, count) => sum + Math.min(count, each), 0) <= most.evidence
}
