import type { DatabaseSync } from 'node:sqlite'
import type { Lease } from './lease.ts'
import { faultOf, openDatabase } from './open-database.ts'
import { prepare } from './prepare.ts'
import { prepareSchema } from './schema.ts'

/** The archive's database: its faults are told by the name of its file, and every write is a transaction under the lease. */
export class ArchiveFile {
  protected readonly db: DatabaseSync
  readonly #file: string

  /** Throws ArchiveUnreadable for a newer format, DatabaseUnusable for a bad file. */
  constructor(file: string) {
    this.#file = file
    this.db = openDatabase(file, prepareSchema)
  }

  close(): void {
    if (this.db.isOpen) this.db.close()
  }

  /** The number that a query without parameters calls `n`. */
  protected number(sql: string): number {
    return this.read(() => Number(prepare(this.db, sql).get()?.['n'] ?? 0))
  }

  /** Damage names the file to put back. */
  protected read<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw faultOf(this.#file, error)
    }
  }

  /** Throws when the lease was given back; nothing of the work is kept when it throws. */
  protected write<T>(lease: Lease, work: () => T): T {
    if (!lease.held)
      throw new Error('The lease of this data folder was given back; nothing was written.')
    this.db.exec('begin immediate')
    try {
      const result = work()
      this.db.exec('commit')
      return result
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('rollback')
      throw faultOf(this.#file, error)
    }
  }
}
