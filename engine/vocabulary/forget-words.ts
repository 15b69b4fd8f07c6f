import { existsSync } from 'node:fs'
import { openDatabase } from '../archive/open-database.ts'
import { wordFilePath } from './word-file.ts'

/**
 * Empties the file of words of a data folder, so that it holds none but those of articles when it has followed the archive again; does
 * nothing where there is none. For the holder of the archive's lease, before the file is opened in this process.
 */
export function forgetWords(dataDir: string): void {
  const file = wordFilePath(dataDir)
  if (!existsSync(file)) return
  openDatabase(file, (db) => {
    db.exec('pragma busy_timeout = 10000; pragma secure_delete = on; begin immediate')
    db.exec('delete from word; delete from letter_forms')
    db.exec("update followed set applied = 0, mark = 0, version = ''; commit")
    db.exec('vacuum; pragma wal_checkpoint(truncate)')
  }).close()
}
