import { cleanDraft } from '../../indexer/clean/clean.ts'
import { datePublication } from '../../indexer/dates/published.ts'
import { detectLanguage } from '../../indexer/language/detect-language.ts'
import { Unreadable } from '../../indexer/read/draft.ts'
import { readPage } from '../../indexer/read/html/page-article.ts'
import type { GoldPage } from './gold-pages.ts'
import { agreement, wordsOf, type Agreement } from './words.ts'

/** What the indexer makes of a page. */
export interface ReadArticle {
  /** Before cleaning. */
  readonly textAsRead: string
  readonly title: string
  readonly text: string
  readonly published: string
  readonly authors: readonly string[]
  /** Why there is no article, '' where there is one. */
  readonly reason: string
}

/** How much of it is right; undefined where the gold does not say. */
export interface PageScore {
  readonly page: GoldPage
  readonly read: ReadArticle
  readonly body: Agreement
  readonly bodyAsRead: Agreement
  readonly titleExact: boolean | undefined
  readonly titleTidied: boolean | undefined
  readonly date: boolean | undefined
  readonly authors: number | undefined
}

/** Reads a page with the code of production. A page in which it finds no article gives an empty one. */
export function readGoldPage(bytes: Uint8Array, today: string): ReadArticle {
  try {
    const draft = readPage(bytes)
    const cleaned = cleanDraft(draft)
    const { title, text, authors } = cleaned
    const language = detectLanguage(text, cleaned.language)
    const { removed } = cleaned.cleaning
    const dated = datePublication(
      { ...cleaned, published: draft.published, language, removed },
      today,
    )
    return { textAsRead: draft.text, title, text, authors, published: dated.published, reason: '' }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const reason = error.message
    return { textAsRead: '', title: '', text: '', published: '', authors: [], reason }
  }
}

/** Compares what was read with what the gold says. */
export function scorePage(page: GoldPage, read: ReadArticle): PageScore {
  const wanted = wordsOf(page.text)
  const same = (form: (title: string) => string) =>
    page.title === undefined ? undefined : form(read.title) === form(page.title)
  return {
    page,
    read,
    body: agreement(wordsOf(read.text), wanted),
    bodyAsRead: agreement(wordsOf(read.textAsRead), wanted),
    titleExact: same((title) => title),
    titleTidied: same(tidied),
    date: page.published === undefined ? undefined : read.published === page.published.slice(0, 10),
    authors: page.authors && agreement(read.authors.map(named), page.authors.map(named)).f1,
  }
}

function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

function named(author: string): string {
  return tidied(author).toLowerCase()
}
