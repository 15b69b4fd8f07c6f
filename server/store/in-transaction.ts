import type { DatabaseSync } from 'node:sqlite'

/** Does all of it or, when it throws, nothing. Inside another transaction it is a part of that one. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (isInside(db)) return work()
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

const isInside = (db: DatabaseSync) => db.isTransaction
