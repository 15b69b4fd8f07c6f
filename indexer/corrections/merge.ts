import type { FacetName } from '../../engine/article.ts'

/** Two values that are one entity, found by comparing the names of the whole archive: `id` is joined with `into`. */
export interface FoundMerge {
  readonly facet: FacetName
  readonly id: string
  readonly into: string
}
