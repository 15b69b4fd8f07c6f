import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../../engine/settings.ts'

/** What a backup is: its files and what is in them. Written last, so a folder with one is whole. */
export interface Manifest {
  /** ISO 8601 UTC. */
  readonly made: string
  /** Version of Dateline that made it. */
  readonly dateline: string
  /** Format of the archive. */
  readonly archiveFormat: number
  readonly articles: number
  readonly savedQueries: number
  readonly corrections: number
  readonly files: readonly BackupFile[]
}

export interface BackupFile {
  /** Relative to the data folder and to the backup, with `/`. */
  readonly name: string
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

export const manifestName = 'manifest.json'

const manifestFormat = 1

/** Only these are ever copied, so a manifest cannot name a file elsewhere. */
const fileNames = /^(?:archive\.sqlite|user\.sqlite|corrections\.jsonl|set-aside\/\w[\w.-]*)$/

/** A manifest as its file has it. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify({ format: manifestFormat, ...manifest }, undefined, 2)}\n`
}

/** Reads the manifest of a backup. Throws UsageError for a folder that has none, or one of another kind. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, manifestName)
  const read = parse(path)
  const fields = typeof read === 'object' && read !== null ? { ...read } : {}
  if (!isManifest(fields))
    throw new UsageError(
      `${path} is damaged, or was written by another version of Dateline. Take another backup.`,
    )
  return fields
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw new UsageError(
      `${path} cannot be read, so that folder is no backup. Name the folder that npm run index -- backup made.`,
      { cause },
    )
  }
}

function isManifest(
  fields: Readonly<Record<string, unknown>>,
): fields is Record<string, unknown> & Manifest {
  const numbers = ['archiveFormat', 'articles', 'savedQueries', 'corrections']
  return (
    fields['format'] === manifestFormat &&
    typeof fields['made'] === 'string' &&
    numbers.every((name) => typeof fields[name] === 'number') &&
    Array.isArray(fields['files']) &&
    fields['files'].every(isFile)
  )
}

function isFile(value: unknown): value is BackupFile {
  if (typeof value !== 'object' || value === null) return false
  const { name, bytes, sha256 }: Readonly<Record<string, unknown>> = { ...value }
  return (
    typeof name === 'string' &&
    fileNames.test(name) &&
    typeof bytes === 'number' &&
    typeof sha256 === 'string'
  )
}
