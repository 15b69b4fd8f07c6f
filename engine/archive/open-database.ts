import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Opens a database file, creating it and its folder when missing, and has its tables prepared; closes it again when they cannot be.
 * Throws DatabaseUnusable when the file or its folder is at fault.
 */
export function openDatabase(
  file: string,
  prepareTables: (db: DatabaseSync) => void,
): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    db = new DatabaseSync(file)
    prepareTables(db)
    return db
  } catch (error) {
    db?.close()
    throw faultOf(file, error)
  }
}

/** SQLite's error codes and the system's, with what a reader can do about them. */
const remedies = new Map<number | string, string>([
  [5, 'is being written, or brought up to date, by another process. Try again in a minute.'],
  [8, 'may not be written. Check its permissions and those of its folder.'],
  [10, 'could not be read or written: the disk reports an error. Check the disk.'],
  [11, 'is damaged. Put back a backup of it, or move it away to begin with an empty one.'],
  [
    13,
    'could not grow: the disk is full. What was stored before is safe; make room and try again.',
  ],
  [14, 'cannot be opened. Check its permissions and those of its folder.'],
  [26, 'is not a database. Put back a backup of it, or move it away to begin with an empty one.'],
  [
    'EACCES',
    'cannot be used: permission denied. Check it and its folder, or set DATA_DIR to another.',
  ],
  ['EROFS', 'cannot be made: the disk is read-only. Set DATA_DIR to a folder elsewhere.'],
  [
    'ENOSPC',
    'could not grow: the disk is full. What was stored before is safe; make room and try again.',
  ],
  ['ENOTDIR', 'cannot be made: part of its path is no folder. Check DATA_DIR.'],
  ['EEXIST', 'cannot be made: part of its path is no folder. Check DATA_DIR.'],
  ['EISDIR', 'is a folder where a file belongs. Move it away.'],
])

/** What is wrong with a database file, in plain words; any other error as it is. */
export function faultOf(file: string, error: unknown): unknown {
  const remedy = remedies.get(codeOf(error))
  return remedy === undefined ? error : new DatabaseUnusable(`${file} ${remedy}`, { cause: error })
}

function codeOf(error: unknown): number | string {
  if (typeof error !== 'object' || error === null) return ''
  // The low byte is the error, the rest its variety.
  if ('errcode' in error) return Number(error.errcode) & 0xff
  return 'code' in error ? String(error.code) : ''
}

/** A database file, or the disk it is on, cannot be used. The message names the file and says what to do. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable'
}
