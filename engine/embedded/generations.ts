import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { isOpen } from '../archive/is-open.ts'
import type { Lease } from '../archive/lease.ts'

/*
 * An index generation is a folder `index/<number>/` with one database. Settings of the archive name the one in use and the one that
 * is being built; both change in one transaction of SQLite each. A number is never used twice, so whoever has a generation
 * open can never find another under its name.
 */
const inUse = 'embedded index generation'
const beingBuilt = 'embedded index being built'

/** The generation in use; undefined when nothing has been indexed yet. */
export function currentGeneration(archive: Archive): number | undefined {
  return numberIn(archive, inUse)
}

/** The generation that somebody is building beside the one in use, or had begun to build when it was interrupted. */
export function unfinishedGeneration(archive: Archive): number | undefined {
  const generation = numberIn(archive, beingBuilt)
  // Whoever finished it may have been killed before saying so.
  return generation === currentGeneration(archive) ? undefined : generation
}

/** Reserves the number of a new generation. */
export function beginGeneration(archive: Archive, lease: Lease): number {
  const taken = [currentGeneration(archive) ?? 0, unfinishedGeneration(archive) ?? 0]
  const next = Math.max(...taken, ...foldersOf(archive.dataDir)) + 1
  archive.setSetting(lease, beingBuilt, String(next))
  return next
}

/** Has all readers use a generation from their next request on. */
export function switchTo(archive: Archive, lease: Lease, generation: number): void {
  archive.setSetting(lease, inUse, String(generation))
}

/** Notes that no generation is being built any more. */
export function endBuilding(archive: Archive, lease: Lease): void {
  archive.setSetting(lease, beingBuilt, '')
}

/** Deletes the generations that are of no use any more, but for those that somebody still has open. For the holder of the lease. */
export function dropFormerGenerations(archive: Archive): void {
  const kept = [currentGeneration(archive), unfinishedGeneration(archive)]
  for (const generation of foldersOf(archive.dataDir)) {
    if (kept.includes(generation) || isOpen(generationFile(archive.dataDir, generation))) continue
    const folder = join(indexFolder(archive.dataDir), String(generation))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The database of a generation. */
export function generationFile(dataDir: string, generation: number): string {
  return join(indexFolder(dataDir), String(generation), 'index.sqlite')
}

const indexFolder = (dataDir: string) => join(dataDir, 'index')

function numberIn(archive: Archive, setting: string): number | undefined {
  const value = archive.setting(setting) ?? ''
  return value === '' ? undefined : Number(value)
}

function foldersOf(dataDir: string): number[] {
  if (!existsSync(indexFolder(dataDir))) return []
  return readdirSync(indexFolder(dataDir))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}
