import { DatabaseSync } from 'node:sqlite'

/** Opens a database file and has its tables prepared; closes it again when they cannot be. */
export function openDatabase(
  file: string,
  prepareTables: (db: DatabaseSync) => void,
): DatabaseSync {
  const db = new DatabaseSync(file)
  try {
    prepareTables(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
