import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/**
 * Whether somebody has a database open, this process included. Where nobody has, its write-ahead log is moved into it, so the one file is
 * all of it. A file that is no database, or missing, is open to nobody.
 */
export function isOpen(file: string): boolean {
  if (!existsSync(file)) return false
  const db = new DatabaseSync(file)
  try {
    // Leaving the write-ahead log wants the database for oneself.
    db.exec('pragma busy_timeout = 0; pragma journal_mode = delete')
    return false
  } catch (error) {
    return isBusy(error)
  } finally {
    db.close()
  }
}

const busy = 5

function isBusy(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'errcode' in error &&
    (Number(error.errcode) & 0xff) === busy
  )
}
