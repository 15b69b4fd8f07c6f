import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Archive } from './archive.ts'
import { archivePath, requireWholeFolder } from './data-folder.ts'
import { faultOf } from './open-database.ts'
import { ArchiveUnreadable, requireSchema } from './schema.ts'

/**
 * Opens the archive that a data folder has: makes none and changes nothing about it. Throws ArchiveUnreadable where there is none, or one
 * of another version, and DatabaseUnusable for a bad file.
 */
export function openExisting(dataDir: string): Archive {
  requireWholeFolder(dataDir)
  const file = archivePath(dataDir)
  if (!existsSync(file))
    throw new ArchiveUnreadable(
      `There is no archive in ${dataDir}. Check DATA_DIR (--data-dir), or index something first.`,
    )
  withReadOnly(file, requireSchema)
  return new Archive(dataDir)
}

/** Reads a database that others may be writing, and closes it. Throws DatabaseUnusable for a bad file. */
export function withReadOnly<T>(file: string, work: (db: DatabaseSync) => T): T {
  try {
    const db = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
    try {
      return work(db)
    } finally {
      db.close()
    }
  } catch (error) {
    throw faultOf(file, error)
  }
}
