import type { Article, Cleaning, Signature } from '../engine/article.ts'
import { hasFacets } from '../engine/languages.ts'
import { cleanDraft } from './clean/clean.ts'
import { mentionedDates } from './dates/mentioned/mentioned-dates.ts'
import { datePublication } from './dates/published.ts'
import { boundFacets } from './extract/bound-facets.ts'
import { extractFacets, extractOutlet } from './extract/extract.ts'
import type { Lists } from './extract/lists.ts'
import { makeSignature } from './families/make-signature.ts'
import { detectLanguage } from './language/detect-language.ts'
import type { Draft } from './read/draft.ts'

/** What making an article needs besides the draft. */
export interface ArticleOptions {
  readonly lists: Lists
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** An article, and what was done to make it. */
export interface MadeArticle {
  readonly article: Article
  readonly cleaning: Cleaning
  readonly signature: Signature
}

/**
 * Takes a draft through the steps: clean, language, date, dates mentioned, extract, sign. A text in another language than English keeps
 * its outlet; what it names is not looked for. Throws Unreadable when cleaning leaves no text.
 */
export function makeArticle(draft: Draft, { lists, today }: ArticleOptions): MadeArticle {
  const cleaned = cleanDraft(draft)
  const language = detectLanguage(cleaned.text, cleaned.language)
  const isRead = hasFacets(language)
  const { removed } = cleaned.cleaning
  const dated =
    draft.exported ??
    datePublication({ ...cleaned, published: draft.published, language, removed }, today)
  const article = {
    title: cleaned.title,
    outlet: cleaned.outlet,
    published: dated.published,
    url: cleaned.url,
    authors: cleaned.authors,
    text: cleaned.text,
    language,
    dateline: cleaned.dateline,
    dating: dated.dating,
    datesMentioned: isRead ? mentionedDates(cleaned.text, dated.published) : [],
  }
  const extract = isRead ? extractFacets : extractOutlet
  const extracted = extract({ ...article, removed }, lists)
  return {
    article: { ...article, ...extracted, facets: boundFacets(extracted.facets) },
    cleaning: cleaned.cleaning,
    signature: makeSignature(article),
  }
}
