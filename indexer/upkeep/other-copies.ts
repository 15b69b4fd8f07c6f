import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders inside a data folder where a restore put an older archive, or left copies of a backup. */
export function otherCopies(dataDir: string): string[] {
  return readdirSync(dataDir)
    .filter((name) => /^(?:replaced-.+|restoring)$/.test(name))
    .map((name) => join(dataDir, name))
}

/** Whether an index is left that a running site still has open, beside the one in use. */
export function isFormerIndexLeft(dataDir: string): boolean {
  const folder = join(dataDir, 'index')
  return existsSync(folder) && readdirSync(folder).filter((name) => /^\d+$/.test(name)).length > 1
}
