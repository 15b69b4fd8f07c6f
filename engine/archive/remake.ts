import type { DatabaseSync } from 'node:sqlite'
import type { Article, Cleaning, Signature } from '../article.ts'
import { countNames, noCounts, writeCounts } from './count-names.ts'
import { keepExtractedIds, type Resolve } from './extracted.ts'
import { keepFamilies, type Signed } from './families.ts'
import { contentHash } from './identity.ts'
import { logChange, newMark } from './marks.ts'
import { prepare } from './prepare.ts'
import { facetColumns } from './resolved.ts'
import { cleaningColumns, dateColumns, deflate, readArticleRow } from './stored-row.ts'

/** A stored article that was made again of the same original. */
export interface Remade {
  readonly sequence: number
  readonly article: Article
  readonly cleaning: Cleaning
  readonly signature?: Signature
}

/**
 * Puts articles in the place of what was made of the same originals before, inside the caller's transaction: identity, origin and
 * original stay, and no former version is noted. Unknown numbers are ignored. Returns how many there were.
 */
export function remakeArticles(
  db: DatabaseSync,
  remade: readonly Remade[],
  resolve: Resolve,
): number {
  const [mark, counts] = [newMark(), noCounts()]
  const signed: Signed[] = []
  for (const { sequence, article, cleaning, signature } of remade) {
    const row = prepare(db, 'select * from article where sequence = ?').get(sequence)
    if (!row) continue
    const stored = readArticleRow(row)
    const facets = resolve({ ...article, id: stored.id })
    prepare(
      db,
      `update article set
         title = :title, outlet = :outlet, published = :published, authors = :authors, language = :language,
         dateline = :dateline, dating = :dating, dates_mentioned = :dates_mentioned, title_from = :title_from,
         removed = :removed, body = :body, facets = :facets, extracted = :extracted
       where sequence = :sequence`,
    ).run({
      sequence,
      title: article.title,
      outlet: article.outlet,
      published: article.published,
      authors: JSON.stringify(article.authors),
      language: article.language,
      dateline: article.dateline,
      ...dateColumns(article),
      ...cleaningColumns(cleaning),
      body: deflate(article.text),
      ...facetColumns(article.facets, facets),
    })
    keepContentKey(db, sequence, article)
    keepExtractedIds(db, sequence, article.facets)
    countNames(counts, stored, -1)
    countNames(counts, { ...article, facets }, 1)
    logChange(db, { sequence, id: stored.id, mark })
    signed.push({ sequence, signature })
  }
  writeCounts(db, counts)
  keepFamilies(db, signed, { mark, logged: new Set(signed.map(({ sequence }) => sequence)) })
  return signed.length
}

/** The former key stays: a copy that is read again may be cleaned as the article was. */
function keepContentKey(db: DatabaseSync, sequence: number, article: Article): void {
  const key = `content:${contentHash(article)}`
  prepare(db, 'insert or ignore into identity values(?, ?)').run(key, sequence)
}
