import { isDeepStrictEqual } from 'node:util'
import type { Settings } from 'meilisearch'
import { facetNames, textFields } from '../article.ts'

/** Raised whenever documents or settings change in a way that needs the index built anew. */
export const indexFormat = 1

/** The filterable attributes that hold the terms of a text field. */
export const wordsOf = { title: 'titleWords', text: 'textWords' } as const
/** The filterable attributes that hold the pairs of neighbouring terms of a text field. */
export const pairsOf = { title: 'titlePairs', text: 'textPairs' } as const

/** Values and months listed per search: two hundred years of months, and far more values than a page shows. */
export const mostValuesPerFacet = 2_400

const equality = { facetSearch: false, filter: { equality: true, comparison: false } }
const comparison = { facetSearch: false, filter: { equality: true, comparison: true } }

/**
 * Words decide in filters, exactly and in any number; the searchable fields only rank. Hence no typo tolerance, no prefixes,
 * and no index of word distances: pairs of neighbours are values of their own.
 */
export const indexSettings: Settings = {
  searchableAttributes: [...textFields],
  displayedAttributes: ['id', 'change', 'setAside'],
  filterableAttributes: [
    { attributePatterns: ['sequence', 'first', 'last'], features: comparison },
    {
      attributePatterns: [
        ...facetNames,
        'month',
        'change',
        ...Object.values(wordsOf),
        ...Object.values(pairsOf),
      ],
      features: equality,
    },
  ],
  sortableAttributes: ['first', 'sequence'],
  rankingRules: ['words', 'proximity', 'attribute', 'sort'],
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  facetSearch: false,
  proximityPrecision: 'byAttribute',
  faceting: { maxValuesPerFacet: mostValuesPerFacet, sortFacetValuesBy: { '*': 'count' } },
  // It caps totals as well as pages; how far a reader may page is decided by the site.
  pagination: { maxTotalHits: 1_000_000_000 },
}

/** The settings that an index does not have yet; undefined when it has them all. Every change makes Meilisearch index anew. */
export function missingSettings(found: Settings): Settings | undefined {
  return hasAll(found, indexSettings) ? undefined : indexSettings
}

/** Meilisearch answers with more than it was told, e.g. the word sizes of typo tolerance. */
function hasAll(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return isDeepStrictEqual(found, wanted)
  if (typeof wanted !== 'object' || wanted === null) return found === wanted
  if (typeof found !== 'object' || found === null) return false
  const values = new Map<string, unknown>(Object.entries(found))
  return Object.entries(wanted).every(([name, value]) => hasAll(values.get(name), value))
}
