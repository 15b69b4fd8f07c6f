import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Archive } from '../archive/archive.ts'
import { DatabaseUnusable } from '../archive/open-database.ts'
import { EngineUnavailable } from '../search-engine.ts'
import { analysisVersion } from '../text/analyse.ts'
import { tokenizer } from './tokenizer.ts'
import { wordTables } from '../vocabulary/word-table.ts'

/** Raised with every change to the tables or to what they hold; an index of another version is built anew. */
const formatVersion = 4
const version = formatVersion * 1_000 + analysisVersion

/** The archive's setting that names the index generation in use: the one pointer that switches generations. */
export const generationPointer = 'embedded index generation'

const tables = `
  create virtual table tokens using fts5(
    title, text, facets, content='', contentless_delete=1, detail=full, tokenize=${tokenizer}
  );
  create virtual table spellings using fts5(
    marks, content='', contentless_delete=1, detail=none, tokenize=${tokenizer}
  );
  insert into tokens(tokens, rank) values('rank', 'bm25(4.0, 1.0, 0.0)');
  create table value(number integer primary key, facet text not null, id text not null, unique(facet, id));
  create table family(number integer primary key, signature text not null unique);
  create table facet_block(number integer primary key, rows blob not null);
  create table state(
    one integer primary key check(one = 1), applied integer not null, mark integer not null, articles integer not null
  );
  insert into state values(1, 0, 0, 0);
  ${wordTables}
`

/** The generation in use; undefined when nothing has been indexed yet. */
export function currentGeneration(archive: Archive): number | undefined {
  const value = archive.setting(generationPointer)
  return value === undefined ? undefined : Number(value)
}

/** The folder of a generation: all that is to be deleted when it is no longer used. */
export function generationFolder(dataDir: string, generation: number): string {
  return join(dataDir, 'index', String(generation))
}

function generationFile(dataDir: string, generation: number): string {
  return join(generationFolder(dataDir, generation), 'index.sqlite')
}

/** Opens a generation for writing, creating it when missing. Throws IndexUnusable for one of another version or a damaged one. */
export function openForWriting(dataDir: string, generation: number): DatabaseSync {
  mkdirSync(generationFolder(dataDir, generation), { recursive: true })
  return prepared(new DatabaseSync(generationFile(dataDir, generation)), (db) => {
    db.exec(
      'pragma busy_timeout = 10000; pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = normal',
    )
    if (versionOf(db) === 0) {
      db.exec(`begin immediate; ${tables} pragma user_version = ${version}; commit`)
    }
    requireVersion(db)
    // Of this connection only, not stored: 1.8 times the speed of the default.
    db.exec("insert into tokens(tokens, rank) values('hashsize', 33554432)")
    db.exec("insert into spellings(spellings, rank) values('hashsize', 33554432)")
  })
}

/** Opens a generation for reading. Throws IndexUnusable like `openForWriting`, and when it is missing. */
export function openForReading(dataDir: string, generation: number): DatabaseSync {
  requireGeneration(dataDir, generation)
  const file = generationFile(dataDir, generation)
  return prepared(new DatabaseSync(file, { readOnly: true }), (db) => {
    db.exec('pragma busy_timeout = 10000')
    requireVersion(db)
  })
}

/** Throws IndexUnusable when somebody deleted this generation. */
export function requireGeneration(dataDir: string, generation: number): void {
  const file = generationFile(dataDir, generation)
  if (!existsSync(file)) throw new IndexUnusable('The search index is missing.')
  if (isCutOff(file)) throw new IndexUnusable('The search index is cut off.')
}

/** Whether a database is shorter than its header says; pages that only its log has are not counted there. */
function isCutOff(file: string): boolean {
  const header = Buffer.alloc(headerBytes)
  const handle = openSync(file, 'r')
  try {
    if (readSync(handle, header, 0, headerBytes, 0) < headerBytes) return false
    if (!header.toString('latin1').startsWith('SQLite format 3')) return false
    const pageSize = header.readUInt16BE(16)
    return fstatSync(handle).size < header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize)
  } finally {
    closeSync(handle)
  }
}

/** Of an SQLite file: the page size stands at 16 (1 for 65,536), the number of pages at 28. */
const headerBytes = 100

const corrupt = 11
const notADatabase = 26

/** Whether SQLite found that a file does not hold what it should. */
export function isDamage(error: unknown): boolean {
  if (!(typeof error === 'object' && error !== null && 'errcode' in error)) return false
  // The low byte is the error, the rest its variety.
  const code = Number(error.errcode) & 0xff
  return code === corrupt || code === notADatabase
}

/** Closes the index again when it cannot be prepared. */
function prepared(db: DatabaseSync, prepare: (db: DatabaseSync) => void): DatabaseSync {
  try {
    prepare(db)
    return db
  } catch (cause) {
    db.close()
    throw cause instanceof IndexUnusable
      ? cause
      : new IndexUnusable('The search index is damaged.', { cause })
  }
}

/** An index without articles, in memory: what a reader sees before the first import. */
export function emptyIndex(): DatabaseSync {
  const db = new DatabaseSync(':memory:')
  db.exec(tables)
  return db
}

/** The last change of the archive that a generation has applied, with that change's mark, and how many articles it holds. */
export function readState(db: DatabaseSync): {
  readonly applied: number
  readonly mark: number
  readonly articles: number
} {
  const row = db.prepare('select applied, mark, articles from state').get()
  if (!row) throw new IndexUnusable('The search index is damaged: it does not say what it holds.')
  return {
    applied: Number(row['applied']),
    mark: Number(row['mark']),
    articles: Number(row['articles']),
  }
}

function requireVersion(db: DatabaseSync): void {
  const found = versionOf(db)
  if (found !== version)
    throw new IndexUnusable(`The search index has format ${found}; this version needs ${version}.`)
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0)
}

/** What the engine says when its index fails it, and how to have it built anew. */
export function indexUnavailable(
  what: 'read' | 'written',
  dataDir: string,
  cause: unknown,
): EngineUnavailable {
  // The archive is at fault, and says itself what to do.
  if (cause instanceof DatabaseUnusable) return new EngineUnavailable(cause.message, { cause })
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new EngineUnavailable(
    `The search index cannot be ${what}: ${reason.replace(/\.$/, '')}. No article is lost. If it happens again, end Dateline, ` +
      `delete the folder ${join(dataDir, 'index')} and start it: the index is built anew from the archive.`,
    { cause },
  )
}

/** This generation cannot be used and is to be built anew from the archive; nothing is lost. */
export class IndexUnusable extends Error {
  override readonly name = 'IndexUnusable'
}
