import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'

/*
 * What was taken down for good is known by hashes alone: of the keys of its identity and of its originals. So the archive refuses it
 * without keeping an address or a word of it.
 */

/** An article that was taken down. */
export interface TakenDown {
  readonly id: string
  /** ISO 8601 UTC. */
  readonly at: string
}

/** The key by which an original is known. */
export const originalKey = (hash: string) => `original:${hash}`

/** Keeps the keys of an article in the caller's transaction, so that it is not taken in again. */
export function markTakenDown(db: DatabaseSync, id: string, keys: Iterable<string>): void {
  const at = new Date().toISOString()
  const insert = prepare(db, 'insert or ignore into purged(key, id, at) values(?, ?, ?)')
  for (const key of keys) insert.run(hashOf(key), id, at)
}

/** Whether anything was ever taken down: mostly nothing, and then there is nothing to look for. */
export function isAnyTakenDown(db: DatabaseSync): boolean {
  return prepare(db, 'select 1 from purged limit 1').get() !== undefined
}

/** The article that one of these keys belonged to; undefined for most. */
export function takenDownBy(db: DatabaseSync, keys: readonly string[]): TakenDown | undefined {
  for (const key of keys) {
    const row = prepare(db, 'select id, at from purged where key = ?').get(hashOf(key))
    if (row) return readRow(row)
  }
  return undefined
}

/** Every article that was taken down, the latest first. */
export function listTakenDown(db: DatabaseSync): TakenDown[] {
  return prepare(db, 'select id, max(at) as at from purged group by id order by at desc, id')
    .all()
    .map(readRow)
}

/** Lets an article be taken in again, in the caller's transaction. Returns whether it was taken down. */
export function allowAgain(db: DatabaseSync, id: string): boolean {
  return Number(prepare(db, 'delete from purged where id = ?').run(id).changes) > 0
}

function readRow(row: Readonly<Record<string, unknown>>): TakenDown {
  return { id: String(row['id']), at: String(row['at']) }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
