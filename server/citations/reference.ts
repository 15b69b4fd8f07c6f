import type { StoredArticle } from '../../engine/article.ts'
import { outsideLink } from '../view-models/links.ts'
import { readAuthorName, type AuthorName } from './author-name.ts'

/** What of an article is cited. No part has line breaks or other control characters. */
export interface Reference {
  /** The article's id in the archive. */
  readonly id: string
  readonly title: string
  /** In the byline's order; empty where it is unknown. */
  readonly authors: readonly AuthorName[]
  /** '' when unknown. */
  readonly outlet: string
  /** Year, month and day of publication as far as they are known; empty for an undated article. */
  readonly published: readonly number[]
  /** http(s) only, '' when unknown. */
  readonly url: string
  /** BCP 47, '' when not determined. */
  readonly language: string
  /** The day on which whoever cites had the article before them: year, month, day. */
  readonly accessed: readonly number[]
}

/** What an article is cited by; `accessed` is a day as `YYYY-MM-DD`. */
export function referenceOf(article: StoredArticle, accessed: string): Reference {
  const outlet = oneLine(article.outlet)
  return {
    id: article.id,
    title: oneLine(article.title),
    authors: article.authors
      .map((name) => readAuthorName(oneLine(name), outlet))
      .filter((name) => !('literal' in name) || name.literal !== ''),
    outlet,
    published: datePartsOf(article.published),
    url: oneLine(outsideLink(article.url)).replaceAll(' ', '%20'),
    language: oneLine(article.language),
    accessed: datePartsOf(accessed),
  }
}

/** Today, in the server's time zone, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** `2016-04` as its numbers; none for ''. */
function datePartsOf(date: string): number[] {
  return date === '' ? [] : date.split('-').map(Number)
}

/** Formats made of lines must not get others than their own, and half a surrogate pair cannot be written. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}
