import type { Archive } from '../../engine/archive/archive.ts'
import type { SearchEngine } from '../../engine/search-engine.ts'
import type { Store } from '../store/store.ts'

/** What a saved query is asked of. */
export interface Asked {
  readonly engine: SearchEngine
  readonly archive: Archive
}

/** The same with what is kept of saved queries. */
export interface RecordParts extends Asked {
  readonly store: Store
}
