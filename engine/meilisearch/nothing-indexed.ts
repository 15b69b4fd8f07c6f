import type { Archive } from '../archive/archive.ts'
import { byFacet } from '../by-facet.ts'
import { listValues } from '../list-values.ts'
import { planQuery } from '../query/plan-query.ts'
import type { FacetValuesAnswer, SearchAnswer, SearchRequest, Warning } from '../search-engine.ts'
import { timelineUnit } from '../timeline.ts'
import { emptyVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts'

/** The answer while the server has no index of this archive: empty, and where the archive is not empty saying what to run. */
export function nothingIndexed(archive: Archive, request: SearchRequest): SearchAnswer {
  const { warnings, readings } = planQuery(request, archive, emptyVocabulary)
  return {
    total: 0,
    groups: 0,
    capability: { bound: 'exact' },
    hits: [],
    facets: byFacet((facet) => listValues(archive, facet, [], request)),
    timeline: { unit: timelineUnit(request), counts: [] },
    warnings: [...warnings, ...adviceOn(archive)],
    readings,
    didYouMean: [],
  }
}

/** The values of a facet meanwhile. */
export const noValuesIndexed: FacetValuesAnswer = {
  values: [],
  total: 0,
  capability: { bound: 'exact' },
}

/** Said where the file of words was deleted: without it, beginnings of words and other spellings are not known. */
export function adviceOnWords(archive: Archive, vocabulary: Vocabulary): Warning[] {
  if (vocabulary.formsFrom('', 1).length > 0 || archive.isEmpty()) return []
  return [
    {
      message:
        'The list of the words of this archive is missing, so other spellings, beginnings of words and similar words are not all searched. ' +
        'Run npm run index to make it anew.',
    },
  ]
}

function adviceOn(archive: Archive): Warning[] {
  const articles = archive.count()
  if (articles === 0) return []
  return [
    {
      message:
        `The Meilisearch server has not indexed the ${articles} articles of this archive yet, or not for this version of Dateline. ` +
        'Run npm run index with its address in MEILI_URL and a key that may write in MEILI_KEY.',
    },
  ]
}
