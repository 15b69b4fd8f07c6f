import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

const schemaVersion = 2

/*
 * `owner` is the number of an account, or 0 for the one owner of a site without accounts. `deleted` is when something was thrown
 * away, '' where it was not: it can be taken back until it is emptied. Articles up to `alerted` were there when a query was saved:
 * no alert tells of them.
 */
const tables = `
  create table if not exists setting(name text primary key, value text not null) without rowid;

  create table if not exists account(
    id integer primary key autoincrement,
    name text not null collate nocase unique,
    password text not null,
    role text not null,
    created text not null
  );
  create table if not exists session(
    id text primary key, account integer, content text not null, expires text not null
  ) without rowid;
  create index if not exists session_by_account on session(account);

  create table if not exists saved_query(
    id integer primary key autoincrement,
    owner integer not null,
    name text not null,
    search text not null,
    saved text not null,
    edited text not null,
    notes text not null,
    tags text not null,
    shared integer not null,
    opened text not null,
    seen integer not null,
    opened_before text not null,
    seen_before integer not null,
    feed_token text,
    alerted integer not null,
    deleted text not null
  );
  create unique index if not exists saved_query_by_name on saved_query(owner, name collate nocase) where deleted = '';
  create unique index if not exists saved_query_by_feed on saved_query(feed_token) where feed_token is not null;

  create table if not exists query_record(
    id integer primary key autoincrement,
    saved integer not null,
    taken text not null,
    reason text not null,
    search text not null,
    understood text not null,
    filters text not null,
    versions text not null,
    change integer not null,
    change_mark integer not null,
    sequence integer not null,
    total integer not null,
    bound text not null,
    ids_hash text not null,
    purged integer not null,
    entries blob
  );
  create index if not exists record_by_query on query_record(saved, id);

  create table if not exists alert_mark(
    saved integer not null, channel text not null, sequence integer not null, at text not null,
    primary key(saved, channel)
  ) without rowid;

  create table if not exists collection(
    id integer primary key autoincrement,
    owner integer not null,
    name text not null,
    notes text not null,
    shared integer not null,
    created text not null,
    edited text not null,
    deleted text not null
  );
  create unique index if not exists collection_by_name on collection(owner, name collate nocase) where deleted = '';
  create table if not exists collection_article(
    collection integer not null, article text not null, sequence integer not null,
    added text not null, removed text not null,
    relevance text not null, note text not null,
    title text not null, outlet text not null, published text not null, content text not null,
    primary key(collection, article)
  ) without rowid;
  create index if not exists collections_by_article on collection_article(article);

  create table if not exists audit(
    id integer primary key autoincrement,
    at text not null,
    account text not null,
    action text not null,
    subject text not null,
    details text not null
  );
  create trigger if not exists audit_stays before update on audit
    begin select raise(abort, 'The audit log is only ever added to.'); end;
  create trigger if not exists audit_remains before delete on audit
    begin select raise(abort, 'The audit log is only ever added to.'); end;
`

/** Creates or checks the store's tables, brought up to date in one transaction. Throws StoreUnreadable for a store that a newer version wrote. */
export function prepareStore(db: DatabaseSync): void {
  // Full, because a saved query is nowhere else: an archive can be read in again.
  db.exec('pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = full')
  if (versionOf(db) === schemaVersion) return
  db.exec('begin immediate')
  try {
    bringUpToDate(db)
    db.exec('commit')
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}

function bringUpToDate(db: DatabaseSync): void {
  // Asked again, now that nobody else writes.
  const found = versionOf(db)
  if (found > schemaVersion) {
    throw new StoreUnreadable(
      `The saved queries (user.sqlite) were written by a newer Dateline (format ${found}, this one reads ${schemaVersion}). ` +
        'Update Dateline, or set DATA_DIR to another folder.',
    )
  }
  if (found === 1)
    db.exec('alter table saved_query rename to saved_query_1; drop index saved_query_by_name')
  db.exec(tables)
  if (found === 1) db.exec(fromVersion1)
  db.prepare("insert or ignore into setting values('secret', ?)").run(
    randomBytes(32).toString('hex'),
  )
  db.exec(`pragma user_version = ${schemaVersion}`)
}

/** Version 1 knew neither accounts nor notes nor records. */
const fromVersion1 = `
  insert into saved_query
    select id, 0, name, search, saved, saved, '', '[]', 0, opened, seen, opened_before, seen_before, null, seen, ''
    from saved_query_1;
  drop table saved_query_1;
`

const versionOf = (db: DatabaseSync) =>
  Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0)

/** The file of saved queries cannot be used. The message says what to do. */
export class StoreUnreadable extends Error {
  override readonly name = 'StoreUnreadable'
}
