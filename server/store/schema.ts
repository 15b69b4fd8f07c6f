import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

const schemaVersion = 1

const tables = `
  create table if not exists setting(name text primary key, value text not null) without rowid;

  create table if not exists saved_query(
    id integer primary key autoincrement,
    owner text not null,
    name text not null,
    search text not null,
    saved text not null,
    opened text not null,
    seen integer not null,
    opened_before text not null,
    seen_before integer not null
  );
  create unique index if not exists saved_query_by_name on saved_query(owner, name collate nocase);
`

/** Creates or checks the store's tables. Throws StoreUnreadable for a store that a newer version wrote. */
export function prepareStore(db: DatabaseSync): void {
  // Full, because a saved query is nowhere else: an archive can be read in again.
  db.exec('pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full')
  const found = Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0)
  if (found === schemaVersion) return
  if (found > schemaVersion) {
    throw new StoreUnreadable(
      `The saved queries (user.sqlite) were written by a newer Dateline (format ${found}, this one reads ${schemaVersion}). ` +
        'Update Dateline, or set DATA_DIR to another folder.',
    )
  }
  db.exec(`begin immediate; ${tables}`)
  db.prepare("insert or ignore into setting values('secret', ?)").run(
    randomBytes(32).toString('hex'),
  )
  db.exec(`pragma user_version = ${schemaVersion}; commit`)
}

/** The file of saved queries cannot be used. The message says what to do. */
export class StoreUnreadable extends Error {
  override readonly name = 'StoreUnreadable'
}
