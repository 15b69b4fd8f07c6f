import type { Archive } from '../archive/archive.ts'
import { planQuery } from '../query/plan.ts'
import type { SearchAnswer, SearchRequest, Warning } from '../search-engine.ts'
import { byFacet } from '../by-facet.ts'
import { facetCounts } from './counts.ts'

/** The answer while the server has no index of this archive: empty, and where the archive is not empty saying what to run. */
export function nothingIndexed(archive: Archive, request: SearchRequest): SearchAnswer {
  const { warnings } = planQuery(request.query, archive)
  return {
    total: 0,
    capability: { bound: 'exact' },
    hits: [],
    facets: byFacet((facet) => facetCounts(archive, facet, new Map(), request)),
    months: [],
    warnings: [...warnings, ...adviceOn(archive)],
  }
}

function adviceOn(archive: Archive): Warning[] {
  const articles = archive.count()
  if (articles === 0) return []
  return [
    {
      message:
        `The Meilisearch server has not indexed the ${articles} articles of this archive yet. ` +
        'Run npm run index with its address in MEILI_URL and a key that may write in MEILI_KEY.',
    },
  ]
}
