import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Article } from '../article.ts'
import { countNames } from './entities.ts'
import {
  identify,
  identityKeys,
  newArticleId,
  type Identity,
  type IdentityKey,
} from './identity.ts'
import { deflate, readArticleRow, type ArticleRow } from './stored-row.ts'

/** One article to store, with what proves where it came from. */
export interface Entry {
  readonly article: Article
  readonly identity: Identity
  /** The file, with `#line` where it holds many. */
  readonly origin: string
  readonly original: {
    readonly bytes: Uint8Array
    readonly mediaType: string
    readonly hash: string
  }
  readonly sample: boolean
  /** Version of cleaning, extraction and lists; an article processed by another version is processed again. */
  readonly processing: string
}

export interface Outcome {
  readonly kind: 'added' | 'replaced' | 'unchanged'
  readonly id: string
  readonly conflict: string | undefined
}

export function commitEntries(db: DatabaseSync, entries: readonly Entry[]): Outcome[] {
  return entries.map((entry) => commitEntry(db, entry))
}

function commitEntry(db: DatabaseSync, entry: Entry): Outcome {
  const keys = identityKeys(entry.identity, contentHash(entry.article))
  const { sequence, conflict } = identify(db, keys)
  if (sequence === undefined) return { kind: 'added', id: insertArticle(db, entry, keys), conflict }
  const stored = db.prepare('select * from article where sequence = ?').get(sequence)
  if (!stored)
    throw new Error(
      `The identity table names article ${sequence}, which the archive does not have.`,
    )
  const id = String(stored['id'])
  if (isKnown(db, stored, entry, keys)) return { kind: 'unchanged', id, conflict }
  replaceArticle(db, stored, entry, keys)
  return { kind: 'replaced', id, conflict }
}

/** Two records with equal titles, texts, outlets and dates are one article, whatever file they come in. */
function contentHash(article: Article): string {
  const content = [article.title, article.outlet, article.published, article.text]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function isKnown(
  db: DatabaseSync,
  stored: ArticleRow,
  entry: Entry,
  keys: readonly IdentityKey[],
): boolean {
  const sequence = Number(stored['sequence'])
  const sameOriginal = stored['original_hash'] === entry.original.hash
  if (stored['processing'] === entry.processing) {
    if (sameOriginal || hasContent(db, sequence, keys)) return true
  }
  // Two files may hold two versions of one article: reading both again must not swap them for ever.
  if (sameOriginal || stored['origin'] === entry.origin) return false
  const former = db
    .prepare('select 1 from former_version where sequence = ? and original_hash = ?')
    .get(sequence, entry.original.hash)
  return former !== undefined
}

function hasContent(db: DatabaseSync, sequence: number, keys: readonly IdentityKey[]): boolean {
  const content = keys.find((key) => key.kind === 'content')?.key ?? ''
  return (
    Number(db.prepare('select sequence from identity where key = ?').get(content)?.['sequence']) ===
    sequence
  )
}

function insertArticle(db: DatabaseSync, entry: Entry, keys: readonly IdentityKey[]): string {
  const id = newArticleId(db, keys)
  const columns = articleColumns(entry)
  const names = Object.keys(columns)
  const inserted = db
    .prepare(
      `insert into article(id, first_indexed, ${names.join(', ')}) values(?, ?, ${names.map(() => '?').join(', ')})`,
    )
    .run(id, new Date().toISOString(), ...Object.values(columns))
  recordArticle(db, Number(inserted.lastInsertRowid), id, entry, keys)
  return id
}

function replaceArticle(
  db: DatabaseSync,
  stored: ArticleRow,
  entry: Entry,
  keys: readonly IdentityKey[],
): void {
  const sequence = Number(stored['sequence'])
  countNames(db, readArticleRow(stored), -1)
  db.prepare('insert or replace into former_version values(?, ?, ?)').run(
    sequence,
    String(stored['original_hash']),
    new Date().toISOString(),
  )
  db.prepare("delete from identity where sequence = ? and key like 'content:%'").run(sequence)
  const columns = articleColumns(entry)
  const assignments = Object.keys(columns).map((name) => `${name} = ?`)
  db.prepare(`update article set ${assignments.join(', ')} where sequence = ?`).run(
    ...Object.values(columns),
    sequence,
  )
  recordArticle(db, sequence, String(stored['id']), entry, keys)
}

function articleColumns({ article, origin, original, processing, sample }: Entry) {
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
    family: '',
    dates_mentioned: '[]',
    body: deflate(article.text),
    facets: deflate(JSON.stringify(article.facets)),
  }
}

function recordArticle(
  db: DatabaseSync,
  sequence: number,
  id: string,
  entry: Entry,
  keys: readonly IdentityKey[],
): void {
  const { original } = entry
  db.prepare('insert or replace into original values(?, ?, ?)').run(
    sequence,
    original.mediaType,
    deflate(original.bytes),
  )
  for (const { key } of keys)
    db.prepare('insert or ignore into identity values(?, ?)').run(key, sequence)
  countNames(db, entry.article, 1)
  db.prepare('insert into change(sequence, id) values(?, ?)').run(sequence, id)
}

export function removeArticles(db: DatabaseSync, ids: readonly string[]): number {
  let removed = 0
  for (const id of ids) {
    const row = db.prepare('select * from article where id = ?').get(id)
    if (!row) continue
    const sequence = Number(row['sequence'])
    countNames(db, readArticleRow(row), -1)
    for (const table of ['article', 'original', 'identity', 'former_version']) {
      db.prepare(`delete from ${table} where sequence = ?`).run(sequence)
    }
    db.prepare('insert into change(sequence, id) values(?, ?)').run(sequence, id)
    removed++
  }
  db.exec('delete from entity_name where articles <= 0')
  return removed
}
