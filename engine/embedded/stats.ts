import type { DatabaseSync } from 'node:sqlite'
import type { Archive } from '../archive/archive.ts'
import type { EngineStats } from '../search-engine.ts'
import { currentGeneration } from './generations.ts'
import { IndexUnusable } from './index-fault.ts'
import { openChecked, openForReading, readState } from './index-file.ts'
import { indexUnavailable } from './unavailable.ts'

/** Tells what the generation in use holds. */
export class IndexStats {
  readonly #archive: Archive
  /** The generation whose tables were found sound: once is enough. */
  #checked: number | undefined

  constructor(archive: Archive) {
    this.#archive = archive
  }

  /** The generation in use, 0 for none, and the last change that it has. Throws like `read`. */
  position(): { readonly generation: number; readonly applied: number } {
    return { generation: currentGeneration(this.#archive) ?? 0, applied: this.read().change }
  }

  /** Throws EngineUnavailable when the index cannot be used, or belongs to an archive that was put back to an older copy. */
  read(): EngineStats {
    const generation = currentGeneration(this.#archive)
    const none = {
      engine: 'embedded',
      version: process.versions['sqlite'] ?? '',
      articles: 0,
      change: 0,
    } as const
    if (generation === undefined) return none
    try {
      const { applied, articles } = this.#state(generation)
      return { ...none, articles, change: applied }
    } catch (cause) {
      throw indexUnavailable('read', this.#archive, cause)
    }
  }

  #state(generation: number) {
    let db: DatabaseSync | undefined
    try {
      const open = this.#checked === generation ? openForReading : openChecked
      db = open(this.#archive.dataDir, generation)
      this.#checked = generation
      const state = readState(db)
      if (this.#archive.changeMark(state.applied) === state.mark) return state
      throw new IndexUnusable('The archive was put back to an older copy than the search index.')
    } finally {
      db?.close()
    }
  }
}
