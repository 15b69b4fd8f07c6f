import type { Article } from '../engine/article.ts'
import { cleanDraft } from './clean/clean.ts'
import { publicationDate } from './dates/published.ts'
import { extractFacets } from './extract/extract.ts'
import type { Lists } from './extract/lists.ts'
import type { Draft } from './read/draft.ts'

/** What making an article needs besides the draft. */
export interface ArticleOptions {
  readonly lists: Lists
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** Takes a draft through the steps: clean, date, extract. Throws Unreadable when cleaning leaves no text. */
export function makeArticle(draft: Draft, { lists, today }: ArticleOptions): Article {
  const cleaned = cleanDraft(draft)
  const article = {
    title: cleaned.title,
    outlet: cleaned.outlet,
    published: publicationDate(cleaned.published, cleaned.url, today),
    url: cleaned.url,
    authors: cleaned.authors,
    text: cleaned.text,
    language: cleaned.language,
  }
  return { ...article, ...extractFacets(article, lists) }
}
