import { randomBytes } from 'node:crypto'
import type { Archive } from '../archive/archive.ts'
import type { Lease } from '../archive/lease.ts'
import { analysisVersion, listsVersion } from '../text/analyse.ts'
import { indexFormat } from './index-settings.ts'

const setting = 'meilisearch-index'

/**
 * The index of an archive, e.g. `dateline-5f0c2a9e-2-4-0c9e11ab`; undefined before the first sync.
 * Several archives may share a server, so the name holds a number drawn by the archive; and the versions of format, analysis and
 * lists, so that a new version builds an index of its own and never reads one whose terms it does not understand.
 */
export function indexName(archive: Archive, prefix: string): string | undefined {
  const drawn = archive.setting(setting)
  return drawn === undefined ? undefined : versioned(prefix, drawn)
}

/** The same, drawing the archive's number when it has none yet. */
export function claimIndexName(archive: Archive, lease: Lease, prefix: string): string {
  const known = indexName(archive, prefix)
  if (known !== undefined) return known
  const drawn = randomBytes(4).toString('hex')
  archive.setSetting(lease, setting, drawn)
  return versioned(prefix, drawn)
}

/** Where an index is built that is to take the place of another. */
export const nextName = (index: string) => `${index}-next`

/** Whether an index belongs to the same archive, but to another version of format, analysis or lists. */
export function isFormerIndex(name: string, current: string): boolean {
  const versions = /(-\d+-\d+(?:-[0-9a-f]{8})?)(?:-next)?$/
  const [own, other] = [versions.exec(current), versions.exec(name)]
  if (!own || !other) return false
  return current.slice(0, own.index) === name.slice(0, other.index) && own[1] !== other[1]
}

const versioned = (prefix: string, drawn: string) =>
  `${prefix}-${drawn}-${indexFormat}-${analysisVersion}-${listsVersion}`
