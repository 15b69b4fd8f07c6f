import type { Problem } from '../read-parameters.ts'
import type { ListState } from './list-state.ts'
import type { NameLines } from './read-lines.ts'
import type { FoundName } from './search-names.ts'

/** A list of names as asked for and answered. */
export interface NameList {
  readonly state: ListState
  readonly problems: readonly Problem[]
  readonly list: NameLines
  /** In the order of the list. */
  readonly found: readonly FoundName[]
}
