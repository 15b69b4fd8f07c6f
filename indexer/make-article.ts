import type { Article, Cleaning } from '../engine/article.ts'
import { cleanDraft } from './clean/clean.ts'
import { datePublication } from './dates/published.ts'
import { extractFacets } from './extract/extract.ts'
import type { Lists } from './extract/lists.ts'
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
}

/** Takes a draft through the steps: clean, date, extract. Throws Unreadable when cleaning leaves no text. */
export function makeArticle(draft: Draft, { lists, today }: ArticleOptions): MadeArticle {
  const cleaned = cleanDraft(draft)
  const { removed } = cleaned.cleaning
  const dated = datePublication({ ...cleaned, published: draft.published, removed }, today)
  const article = {
    title: cleaned.title,
    outlet: cleaned.outlet,
    published: dated.published,
    url: cleaned.url,
    authors: cleaned.authors,
    text: cleaned.text,
    language: cleaned.language,
    dateline: cleaned.dateline,
    dating: dated.dating,
    datesMentioned: [],
  }
  return { article: { ...article, ...extractFacets(article, lists) }, cleaning: cleaned.cleaning }
}
