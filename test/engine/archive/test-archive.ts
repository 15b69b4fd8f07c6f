import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Archive } from '../../../engine/archive/archive.ts'
import type { Identity } from '../../../engine/archive/identity.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import type { Entry, Outcome } from '../../../engine/archive/write.ts'
import type { Facets } from '../../../engine/article.ts'
import { withoutDates } from '../../without-dates.ts'

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

interface Said {
  readonly url: string
  readonly given: Identity['given']
  /** The file of a single article. */
  readonly file: string
  readonly title: string
  readonly text: string
  readonly sample: boolean
  readonly processing: string
  readonly facets: Facets
}

const unsaid: Said = {
  url: '',
  given: undefined,
  file: '',
  title: 'A headline',
  text: 'A text.',
  sample: false,
  processing: 'v1',
  facets: noFacets,
}

/** An entry with what a test says about it. */
export function record(said: Partial<Said>): Entry {
  const { url, given, file, title, text, sample, processing, facets } = { ...unsaid, ...said }
  const bytes = Buffer.from(`${title}\n${text}`)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return {
    article: {
      title,
      text,
      url,
      outlet: '',
      published: '',
      authors: [],
      language: '',
      ...withoutDates,
      facets,
    },
    identity: { url, given, path: file },
    origin: file === '' ? (given?.source ?? 'somewhere') : file,
    original: { bytes, mediaType: 'text/plain', hash },
    sample,
    processing,
  }
}
