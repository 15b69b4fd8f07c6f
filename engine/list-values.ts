import type { Archive } from './archive/archive.ts'
import type { FacetName } from './article.ts'
import type { FacetCount, SearchRequest } from './search-engine.ts'

/** How many articles have a value of a facet. */
export interface CountedValue {
  readonly id: string
  readonly count: number
}

/**
 * Lists a facet as an answer has it: the most frequent of the counted values, ties by id, then the chosen ones that are not among
 * them, each once. Values that were not counted have no article.
 */
export function listValues(
  archive: Archive,
  facet: FacetName,
  counted: readonly CountedValue[],
  { filters, facetSize }: SearchRequest,
): FacetCount[] {
  const { include, exclude } = filters[facet]
  const top = counted
    .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, facetSize)
  const besides = [...new Set([...include, ...exclude])]
    .filter((id) => !top.some((value) => value.id === id))
    .map((id) => counted.find((value) => value.id === id) ?? { id, count: 0 })
  return [...top, ...besides].map(({ id, count }) => ({
    id,
    value: archive.displayName(facet, id) ?? id,
    count,
    selected: include.includes(id),
    excluded: exclude.includes(id),
  }))
}
