import type { ExtractionInput } from '../../indexer/extract/extract.ts'
import type { Lists } from '../../indexer/extract/lists.ts'
import { facetsOf } from '../../indexer/facets/facets-of.ts'
import type { Named } from './compared-name.ts'
import type { LabelledFacet } from './gold.ts'

/** Something that finds facets: what it finds, for the facets that it knows. */
export interface Extractor {
  readonly name: string
  readonly facets: readonly LabelledFacet[]
  extract(article: ExtractionInput): Readonly<Partial<Record<LabelledFacet, readonly Named[]>>>
}

/** What `npm run facets` prints. */
export function dateline(lists: Lists): Extractor {
  return {
    name: 'Dateline',
    facets: ['people', 'places', 'weapons', 'cites'],
    extract: (article) => facetsOf(article, lists),
  }
}
