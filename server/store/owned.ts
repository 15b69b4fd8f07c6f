import type { DatabaseSync } from 'node:sqlite'

/** Gives everything of one owner to another who has nothing yet, in the caller's transaction. Returns how many things that were. */
export function handOver(db: DatabaseSync, from: number, to: number): number {
  const queries = db.prepare('update saved_query set owner = ? where owner = ?').run(to, from)
  const collections = db.prepare('update collection set owner = ? where owner = ?').run(to, from)
  return Number(queries.changes) + Number(collections.changes)
}

/** Deletes everything of an owner for good, in the caller's transaction. */
export function deleteOwned(db: DatabaseSync, owner: number): void {
  const statements = [
    'delete from alert_mark where saved in (select id from saved_query where owner = ?)',
    'delete from query_record where saved in (select id from saved_query where owner = ?)',
    'delete from saved_query where owner = ?',
    'delete from collection_article where collection in (select id from collection where owner = ?)',
    'delete from collection where owner = ?',
  ]
  for (const statement of statements) db.prepare(statement).run(owner)
}

/** Ends the private feeds of an owner, in the caller's transaction. */
export function closeFeeds(db: DatabaseSync, owner: number): void {
  db.prepare('update saved_query set feed_token = null where owner = ?').run(owner)
}
