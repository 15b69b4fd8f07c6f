import { createHash } from 'node:crypto'
import type { Extractor } from './extractors.ts'
import type { GoldArticle, LabelledFacet } from './gold.ts'
import { rateOf, type Rate } from './rate.ts'
import { scoreFacet, type FacetScore } from './score-facet.ts'

/** One article's score in one facet. */
export interface ArticleScore extends FacetScore {
  readonly id: string
}

/** How an extractor did. */
export interface Evaluation {
  readonly extractor: string
  /** For each facet that it knows, the articles in their order. */
  readonly scores: ReadonlyMap<LabelledFacet, readonly ArticleScore[]>
  readonly rate: Rate
}

/** Extracts the facets of labelled articles, scores them and measures how fast that goes. */
export function evaluate(
  extractor: Extractor,
  gold: readonly GoldArticle[],
  facets: readonly LabelledFacet[],
): Evaluation {
  const found = gold.map(({ article }) => extractor.extract(article))
  const scores = new Map<LabelledFacet, readonly ArticleScore[]>()
  for (const facet of facets.filter((name) => extractor.facets.includes(name))) {
    const scored = gold.map(({ id, labels }, index) => ({
      id,
      ...scoreFacet(found[index]?.[facet] ?? [], labels[facet]),
    }))
    scores.set(facet, scored)
  }
  return { extractor: extractor.name, scores, rate: rateOf(extractor, gold) }
}

/** Deals articles into folds by the hash of their ids, so that one stays in its fold whatever is added to the others. */
export function foldsOf<T extends { readonly id: string }>(
  items: readonly T[],
  count: number,
): T[][] {
  const folds: T[][] = Array.from({ length: count }, () => [])
  for (const item of items) {
    const hash = createHash('sha256').update(item.id).digest().readUInt32BE(0)
    folds[hash % count]?.push(item)
  }
  return folds
}
