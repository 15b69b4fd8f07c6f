import { hostname } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from './open-database.ts'

/**
 * The right to write into one DATA_DIR, held by one process at a time.
 * It is an open SQLite transaction on a file of its own, so the operating system gives it back when the holder dies, however it dies.
 */
export class Lease {
  readonly #db: DatabaseSync

  /** Use `acquireLease`. */
  constructor(db: DatabaseSync) {
    this.#db = db
  }

  get held(): boolean {
    return this.#db.isOpen
  }

  release(): void {
    if (this.#db.isOpen) this.#db.close()
  }
}

/**
 * Takes the lease of a data folder for a purpose that readers will see, e.g. `npm run index`.
 * Throws LeaseHeld, naming the holder, when another process (or another part of this one) has it, and DatabaseUnusable when the
 * folder cannot be written.
 */
export function acquireLease(dataDir: string, purpose: string): Lease {
  return hold(join(dataDir, 'writer.sqlite'), purpose, `The archive in ${dataDir} is being written`)
}

/** The right to send the alerts of a data folder, so that two runs do not tell the same twice. Throws like `acquireLease`. */
export function acquireAlerting(dataDir: string): Lease {
  const file = join(dataDir, 'alerting.sqlite')
  return hold(file, 'npm run alerts', `Alerts of ${dataDir} are being sent`)
}

function hold(file: string, purpose: string, taken: string): Lease {
  return new Lease(
    openDatabase(file, (db) => {
      try {
        take(db, purpose)
      } catch (cause) {
        if (!isBusy(cause)) throw cause
        throw new LeaseHeld(`${taken} by ${readHolder(db)}. Try again when it has finished.`, {
          cause,
        })
      }
    }),
  )
}

function take(db: DatabaseSync, purpose: string): void {
  // The rollback journal lets others read who holds the lease while this transaction is open.
  db.exec('pragma busy_timeout = 250; pragma journal_mode = delete')
  db.exec(
    'begin immediate; create table if not exists holder(one integer primary key check(one = 1), who text)',
  )
  db.prepare('insert or replace into holder values(1, ?)').run(describeHolder(purpose))
  db.exec('commit; begin immediate')
}

/** Somebody else is writing. The message names the holder. */
export class LeaseHeld extends Error {
  override readonly name = 'LeaseHeld'
}

function describeHolder(purpose: string): string {
  return `${purpose} (process ${process.pid} on ${hostname()}, since ${new Date().toISOString()})`
}

function readHolder(db: DatabaseSync): string {
  try {
    return String(db.prepare('select who from holder').get()?.['who'] ?? 'another process')
  } catch {
    // The very first holder has not committed its name yet.
    return 'another process'
  }
}

/** SQLite's result code, without its extension, for a lock that somebody else holds. */
const sqliteBusy = 5

function isBusy(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return false
  return typeof error.errcode === 'number' && (error.errcode & 0xff) === sqliteBusy
}
