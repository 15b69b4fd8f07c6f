import type { DatabaseSync } from 'node:sqlite'
import { countNames, noCounts, writeCounts, type NameCounts } from './count-names.ts'
import { keepFamilies, type Signed } from './families.ts'
import {
  contentHash,
  hasContent,
  identityKeys,
  newArticleId,
  type IdentityKey,
} from './identity.ts'
import { logChange, newMark } from './marks.ts'
import { articleExported, whichArticle } from './exported-id.ts'
import { followMove } from './moved.ts'
import { prepare } from './prepare.ts'
import { keepExtractedIds, type Resolve } from './extracted.ts'
import { insertArticle, replaceArticle } from './article-rows.ts'
import type { Entry } from './entry.ts'
import { deflate, readArticleRow, type ArticleRow } from './stored-row.ts'

export type { Entry } from './entry.ts'

/** What became of an entry, in the archive's words. */
export interface Outcome {
  readonly kind: 'added' | 'replaced' | 'unchanged'
  readonly id: string
  /** Why the entry was not taken for an article that shares a key with it; undefined when nothing spoke against. */
  readonly conflict: string | undefined
}

/** Adds, replaces or recognises each entry, in their order, inside the caller's transaction. */
export function commitEntries(
  db: DatabaseSync,
  entries: readonly Entry[],
  resolve: Resolve,
): Outcome[] {
  const batch: Batch = { mark: newMark(), counts: noCounts(), resolve, signed: [] }
  const outcomes = entries.map((entry) => commitEntry(db, entry, batch))
  writeCounts(db, batch.counts)
  const logged = new Set(batch.signed.map(({ sequence }) => sequence))
  keepFamilies(db, batch.signed, { mark: batch.mark, logged })
  return outcomes
}

/** What the changes of one transaction share. */
interface Batch {
  readonly mark: number
  readonly counts: NameCounts
  readonly resolve: Resolve
  /** The signatures of the articles that were added or replaced. */
  readonly signed: Signed[]
}

function commitEntry(db: DatabaseSync, entry: Entry, batch: Batch): Outcome {
  const keys = identityKeys(entry.identity, contentHash(entry.article))
  const home = articleExported(db, entry, keys)
  if (home.kind === 'here') return { kind: 'unchanged', id: home.id, conflict: home.conflict }
  const { sequence, conflict } = whichArticle(db, entry, keys, home)
  if (sequence === undefined) {
    const id = home.id || newArticleId(db, keys)
    addArticle(db, id, entry, { keys, batch })
    return { kind: 'added', id, conflict }
  }
  const stored = prepare(db, 'select * from article where sequence = ?').get(sequence)
  if (!stored)
    throw new Error(
      `The identity table names article ${sequence}, which the archive does not have.`,
    )
  const id = String(stored['id'])
  if (isKnown(db, stored, entry, keys)) {
    if (isSame(db, stored, entry, keys))
      followMove(db, String(stored['origin']), { sequence, origin: entry.origin, keys })
    return { kind: 'unchanged', id, conflict }
  }
  changeArticle(db, stored, entry, { keys, batch })
  return { kind: 'replaced', id, conflict }
}

/** What storing an entry takes besides it. */
interface Storing {
  readonly keys: readonly IdentityKey[]
  readonly batch: Batch
}

function addArticle(db: DatabaseSync, id: string, entry: Entry, { keys, batch }: Storing): void {
  const facets = batch.resolve({ ...entry.article, id })
  const sequence = insertArticle(db, id, entry, facets)
  recordArticle(db, { sequence, id, mark: batch.mark }, entry, keys)
  batch.signed.push({ sequence, signature: entry.signature })
  countNames(batch.counts, { ...entry.article, facets }, 1)
}

function changeArticle(
  db: DatabaseSync,
  stored: ArticleRow,
  entry: Entry,
  { keys, batch }: Storing,
): void {
  const [sequence, id] = [Number(stored['sequence']), String(stored['id'])]
  const facets = batch.resolve({ ...entry.article, id })
  replaceArticle(db, stored, entry, facets)
  recordArticle(db, { sequence, id, mark: batch.mark }, entry, keys)
  batch.signed.push({ sequence, signature: entry.signature })
  countNames(batch.counts, readArticleRow(stored), -1)
  countNames(batch.counts, { ...entry.article, facets }, 1)
}

function isKnown(
  db: DatabaseSync,
  stored: ArticleRow,
  entry: Entry,
  keys: readonly IdentityKey[],
): boolean {
  if (stored['processing'] === entry.processing && isSame(db, stored, entry, keys)) return true
  const sequence = Number(stored['sequence'])
  const sameOriginal = stored['original_hash'] === entry.original.hash
  // Two files may hold two versions of one article: reading both again must not swap them for ever.
  if (sameOriginal || stored['origin'] === entry.origin) return false
  const former = prepare(
    db,
    'select 1 from former_version where sequence = ? and original_hash = ?',
  ).get(sequence, entry.original.hash)
  return former !== undefined
}

function isSame(
  db: DatabaseSync,
  stored: ArticleRow,
  { original }: Entry,
  keys: readonly IdentityKey[],
): boolean {
  return (
    stored['original_hash'] === original.hash || hasContent(db, Number(stored['sequence']), keys)
  )
}

function recordArticle(
  db: DatabaseSync,
  change: { readonly sequence: number; readonly id: string; readonly mark: number },
  entry: Entry,
  keys: readonly IdentityKey[],
): void {
  const { sequence } = change
  const { original } = entry
  prepare(db, 'insert or replace into original values(?, ?, ?)').run(
    sequence,
    original.mediaType,
    deflate(original.bytes),
  )
  keepExtractedIds(db, sequence, entry.article.facets)
  for (const { kind, key } of keys) {
    // A file is the place of the article that it holds now.
    const known = kind === 'path' ? 'replace' : 'ignore'
    prepare(db, `insert or ${known} into identity values(?, ?)`).run(key, sequence)
  }
  logChange(db, change)
}

/** Removes articles with all that is kept of them but their place in the change log; unknown ids are ignored. Returns how many there were. */
export function removeArticles(db: DatabaseSync, ids: readonly string[]): number {
  const [mark, counts] = [newMark(), noCounts()]
  const removed: Signed[] = []
  for (const id of ids) {
    const row = prepare(db, 'select * from article where id = ?').get(id)
    if (!row) continue
    const sequence = Number(row['sequence'])
    countNames(counts, readArticleRow(row), -1)
    for (const table of ['article', 'extracted_ids', 'original', 'identity', 'former_version']) {
      prepare(db, `delete from ${table} where sequence = ?`).run(sequence)
    }
    logChange(db, { sequence, id, mark })
    removed.push({ sequence, signature: undefined })
  }
  writeCounts(db, counts)
  keepFamilies(db, removed, { mark, logged: new Set() })
  return removed.length
}
