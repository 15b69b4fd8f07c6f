import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'
import type { ArticleRow } from './stored-row.ts'

/** Whose fault it is that a record was not taken: its own, this program's, or what ended the process that worked on it. */
const faults = ['unreadable', 'failed', 'ended'] as const

/** A record that could not be taken. */
export interface SetAsideRecord {
  /** Where it was read, as articles have it: a file, with `#` and a record's name where it holds many. */
  readonly origin: string
  /** The file's whole path, or an address. */
  readonly file: string
  /** From 1, in a file of lines. */
  readonly line: number | undefined
  readonly reason: string
  readonly kind: (typeof faults)[number]
  /** The last run that tried. */
  readonly run: number
  /** ISO 8601 UTC */
  readonly at: string
}

/** A file with records that could not be taken. */
export interface SetAsideFile {
  readonly file: string
  readonly records: number
}

/** Keeps records that could not be taken, inside the caller's transaction; a later reason takes the place of an earlier one. */
export function keepSetAside(db: DatabaseSync, records: readonly SetAsideRecord[]): void {
  const keep = prepare(db, 'insert or replace into set_aside values(?, ?, ?, ?, ?, ?, ?)')
  for (const { origin, file, line, reason, kind, run, at } of records)
    keep.run(origin, file, line ?? null, reason, kind, run, at)
}

/** Forgets, inside the caller's transaction, that the records of these places could not be taken. */
export function forgetSetAside(db: DatabaseSync, origins: readonly string[]): void {
  const forget = prepare(db, 'delete from set_aside where origin = ?')
  for (const origin of origins) forget.run(origin)
}

/** A row of the table, read back. */
export function readSetAside(row: ArticleRow): SetAsideRecord {
  return {
    origin: String(row['origin']),
    file: String(row['file']),
    line: typeof row['line'] === 'number' ? row['line'] : undefined,
    reason: String(row['reason']),
    kind: faults.find((fault) => fault === row['kind']) ?? 'failed',
    run: Number(row['run']),
    at: String(row['at']),
  }
}
