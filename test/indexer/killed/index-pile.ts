import { join } from 'node:path'
import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import type { SearchEngine } from '../../../engine/search-engine.ts'
import { indexPaths, loadLists, silentProgress, type Lists } from '../../../indexer/pipeline.ts'
import { writePile } from './pile.ts'

/** What indexing the pile needs. */
export interface PileDesk {
  readonly input: string
  readonly archive: Archive
  readonly engine: SearchEngine
  /** Indexes the pile as it is in a phase. */
  index(phase: number): Promise<void>
  close(): Promise<void>
}

/** Opens archive and engine of `<folder>/<name>`; the pile is in `<folder>/in`, the lists in `<folder>/lists`. */
export async function openPileDesk(folder: string, name: string): Promise<PileDesk> {
  const lists: Lists = loadLists(join(folder, 'lists'))
  const dataDir = join(folder, name)
  const lease = acquireLease(dataDir, 'a test')
  const archive = new Archive(dataDir)
  const engine = await openEngine({ kind: 'embedded' }, archive)
  const input = join(folder, 'in')
  return {
    ...{ input, archive, engine },
    index: async (phase) => {
      writePile(input, phase)
      await indexPaths({
        ...{ paths: [input], archive, engine, lease, lists, sample: false },
        // Processes for the articles would take longer to start than this one lives.
        ...{ progress: silentProgress, atOnce: 12, fewest: Infinity },
      })
    },
    close: async () => {
      await engine.close()
      archive.close()
      lease.release()
    },
  }
}
