import { coverageLink } from '../coverage/coverage-state.ts'
import { listLink } from '../name-list/list-state.ts'
import { emptyState, withoutPlace, type SearchState } from '../search-state.ts'

/** A page that looks at a search in another way. */
export interface OtherView {
  readonly label: string
  readonly href: string
}

/** The pages that take a search along: a list of names within it, and its coverage. */
export function otherViews(state: SearchState): OtherView[] {
  const { sort, group } = emptyState
  const search = { ...withoutPlace(state), newer: state.newer, sort, group }
  return [
    { label: 'Coverage', href: coverageLink({ search, find: '', show: 'count', part: 1 }) },
    {
      label: 'Several names at once',
      href: listLink({ search, names: '', reading: 'queries', order: 'typed' }),
    },
  ]
}
