import type { DatabaseSync } from 'node:sqlite'

/** Does all of it or, when it throws, nothing. One transaction does not stand inside another. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  // Immediate: what is read first is still so when it is written.
  db.exec('begin immediate')
  try {
    const result = work()
    db.exec('commit')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}
