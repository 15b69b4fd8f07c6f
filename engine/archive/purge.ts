import type { DatabaseSync } from 'node:sqlite'
import type { StoredArticle } from '../article.ts'
import { withoutFormer } from './former-content.ts'
import { contentHash, fileOfKey, identify, identityKeys, type Identity } from './identity.ts'
import { prepare } from './prepare.ts'
import { forgetRuns, forgetSources } from './purge-traces.ts'
import { readArticleRow } from './stored-row.ts'
import {
  isAnyTakenDown,
  markTakenDown,
  originalKey,
  takenDownBy,
  type TakenDown,
} from './taken-down.ts'
import { removeArticles, type Entry } from './write.ts'

/** What of an entry says whether it was taken down. */
export interface Refusable {
  readonly article: Entry['article']
  readonly identity: Identity
  readonly original: { readonly hash: string }
}

/**
 * Removes articles with all that the archive keeps of them, inside the caller's transaction, and keeps hashes by which they are refused
 * from now on; unknown ids are ignored. Returns how many there were.
 */
export function purgeArticles(db: DatabaseSync, ids: readonly string[]): number {
  const purged: StoredArticle[] = []
  for (const id of ids) {
    const row = prepare(db, 'select * from article where id = ?').get(id)
    if (!row) continue
    const article = readArticleRow(row)
    purged.push(article)
    const keys = keysOf(db, article.sequence)
    forgetRemarks(db, article.origin)
    forgetRuns(db, placesOf(article, keys))
    markTakenDown(db, id, [
      ...keys.map(withoutFormer),
      `content:${contentHash(article)}`,
      ...originalsOf(db, article.sequence, article.originalHash).map(originalKey),
    ])
  }
  const removed = removeArticles(db, ids)
  forgetSources(db, purged)
  return removed
}

/** Files and addresses that a command line may have named: where the article was read, last or before. */
function placesOf({ origin, url }: StoredArticle, keys: readonly string[]): string[] {
  const file = origin.replace(/(?<=.)#[^#]*$/s, '')
  return [origin, file, url, ...keys.flatMap((key) => fileOfKey(key) ?? [])]
}

function keysOf(db: DatabaseSync, sequence: number): string[] {
  return prepare(db, 'select key from identity where sequence = ?')
    .all(sequence)
    .map((row) => String(row['key']))
}

function originalsOf(db: DatabaseSync, sequence: number, latest: string): string[] {
  const former = prepare(db, 'select original_hash as hash from former_version where sequence = ?')
  return [latest, ...former.all(sequence).map((row) => String(row['hash']))]
}

/** The reason why an earlier record of the place was set aside may quote it. */
function forgetRemarks(db: DatabaseSync, origin: string): void {
  prepare(db, 'delete from set_aside where origin = ?').run(origin)
}

/**
 * The article taken down that an entry would bring back; undefined for most. Another article of the archive that shares a key with it
 * stays what it is when it is read again.
 */
export function refusedAs(
  db: DatabaseSync,
  { article, identity, original }: Refusable,
): TakenDown | undefined {
  if (!isAnyTakenDown(db)) return undefined
  const keys = identityKeys(identity, contentHash(article))
  const { sequence } = identify(db, keys, { ...article, originalHash: original.hash })
  const known = sequence === undefined ? [] : keysOf(db, sequence)
  const isSame = sequence !== undefined && isOriginalOf(db, sequence, original.hash)
  const foreign = keys.map(({ key }) => key).filter((key) => !known.includes(key))
  return isSame ? undefined : takenDownBy(db, [...foreign, originalKey(original.hash)])
}

function isOriginalOf(db: DatabaseSync, sequence: number, hash: string): boolean {
  const row = prepare(db, 'select original_hash as hash from article where sequence = ?').get(
    sequence,
  )
  return row?.['hash'] === hash
}
