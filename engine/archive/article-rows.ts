import type { DatabaseSync } from 'node:sqlite'
import type { Cleaning, Facets } from '../article.ts'
import type { Entry } from './entry.ts'
import { keepFormerContents, noteFormer } from './former-content.ts'
import { prepare } from './prepare.ts'
import { facetColumns } from './resolved.ts'
import { cleaningColumns, dateColumns, deflate, type ArticleRow } from './stored-row.ts'

const untouched: Cleaning = { titleFrom: 'source', removed: [] }

/** Stores an article that the archive does not have; returns its sequence number. */
export function insertArticle(db: DatabaseSync, id: string, entry: Entry, facets: Facets): number {
  const inserted = prepare(
    db,
    `insert into article(
       id, first_indexed, title, outlet, published, url, authors, language, origin, original_hash,
       processing, sample, family, dateline, dating, dates_mentioned, title_from, removed, body, facets, extracted
     ) values(
       :id, :first_indexed, :title, :outlet, :published, :url, :authors, :language, :origin, :original_hash,
       :processing, :sample, '', :dateline, :dating, :dates_mentioned, :title_from, :removed, :body, :facets, :extracted
     )`,
  ).run({ id, first_indexed: new Date().toISOString(), ...articleColumns(entry, facets) })
  return Number(inserted.lastInsertRowid)
}

/** Puts what an entry says in the place of what the archive has of its article, which becomes a former version. */
export function replaceArticle(
  db: DatabaseSync,
  stored: ArticleRow,
  entry: Entry,
  facets: Facets,
): void {
  const sequence = Number(stored['sequence'])
  noteFormer(db, sequence, { from: String(stored['original_hash']), to: entry.original.hash })
  keepFormerContents(db, sequence)
  prepare(
    db,
    `update article set
       title = :title, outlet = :outlet, published = :published, url = :url, authors = :authors, language = :language,
       origin = :origin, original_hash = :original_hash, processing = :processing, sample = :sample,
       dateline = :dateline, dating = :dating, dates_mentioned = :dates_mentioned, title_from = :title_from,
       removed = :removed, body = :body, facets = :facets, extracted = :extracted
     where sequence = :sequence`,
  ).run({ sequence, ...articleColumns(entry, facets) })
}

function articleColumns(
  { article, cleaning, origin, original, processing, sample }: Entry,
  facets: Facets,
) {
  return {
    title: article.title,
    outlet: article.outlet,
    published: article.published,
    url: article.url,
    authors: JSON.stringify(article.authors),
    language: article.language,
    origin,
    original_hash: original.hash,
    processing,
    sample: sample ? 1 : 0,
    dateline: article.dateline,
    ...dateColumns(article),
    ...cleaningColumns(cleaning ?? untouched),
    body: deflate(article.text),
    ...facetColumns(article.facets, facets),
  }
}
