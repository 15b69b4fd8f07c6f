import type { FacetName } from '../../engine/article.ts'
import { facets } from '../facets.ts'
import { facetOfPage } from './entity.ts'

/** The page of an entity; a medium has one, whether it publishes or is cited. */
export function entityLink(facet: FacetName, id: string): string {
  return `/entity/${facets[facetOfPage(facet)].parameter}/${encodeURIComponent(id)}`
}
