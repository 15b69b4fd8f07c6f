import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'
import type { ArticleRow } from './stored-row.ts'

/**
 * Why a record was not taken: it is no article that can be read, this program failed, the process that worked on it ended, or it was
 * taken down and may not come back.
 */
const faults = ['unreadable', 'failed', 'ended', 'refused'] as const
export type Fault = (typeof faults)[number]

/** A record that could not be taken. */
export interface SetAsideRecord {
  /** Where it was read, as articles have it: a file, with `#` and a record's name where it holds many. */
  readonly origin: string
  /** The file's whole path, or an address; '' for what has neither, such as standard input. */
  readonly file: string
  /** The line, or the number of the record, from 1, in a file that holds many; undefined for what is wrong with the file itself. */
  readonly line: number | undefined
  readonly reason: string
  readonly kind: Fault
  /** The last run that tried. */
  readonly run: number
  /** ISO 8601 UTC */
  readonly at: string
  /** Which columns of tables it was read by, as that run was told to: `title=Headline,text=Story`. '' for the usual ones. */
  readonly columns: string
}

/** A file with records that could not be taken. */
export interface SetAsideFile {
  readonly file: string
  readonly records: number
  /** Of the last run that set a record of it aside. */
  readonly columns: string
}

/** Keeps records that could not be taken, inside the caller's transaction; a later reason takes the place of an earlier one. */
export function keepSetAside(db: DatabaseSync, records: readonly SetAsideRecord[]): void {
  const keep = prepare(db, 'insert or replace into set_aside values(?, ?, ?, ?, ?, ?, ?, ?)')
  for (const { origin, file, line, reason, kind, run, at, columns } of records)
    keep.run(origin, file, line ?? null, reason, kind, run, at, columns)
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
    columns: String(row['columns']),
  }
}
