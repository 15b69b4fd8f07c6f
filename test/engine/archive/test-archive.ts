import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Archive } from '../../../engine/archive/archive.ts'
import type { Identity } from '../../../engine/archive/identity.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import type { Entry, Outcome } from '../../../engine/archive/write.ts'
import type { Facets } from '../../../engine/article.ts'

/** An archive in a folder of its own, with its lease. */
export interface TestArchive {
  readonly archive: Archive
  readonly lease: Lease
  readonly dataDir: string
  commit(entry: Entry): Outcome
  /** Closes it and deletes its folder. */
  remove(): void
}

export function openTestArchive(): TestArchive {
  const dataDir = mkdtempSync(join(tmpdir(), 'dateline-archive-'))
  const lease = acquireLease(dataDir, 'a test')
  const archive = new Archive(dataDir)
  return {
    archive,
    lease,
    dataDir,
    commit: (entry) => {
      const [outcome] = archive.commit(lease, [entry])
      if (!outcome) throw new Error('No outcome for the entry.')
      return outcome
    },
    remove: () => {
      archive.close()
      lease.release()
      rmSync(dataDir, { recursive: true })
    },
  }
}

export const noFacets: Facets = { people: [], places: [], weapons: [], outlet: [], cites: [] }

/** An entry with what a test says about it; `file` is that of a single article. */
export function record(
  said: Partial<Omit<Identity, 'path'>> & {
    readonly file?: string
    readonly title?: string
    readonly text?: string
    readonly sample?: boolean
    readonly processing?: string
    readonly facets?: Facets
  },
): Entry {
  const title = said.title ?? 'A headline'
  const text = said.text ?? 'A text.'
  const bytes = Buffer.from(`${title}\n${text}`)
  const url = said.url ?? ''
  const facets = said.facets ?? noFacets
  return {
    article: { title, text, url, outlet: '', published: '', authors: [], language: '', facets },
    identity: { url, given: said.given, path: said.file ?? '' },
    origin: said.file ?? said.given?.source ?? 'somewhere',
    original: {
      bytes,
      mediaType: 'text/plain',
      hash: createHash('sha256').update(bytes).digest('hex'),
    },
    sample: said.sample ?? false,
    processing: said.processing ?? 'v1',
  }
}
