import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Archive } from '../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../engine/archive/lease.ts'
import { openEngine } from '../../engine/open-engine.ts'
import type { SearchAnswer, SearchEngine } from '../../engine/search-engine.ts'
import {
  indexPaths,
  loadLists,
  silentProgress,
  type RunOptions,
  type RunReport,
} from '../../indexer/pipeline.ts'
import { requestFor } from '../engine/contract-desk.ts'

/** An archive, its embedded engine and a folder for input, all in temporary folders. */
export interface Desk {
  readonly folder: string
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly lease: Lease
  /** Writes a file of the input folder; returns its path. */
  write(name: string, content: string | Uint8Array): string
  /** Indexes the input folder, or as `options` say. */
  index(options?: Partial<RunOptions>): Promise<RunReport>
  /** Searches all articles; '' finds every one. */
  search(query: string): Promise<SearchAnswer>
  close(): Promise<void>
}

export const lists = loadLists()

export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-input-'))
  const dataDir = mkdtempSync(join(tmpdir(), 'dateline-data-'))
  const lease = acquireLease(dataDir, 'a test')
  const archive = new Archive(dataDir)
  const engine = await openEngine({ kind: 'embedded' }, archive)
  return {
    folder,
    archive,
    engine,
    lease,
    write: (name, content) => {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    index: (options) =>
      indexPaths({
        ...{
          paths: [folder],
          archive,
          engine,
          lease,
          lists,
          sample: false,
          progress: silentProgress,
        },
        ...options,
      }),
    search: (query) => engine.search(requestFor(query, { pageSize: 20 })),
    close: async () => {
      await engine.close()
      archive.close()
      lease.release()
      rmSync(folder, { recursive: true })
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** A line of JSON for an article. */
export function jsonLine(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(fields)}\n`
}
