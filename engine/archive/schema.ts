import type { DatabaseSync } from 'node:sqlite'
import { sourceColumn } from './article-source.ts'
import { completeVersion1 } from './from-version-1.ts'
import { completeVersion2 } from './from-version-2.ts'
import { completeVersion3 } from './from-version-3.ts'

const schemaVersion = 4

const tables = `
  create table if not exists setting(name text primary key, value text not null) without rowid;

  create table if not exists article(
    sequence integer primary key autoincrement,
    id text not null unique,
    first_indexed text not null,
    title text not null,
    outlet text not null,
    published text not null,
    url text not null,
    authors text not null,
    language text not null,
    origin text not null,
    original_hash text not null,
    processing text not null,
    sample integer not null,
    family text not null,
    dateline text not null default '',
    dating text not null default 'unknown guessed',
    dates_mentioned text not null,
    title_from text not null default 'source',
    removed blob,
    body blob not null,
    facets blob not null,
    extracted blob
  );
  create index if not exists article_by_original on article(original_hash);
  create index if not exists sample_article on article(sequence) where sample = 1;

  create table if not exists extracted_ids(sequence integer primary key, ids text not null);

  create table if not exists redirect(
    facet text not null, id text not null, "into" text not null, primary key(facet, id)
  ) without rowid;

  create table if not exists original(sequence integer primary key, media_type text not null, bytes blob not null);

  create table if not exists former_version(
    sequence integer not null, original_hash text not null, replaced text not null,
    primary key(sequence, original_hash)
  ) without rowid;

  create table if not exists identity(key text primary key, sequence integer not null) without rowid;
  create index if not exists identity_by_article on identity(sequence);

  create table if not exists change(
    number integer primary key autoincrement, sequence integer not null, id text not null, mark integer not null
  );

  create index if not exists change_by_article on change(sequence, number);

  create table if not exists entity_name(
    facet text not null, id text not null, name text not null, folded text not null,
    full integer not null, articles integer not null,
    primary key(facet, id, name, full)
  ) without rowid;
  create index if not exists entity_by_folded_name on entity_name(facet, folded);

  create table if not exists entity_word(
    facet text not null, word text not null, id text not null,
    primary key(facet, word, id)
  ) without rowid;
  create index if not exists entity_words_by_id on entity_word(facet, id, word);

  create table if not exists entity_broader(
    facet text not null, id text not null, broader text not null, level integer not null, articles integer not null,
    primary key(facet, id, broader, level)
  ) without rowid;
  create index if not exists entity_by_broader on entity_broader(facet, broader, id);

  create table if not exists set_aside(
    origin text primary key, file text not null, line integer, reason text not null, kind text not null,
    run integer not null, at text not null, columns text not null default ''
  ) without rowid;
  create index if not exists set_aside_by_file on set_aside(file, line);

  create table if not exists purged(
    key text not null, id text not null, at text not null, primary key(key, id)
  ) without rowid;
  create index if not exists purged_by_article on purged(id);

  create table if not exists signature(
    sequence integer primary key, version integer not null, text_hash text not null, bytes blob not null
  );
  create index if not exists signature_by_text on signature(text_hash);

  create table if not exists sketch_key(
    key integer not null, sequence integer not null, primary key(key, sequence)
  ) without rowid;

  create table if not exists family_link(
    newer integer not null, older integer not null, primary key(newer, older)
  ) without rowid;
  create index if not exists family_link_by_older on family_link(older, newer);
  create index if not exists article_by_family on article(family) where family <> '';

  create table if not exists feed(
    url text primary key, processing text not null, etag text not null, last_modified text not null, entries text not null
  );

  create index if not exists article_by_source on article(${sourceColumn}, sequence);
  create table if not exists boilerplate(
    source text not null, line text not null, found text not null, applied integer not null,
    primary key(source, line)
  ) without rowid;
  create table if not exists boilerplate_source(
    source text primary key, seen integer not null, waiting integer not null
  ) without rowid;

  create table if not exists run(
    number integer primary key autoincrement, started text not null, finished text, what text not null, report text
  );
`

/**
 * Creates the archive's tables, or brings those of an older version up to date, in one transaction: a process that dies meanwhile
 * leaves them as they were. Throws ArchiveUnreadable for an archive that a newer version wrote.
 */
export function prepareSchema(db: DatabaseSync): void {
  // The timeout first: turning to the journal mode may already have to wait for another process.
  db.exec('pragma busy_timeout = 10000; pragma journal_mode = wal; pragma synchronous = normal')
  if (versionOf(db) === schemaVersion) return
  db.exec('begin immediate')
  try {
    upgrade(db)
    db.exec('commit')
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}

/** Asks for the version once more, because another process may have been faster. */
function upgrade(db: DatabaseSync): void {
  const found = versionOf(db)
  if (found > schemaVersion) throw writtenByNewer(found)
  const isOlderThan = (version: number) => found > 0 && found < version
  if (isOlderThan(2)) db.exec('alter table change add column mark integer not null default 0')
  if (isOlderThan(3)) db.exec('alter table article add column extracted blob')
  if (isOlderThan(4)) completeVersion3(db)
  db.exec(tables)
  if (isOlderThan(2)) completeVersion1(db)
  if (isOlderThan(3)) completeVersion2(db)
  db.exec(`pragma user_version = ${schemaVersion}`)
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0)
}

/** Throws ArchiveUnreadable for tables that a newer version wrote, or that were not brought up to date yet. Writes nothing. */
export function requireSchema(db: DatabaseSync): void {
  const found = versionOf(db)
  if (found > schemaVersion) throw writtenByNewer(found)
  if (found < schemaVersion)
    throw new ArchiveUnreadable(
      `The archive was written by an older Dateline (format ${found}, this one reads ${schemaVersion}). ` +
        'Start the site (npm start) or index something (npm run index -- …): either brings it up to date.',
    )
}

function writtenByNewer(found: number): ArchiveUnreadable {
  return new ArchiveUnreadable(
    `The archive was written by a newer Dateline (format ${found}, this one reads ${schemaVersion}). ` +
      'Update Dateline, or set DATA_DIR to another folder.',
  )
}

/** The archive's file cannot be used. The message says what to do. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable'
}
