import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { analysisVersion, listsVersion } from '../text/analyse.ts'
import { generationFile } from './generations.ts'
import { faultAtOpening, IndexUnusable } from './index-fault.ts'
import { requireSoundTables, requireWholeFile } from './soundness.ts'
import { formatVersion, indexTables } from './tables.ts'

const version = formatVersion * 1_000 + analysisVersion

/** Creates an empty generation; one that exists already stays as it is. */
export function createGeneration(dataDir: string, generation: number): void {
  const file = generationFile(dataDir, generation)
  mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  try {
    db.exec('pragma busy_timeout = 10000; pragma page_size = 8192; pragma journal_mode = wal')
    if (versionOf(db) === 0)
      db.exec(`begin immediate; ${indexTables} pragma user_version = ${version}; commit`)
  } finally {
    db.close()
  }
}

/** Opens a generation for writing. Throws IndexUnusable when it is missing, cut off, damaged or of another version. */
export function openForWriting(dataDir: string, generation: number): DatabaseSync {
  return opened(dataDir, generation, { readOnly: false }, (db) => {
    requireSoundTables(db)
    // Of this connection only, not stored. The size of the hash is worth a fifth of the time that FTS5 takes.
    db.exec(`
      pragma synchronous = normal;
      insert into tokens(tokens, rank) values('hashsize', 33554432);
      insert into spellings(spellings, rank) values('hashsize', 33554432);
    `)
  })
}

/** Opens a generation for reading. Throws IndexUnusable like `openForWriting`. */
export function openForReading(dataDir: string, generation: number): DatabaseSync {
  return opened(dataDir, generation, { readOnly: true }, () => undefined)
}

/** The same, with all that can be checked in a moment: see `requireSoundTables`. */
export function openChecked(dataDir: string, generation: number): DatabaseSync {
  return opened(dataDir, generation, { readOnly: true }, requireSoundTables)
}

function opened(
  dataDir: string,
  generation: number,
  options: { readonly readOnly: boolean },
  prepare: (db: DatabaseSync) => void,
): DatabaseSync {
  const file = generationFile(dataDir, generation)
  requireWholeFile(file)
  const db = new DatabaseSync(file, options)
  try {
    db.exec('pragma busy_timeout = 10000')
    requireVersion(db)
    prepare(db)
    return db
  } catch (error) {
    db.close()
    throw faultAtOpening(error)
  }
}

/** An index without articles, in memory: what a reader sees before the first import. */
export function emptyIndex(): DatabaseSync {
  const db = new DatabaseSync(':memory:')
  db.exec(indexTables)
  return db
}

/** How far an index has come. */
export interface IndexState {
  /** The last change of the archive that it has applied, with that change's mark. */
  readonly applied: number
  readonly mark: number
  readonly articles: number
}

/** Reads the state of an index. Throws IndexUnusable where there is none. */
export function readState(db: DatabaseSync): IndexState {
  const row = stateRow(db)
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
  if (stateRow(db)['lists'] !== listsVersion)
    throw new IndexUnusable('The search index was made with other lists of weapons.')
}

function stateRow(db: DatabaseSync) {
  const row = db.prepare('select applied, mark, articles, lists from state').get()
  if (!row) throw new IndexUnusable('The search index is damaged: it does not say what it holds.')
  return row
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0)
}
