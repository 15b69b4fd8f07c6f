import type { FacetName, StoredArticle } from '../article.ts'
import { byFacet } from '../by-facet.ts'
import { periodOf } from '../dates.ts'
import { facetIds } from '../facet-ids.ts'
import type { TimelineUnit } from '../search-engine.ts'
import { analyse } from '../text/analyse.ts'
import { periodName } from '../timeline.ts'
import { encodeId, encodeTerm } from './encode.ts'

/** An article as Meilisearch has it: terms, values and numbers. What a reader sees comes from the archive. */
export interface ArticleDocument
  extends
    Readonly<Record<FacetName, readonly string[]>>,
    Readonly<Partial<Record<TimelineUnit, string>>> {
  readonly id: string
  readonly sequence: number
  /** Days since 1970. Dates and periods are left out where unknown, so that filters and sorting pass them by. */
  readonly first?: number
  readonly last?: number
  /** The language's tag and what it is a part of, in lower case: `en-gb` and `en`. */
  readonly language: readonly string[]
  /** Left out where it is not known, for then the article stands alone. */
  readonly family?: string
  /** Different terms in the order of their first occurrence, for ranking: an earlier word weighs more. */
  readonly title: string
  readonly text: string
  /** A word that all articles have: see `rankingText`. */
  readonly every: string
  /** Different terms, pairs of terms that stand side by side, and forms, for filters. */
  readonly titleWords: readonly string[]
  readonly titlePairs: readonly string[]
  readonly titleForms: readonly string[]
  readonly textWords: readonly string[]
  readonly textPairs: readonly string[]
  readonly textForms: readonly string[]
}

/** The word that all articles have, in letters that no code of a term has in this order: every second z ends a character. */
export const everyWord = 'zh'

/** The document of an article; the same article gives the same document. */
export function documentOf(article: StoredArticle): ArticleDocument {
  const title = termsOf(article.title)
  const text = termsOf(article.text)
  return {
    id: article.id,
    sequence: article.sequence,
    ...datesOf(article.published),
    ...byFacet((facet) => facetIds(article, facet).map(encodeId)),
    language: tagsOf(article.language),
    ...(article.family === '' ? {} : { family: encodeId(article.family) }),
    title: title.words.join(' '),
    text: text.words.join(' '),
    every: everyWord,
    titleWords: title.words,
    titlePairs: title.pairs,
    titleForms: title.forms,
    textWords: text.words,
    textPairs: text.pairs,
    textForms: text.forms,
  }
}

/** The value of a pair of neighbouring terms, both encoded. */
export const pairOf = (first: string, second: string) => `${first} ${second}`

/** The value of a term that is written otherwise than it is itself, both encoded; those of one term begin with `formOf(term, '')`. */
export const formOf = (term: string, form: string) => `${term}-${form}`

interface Terms {
  readonly words: string[]
  readonly pairs: string[]
  /** How terms are written, for those that are not just written as they are themselves. */
  readonly forms: string[]
}

function termsOf(text: string): Terms {
  const { terms, forms } = analyse(text)
  const codes = new Map<string, string>()
  const pairs = new Set<string>()
  const otherwise = new Set<string>()
  const asThemselves = new Set<string>()
  const inflected = new Set<string>()
  let before: string | undefined
  for (const [i, term] of terms.entries()) {
    const code = codes.get(term) ?? encodeTerm(term)
    codes.set(term, code)
    if (before !== undefined) pairs.add(pairOf(before, code))
    before = code
    const form = forms[i] ?? term
    if (form === term) asThemselves.add(code)
    else {
      inflected.add(code)
      otherwise.add(formOf(code, encodeTerm(form)))
    }
  }
  return {
    words: [...codes.values()],
    pairs: [...pairs],
    forms: [...otherwise, ...[...inflected].filter((code) => asThemselves.has(code))],
  }
}

function datesOf(
  published: string,
): Pick<ArticleDocument, 'first' | 'last' | 'year' | 'month' | 'day'> {
  const period = periodOf(published)
  if (!period) return {}
  const [year, month, day] = [
    periodName(published, 'year'),
    periodName(published, 'month'),
    periodName(published, 'day'),
  ]
  return { ...period, ...(year && { year }), ...(month && { month }), ...(day && { day }) }
}

/** `en-gb` for en-GB, and `en`: an article is in a language when it is in a part of it. */
function tagsOf(language: string): string[] {
  if (language === '') return []
  const parts = language.toLowerCase().split('-')
  return parts.map((_, i) => encodeId(parts.slice(0, i + 1).join('-')))
}
