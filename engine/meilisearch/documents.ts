import type { FacetName, StoredArticle } from '../article.ts'
import { periodOf } from '../dates.ts'
import { analyse } from '../text/analyse.ts'
import { byFacet } from '../by-facet.ts'
import { encodeId, encodeTerm } from './encode.ts'

/** An article as Meilisearch has it: terms, values and numbers. What a reader sees comes from the archive. */
export interface ArticleDocument extends Readonly<Record<FacetName, readonly string[]>> {
  readonly id: string
  readonly sequence: number
  /** Days since 1970; first, last and month are left out where unknown, so that filters and sorting pass them by. */
  readonly first?: number
  readonly last?: number
  /** `YYYY-MM` */
  readonly month?: string
  /** Different terms in the order of their first occurrence, for ranking: an earlier word weighs more. */
  readonly title: string
  readonly text: string
  /** Different terms, and pairs of terms that stand side by side, for filters. */
  readonly titleWords: readonly string[]
  readonly titlePairs: readonly string[]
  readonly textWords: readonly string[]
  readonly textPairs: readonly string[]
}

/** The document of an article; the same article gives the same document. */
export function documentOf(article: StoredArticle): ArticleDocument {
  const title = termsOf(article.title)
  const text = termsOf(article.text)
  return {
    id: article.id,
    sequence: article.sequence,
    ...datesOf(article.published),
    ...valuesOf(article),
    title: title.words.join(' '),
    text: text.words.join(' '),
    titleWords: title.words,
    titlePairs: title.pairs,
    textWords: text.words,
    textPairs: text.pairs,
  }
}

/** The value of a pair of neighbouring terms, both encoded. */
export const pairOf = (first: string, second: string) => `${first} ${second}`

function termsOf(text: string): { words: string[]; pairs: string[] } {
  const codes = analyse(text).terms.map(encodeTerm)
  const pairs = new Set<string>()
  let before: string | undefined
  for (const code of codes) {
    if (before !== undefined) pairs.add(pairOf(before, code))
    before = code
  }
  return { words: [...new Set(codes)], pairs: [...pairs] }
}

function datesOf(published: string): Pick<ArticleDocument, 'first' | 'last' | 'month'> {
  const period = periodOf(published)
  if (!period) return {}
  const month = published.slice(0, 7)
  return { ...period, ...(month.length === 7 ? { month } : {}) }
}

function valuesOf({ facets }: StoredArticle): Readonly<Record<FacetName, readonly string[]>> {
  return byFacet((facet) => [...new Set(facets[facet].map((value) => encodeId(value.id)))])
}
