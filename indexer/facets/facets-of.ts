import type { FacetValue, TextField } from '../../engine/article.ts'
import { hasFacets } from '../../engine/languages.ts'
import { extractFacets, extractOutlet, type ExtractionInput } from '../extract/extract.ts'
import type { Lists } from '../extract/lists.ts'
import { detectLanguage } from '../language/detect-language.ts'

/** A value of a facet as `npm run facets` prints it. */
export interface FoundValue {
  readonly name: string
  /** As the article writes it, each form once, in reading order. */
  readonly surfaces: readonly string[]
  /** In reading order; `article[field].slice(start, end)` is a surface. UTF-16 units. */
  readonly mentions: readonly FoundMention[]
}

interface FoundMention {
  readonly field: TextField
  readonly start: number
  readonly end: number
}

/** The facets of one article as `npm run facets` prints them. */
export interface FoundFacets {
  /** '' when unknown. */
  readonly outlet: string
  readonly people: readonly FoundValue[]
  readonly places: readonly FoundValue[]
  readonly weapons: readonly FoundValue[]
  readonly cites: readonly FoundValue[]
}

/**
 * Extracts the facets of an article as it is given: nothing is cleaned, so that mentions count into title and text as they are. The
 * result depends on the article and the lists alone, so no correction applies. A text in another language than English has an outlet
 * at most.
 */
export function facetsOf(article: ExtractionInput, lists: Lists): FoundFacets {
  const extract = hasFacets(detectLanguage(article.text, '')) ? extractFacets : extractOutlet
  const { outlet, facets } = extract(article, lists)
  const found = (values: readonly FacetValue[]) => values.map((value) => foundValue(value, article))
  return {
    outlet,
    people: found(facets.people),
    places: found(facets.places),
    weapons: found(facets.weapons),
    cites: found(facets.cites),
  }
}

function foundValue({ name, evidence }: FacetValue, article: ExtractionInput): FoundValue {
  const mentions = evidence.map(({ field, start, end }) => ({ field, start, end }))
  const surfaces = mentions.map(({ field, start, end }) => article[field].slice(start, end))
  return { name, surfaces: [...new Set(surfaces)], mentions }
}
