import { isDeepStrictEqual } from 'node:util'
import type { Settings } from 'meilisearch'
import { facetNames, textFields } from '../article.ts'
import type { TimelineUnit } from '../search-engine.ts'

/** Raised whenever documents or settings change in a way that needs the index built anew. */
export const indexFormat = 2

/** The filterable attributes that hold the terms of a text field. */
export const wordsOf = { title: 'titleWords', text: 'textWords' } as const
/** The filterable attributes that hold the pairs of neighbouring terms of a text field. */
export const pairsOf = { title: 'titlePairs', text: 'textPairs' } as const
/** The filterable attributes that say how terms of a text field are written where that is not as themselves. */
export const formsOf = { title: 'titleForms', text: 'textForms' } as const

/** Values and periods listed per search: two hundred years of months, and far more values than a page shows. */
export const mostValuesPerFacet = 2_400

/** The attributes that a timeline is counted by. */
const timelineUnits: readonly TimelineUnit[] = ['year', 'month', 'day']

/** The attributes of the document that says how far the index has come. */
export const stateAttributes = ['change', 'mark', 'setAside'] as const

/** The attribute that near-duplicates share. */
export const familyAttribute = 'family'

const equality = { facetSearch: false, filter: { equality: true, comparison: false } }
const comparison = { facetSearch: false, filter: { equality: true, comparison: true } }

/**
 * Words decide in filters, exactly and in any number; the searchable fields only rank. Hence no typo tolerance, no prefixes,
 * and no index of word distances: pairs of neighbours are values of their own.
 */
export const indexSettings: Settings = {
  searchableAttributes: [...textFields, 'every'],
  displayedAttributes: ['id', 'sequence', familyAttribute, ...stateAttributes],
  filterableAttributes: [
    { attributePatterns: ['sequence', 'first', 'last'], features: comparison },
    {
      attributePatterns: [
        ...facetNames,
        ...timelineUnits,
        familyAttribute,
        'language',
        'change',
        ...Object.values(wordsOf),
        ...Object.values(pairsOf),
        ...Object.values(formsOf),
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
  // Past it Meilisearch would answer in the order of its own numbers. Just below `searchTimeout`.
  searchCutoffMs: 9_000,
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
