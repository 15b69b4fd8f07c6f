import type { Archive } from '../../engine/archive/archive.ts'
import { openExisting } from '../../engine/archive/open-existing.ts'
import { engineChoice, openEngine } from '../../engine/open-engine.ts'
import type { SearchEngine } from '../../engine/search-engine.ts'
import type { CommandLine } from '../../engine/settings.ts'

/** What a command that only reads works on. */
export interface Reading {
  readonly archive: Archive
  readonly engine: SearchEngine
}

/**
 * Opens archive and engine without the lease, and closes them whatever happens: others may write meanwhile. Throws ArchiveUnreadable
 * where there is no archive.
 */
export async function reading<T>(
  { settings }: CommandLine,
  work: (reading: Reading) => Promise<T>,
): Promise<T> {
  const archive = openExisting(settings.DATA_DIR)
  try {
    const engine = await openEngine(engineChoice(settings), archive)
    try {
      return await work({ archive, engine })
    } finally {
      await engine.close()
    }
  } finally {
    archive.close()
  }
}
