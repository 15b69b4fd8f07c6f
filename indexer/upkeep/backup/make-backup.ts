import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  archivePath,
  requireWholeFolder,
  userDataPath,
} from '../../../engine/archive/data-folder.ts'
import { faultOf } from '../../../engine/archive/open-database.ts'
import { withReadOnly } from '../../../engine/archive/open-existing.ts'
import { UsageError } from '../../../engine/settings.ts'
import { correctionsPath } from '../../corrections/corrections-file.ts'
import { requireOutside } from '../outside-data.ts'
import { syncToDisk } from '../sync-to-disk.ts'
import { datelineVersion } from './dateline-version.ts'
import { describeCopies } from './describe-copies.ts'
import { hashFile } from './hash-file.ts'
import { manifestName, writeManifest, type BackupFile, type Manifest } from './manifest.ts'

/**
 * Copies everything that cannot be built again, as it stood at one moment each: saved queries, then the archive, then corrections. In
 * this order the archive has every article that a saved query has seen, and the file every correction that the archive has applied. The
 * copy is made beside its folder, which exists only when it is complete.
 * Throws UsageError for a folder that is no good, DatabaseUnusable for files that cannot be read or written.
 */
export async function makeBackup(dataDir: string, folder: string): Promise<Manifest> {
  requireWholeFolder(dataDir)
  if (!existsSync(archivePath(dataDir)))
    throw new UsageError(`There is no archive in ${dataDir}. Check DATA_DIR (--data-dir).`)
  requireOutside(dataDir, folder)
  requireFree(folder)
  const unfinished = `${resolve(folder)}.unfinished`
  clearUnfinished(unfinished)
  try {
    const names = copyAll(dataDir, unfinished)
    const manifest = await sealed(unfinished, names)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(unfinished, folder)
    syncToDisk(dirname(resolve(folder)))
    return manifest
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw faultOf(folder, error)
  }
}

function requireFree(folder: string): void {
  if (!existsSync(folder)) return
  if (isEmptyFolder(folder)) return
  throw new UsageError(`${folder} exists already. A backup wants a new or an empty folder.`)
}

function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    // A file.
    return false
  }
}

/** What a backup that was interrupted left there; anything else is not ours to delete. */
function clearUnfinished(folder: string): void {
  if (!existsSync(folder)) return
  const known = [
    ...['archive.sqlite', 'archive.sqlite-journal', 'user.sqlite', 'user.sqlite-journal'],
    ...['corrections.jsonl', 'set-aside', manifestName],
  ]
  const foreign = readdirSync(folder).find((name) => !known.includes(name))
  if (foreign !== undefined)
    throw new UsageError(
      `${folder} is where a backup is put together, but holds ${foreign}. Move it away.`,
    )
  rmSync(folder, { recursive: true })
}

/** Returns the names of the copies. */
function copyAll(dataDir: string, to: string): string[] {
  mkdirSync(join(to, 'set-aside'), { recursive: true })
  const names: string[] = []
  if (existsSync(userDataPath(dataDir))) names.push('user.sqlite')
  names.push('archive.sqlite')
  for (const name of names) copyDatabase(join(dataDir, name), join(to, name))
  const lists = existsSync(join(dataDir, 'set-aside'))
    ? readdirSync(join(dataDir, 'set-aside'))
    : []
  const files = lists.filter((name) => name.endsWith('.tsv')).map((name) => `set-aside/${name}`)
  if (existsSync(correctionsPath(dataDir))) files.push('corrections.jsonl')
  for (const name of files) copyFileSync(join(dataDir, name), join(to, name))
  return [...names, ...files]
}

/** Others may write meanwhile: the copy is of the moment at which it began, with no log beside it. */
function copyDatabase(from: string, to: string): void {
  withReadOnly(from, (db) => {
    try {
      db.prepare('vacuum into ?').run(to)
    } catch (error) {
      throw isOfCopy(error) ? faultOf(to, error) : error
    }
  })
}

/** SQLite's codes for a disk that is full and a file that cannot be made: what is read is fine. */
const codesOfCopy: readonly number[] = [13, 14]

function isOfCopy(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return false
  return codesOfCopy.includes(Number(error.errcode) & 0xff)
}

async function sealed(folder: string, names: readonly string[]): Promise<Manifest> {
  const files: BackupFile[] = []
  for (const name of names) {
    syncToDisk(join(folder, name))
    files.push({ name, ...(await hashFile(join(folder, name))) })
  }
  const manifest = {
    made: new Date().toISOString(),
    dateline: datelineVersion(),
    ...describeCopies(folder),
    files,
  }
  writeFileSync(join(folder, manifestName), writeManifest(manifest), { flush: true })
  for (const part of ['set-aside', '']) syncToDisk(join(folder, part))
  return manifest
}
