import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseUnusable } from '../../../engine/archive/open-database.ts'
import { withReadOnly } from '../../../engine/archive/open-existing.ts'
import { structureFaults } from '../../../engine/archive/table-faults.ts'
import { describeCopies } from './describe-copies.ts'
import { hashFile } from './hash-file.ts'
import { readManifest, type BackupFile, type Manifest } from './manifest.ts'

/** A backup that was read from end to end. */
export interface CheckedBackup {
  readonly manifest: Manifest
  /** What is wrong with it; nothing for a sound one. */
  readonly faults: readonly string[]
}

/** Compares the files of a backup with its manifest, and checks the databases among them. Throws UsageError for what is no backup. */
export async function checkBackup(folder: string): Promise<CheckedBackup> {
  const manifest = readManifest(folder)
  const faults: string[] = []
  if (!manifest.files.some(({ name }) => name === 'archive.sqlite'))
    faults.push('It has no archive.sqlite.')
  for (const file of manifest.files) faults.push(...(await fileFaults(folder, file)))
  // What differs from the manifest need not be a database at all.
  if (faults.length === 0) faults.push(...contentFaults(folder, manifest))
  return { manifest, faults }
}

async function fileFaults(folder: string, file: BackupFile): Promise<string[]> {
  const path = join(folder, file.name)
  if (!existsSync(path)) return [`${file.name} is missing.`]
  const { bytes, sha256 } = await hashFile(path)
  if (bytes !== file.bytes) return [`${file.name} has ${bytes} bytes; ${file.bytes} were written.`]
  return sha256 === file.sha256
    ? []
    : [`${file.name} is not what was written: its SHA-256 differs.`]
}

function contentFaults(folder: string, manifest: Manifest): string[] {
  try {
    const databases = manifest.files.filter(({ name }) => name.endsWith('.sqlite'))
    const damaged = databases.flatMap(({ name }) =>
      withReadOnly(join(folder, name), structureFaults).map((fault) => `${name}: ${fault}`),
    )
    const { articles } = describeCopies(folder)
    return articles === manifest.articles
      ? damaged
      : [...damaged, `archive.sqlite has ${articles} articles; ${manifest.articles} were counted.`]
  } catch (error) {
    if (!(error instanceof DatabaseUnusable)) throw error
    return [error.message]
  }
}
