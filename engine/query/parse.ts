import type { Warning } from '../search-engine.ts'
import type { Query } from './query.ts'

export interface ParsedQuery {
  readonly query: Query
  /** What could not be understood and is searched literally, with its place in the text. */
  readonly warnings: readonly Warning[]
}
