import { randomBytes } from 'node:crypto'
import type { Archive } from '../archive/archive.ts'
import type { Lease } from '../archive/lease.ts'
import { analysisVersion } from '../text/analyse.ts'
import { indexFormat } from './index-settings.ts'

const setting = 'meilisearch-index'

/**
 * The index of an archive, e.g. `dateline-5f0c2a9e-1-1`; undefined before the first sync.
 * Several archives may share a server, so the name holds a number drawn by the archive; and the versions of format and analysis,
 * so that a new version builds an index of its own and never reads one whose terms it does not understand.
 */
export function indexName(archive: Archive, prefix: string): string | undefined {
  const drawn = archive.setting(setting)
  return drawn === undefined ? undefined : `${prefix}-${drawn}-${indexFormat}-${analysisVersion}`
}

/** The same, drawing the archive's number when it has none yet. */
export function claimIndexName(archive: Archive, lease: Lease, prefix: string): string {
  const known = indexName(archive, prefix)
  if (known !== undefined) return known
  const drawn = randomBytes(4).toString('hex')
  archive.setSetting(lease, setting, drawn)
  return `${prefix}-${drawn}-${indexFormat}-${analysisVersion}`
}

/** Whether an index belongs to the same archive, but to another version of format or analysis. */
export function isFormerIndex(name: string, current: string): boolean {
  const family = current.replace(/-\d+-\d+$/, '')
  return name !== current && name.replace(/-\d+-\d+$/, '') === family
}
