import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseUnusable } from './open-database.ts'

/** The database of the archive in a data folder. */
export function archivePath(dataDir: string): string {
  return join(dataDir, 'archive.sqlite')
}

/** The database of what readers entrust to the site: saved queries. */
export function userDataPath(dataDir: string): string {
  return join(dataDir, 'user.sqlite')
}

/** Exists while a backup takes the place of what a data folder held. */
export function restoreMarkerPath(dataDir: string): string {
  return join(dataDir, 'restore-unfinished.json')
}

/** Throws DatabaseUnusable where a restore was interrupted: files of two archives may lie side by side. */
export function requireWholeFolder(dataDir: string): void {
  if (existsSync(restoreMarkerPath(dataDir)))
    throw new DatabaseUnusable(
      `A backup is being restored to ${dataDir}, or that was interrupted; then run npm run index -- restore to go on with it.`,
    )
}
