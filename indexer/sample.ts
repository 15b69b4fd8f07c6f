import { fileURLToPath } from 'node:url'
import type { Archive } from '../engine/archive/archive.ts'
import type { Lease } from '../engine/archive/lease.ts'
import type { SearchEngine } from '../engine/search-engine.ts'

/** The folder of the sample archive. */
export const sampleFolder = fileURLToPath(new URL('../seeds/articles', import.meta.url))

/**
 * What became of the sample in a data folder, kept as the archive's setting `sample`:
 * `loading` (a first start began to load it), `loaded`, `kept` (its reader wants it beside their own articles), `removed`,
 * `declined` (own articles came first, so it is never loaded).
 */
export type SampleState = 'loading' | 'loaded' | 'kept' | 'removed' | 'declined'

const settingName = 'sample'

/** Whether a start should load the sample: the data folder was never used, or the loading was interrupted. */
export function sampleIsDue(archive: Archive): boolean {
  return isUnused(archive) || archive.setting(settingName) === 'loading'
}

/** Whether its reader should be asked what is to become of the sample. */
export function sampleIsOpen(archive: Archive): boolean {
  return archive.setting(settingName) !== 'kept' && archive.sampleCount() > 0
}

/** Marks a data folder that was never used as one that needs no sample; otherwise does nothing. */
export function declineSample(archive: Archive, lease: Lease): void {
  if (isUnused(archive)) markSample(archive, lease, 'declined')
}

/** Notes what became of the sample, for later starts and runs. */
export function markSample(archive: Archive, lease: Lease, state: SampleState): void {
  archive.setSetting(lease, settingName, state)
}

/** Removes the sample articles from archive and index for good. Returns how many there were. */
export async function removeSample(
  archive: Archive,
  engine: SearchEngine,
  lease: Lease,
): Promise<number> {
  const removed = archive.remove(lease, archive.sampleIds())
  markSample(archive, lease, 'removed')
  await engine.sync(lease)
  return removed
}

function isUnused(archive: Archive): boolean {
  return archive.setting(settingName) === undefined && archive.lastSequence() === 0
}
