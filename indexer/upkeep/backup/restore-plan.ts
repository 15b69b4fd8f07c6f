import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { restoreMarkerPath } from '../../../engine/archive/data-folder.ts'
import { DatabaseUnusable } from '../../../engine/archive/open-database.ts'
import { syncToDisk } from '../sync-to-disk.ts'
import { readManifest } from './manifest.ts'

/*
 * A restore first copies the whole backup into the data folder, beside what is there, and checks the copy. Only then it sets a marker,
 * moves what was there away and the copies into its place: renamings, each of which is done or not. Until the marker is gone nothing
 * opens the archive, and the restore can go on from wherever it stopped.
 */

/** Where a restore keeps the copies until they are in their place, relative to the data folder. */
export const stagingName = 'restoring'

/** What the marker says. */
export interface RestoreMarker {
  /** The folder that what was there is moved to, relative to the data folder. */
  readonly aside: string
}

/** The marker of a restore that was interrupted, or goes on; undefined without one. */
export function readMarker(dataDir: string): RestoreMarker | undefined {
  const path = restoreMarkerPath(dataDir)
  if (!existsSync(path)) return undefined
  const aside = asideIn(readFileSync(path, 'utf8'))
  if (aside === undefined)
    throw new DatabaseUnusable(
      `${path} is damaged. What was there before is in a folder replaced-… beside it, the backup in ${stagingName}: put one of them in place by hand, then delete this file.`,
    )
  return { aside }
}

function asideIn(json: string): string | undefined {
  try {
    const read: unknown = JSON.parse(json)
    if (typeof read !== 'object' || read === null || !('aside' in read)) return undefined
    return basename(String(read.aside))
  } catch {
    return undefined
  }
}

/** Has nobody open the archive from now on. */
export function writeMarker(dataDir: string, marker: RestoreMarker): void {
  const path = restoreMarkerPath(dataDir)
  writeFileSync(`${path}.new`, JSON.stringify(marker), { flush: true })
  renameSync(`${path}.new`, path)
  syncToDisk(dataDir)
}

export function removeMarker(dataDir: string): void {
  rmSync(restoreMarkerPath(dataDir), { force: true })
  syncToDisk(dataDir)
}

/** Whether a data folder holds something that a restore would take the place of. */
export function isInUse(dataDir: string): boolean {
  return existsSync(dataDir) && readdirSync(dataDir).some((name) => userFiles.test(name))
}

const userFiles = /^(?:(?:archive|user)\.sqlite|corrections\.jsonl|set-aside)$/

/** All that belongs to the archive that is replaced, the index and the logs beside databases included. */
const replacedFiles =
  /^(?:(?:archive|user|vocabulary)\.sqlite(?:-\w+)?|corrections\.jsonl|set-aside|index)$/

/**
 * Puts the copies in place, one step at a time; begun anew it goes on from where it stopped. Each step is one renaming, so an
 * interruption between any two of them loses nothing.
 */
export function* placing(dataDir: string, { aside }: RestoreMarker): Generator<string, void> {
  const staging = join(dataDir, stagingName)
  const names = readManifest(staging).files.map(({ name }) => name)
  const waiting = names.filter((name) => existsSync(join(staging, name)))
  // As long as all wait, none is in its place, and whatever lies there is of before.
  if (waiting.length === names.length) yield* movingAside(dataDir, join(dataDir, aside))
  for (const name of waiting) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true })
    renameSync(join(staging, name), join(dataDir, name))
    yield name
  }
  syncToDisk(dataDir)
  removeMarker(dataDir)
  yield 'the marker'
  rmSync(staging, { recursive: true, force: true })
}

function* movingAside(dataDir: string, aside: string): Generator<string, void> {
  const names = readdirSync(dataDir).filter((name) => replacedFiles.test(name))
  if (names.length > 0) mkdirSync(aside, { recursive: true })
  for (const name of names) {
    renameSync(join(dataDir, name), join(aside, name))
    yield name
  }
}
