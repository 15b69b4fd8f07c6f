import type { SearchAnswer } from '../../engine/search-engine.ts'
import { facetTable } from '../facets.ts'
import type { SearchState } from '../search-state.ts'
import { countedTotal } from './counting.ts'
import { hiddenFields, type HiddenField } from './layout.ts'
import { searchLink } from './links.ts'

/** The form of a page's filters, for its template and for a script that applies them without loading the page anew. */
export interface Narrowing {
  readonly action: string
  /** Everything that the page depends on and the form's own fields do not say. */
  readonly hidden: readonly HiddenField[]
  /** The page's own address, without anything that is at its default. */
  readonly here: string
  /** Said to those who do not see the list change. */
  readonly found: string
}

/** The filters of the search page: every value that is chosen is a field of the form. */
export function buildNarrowing(
  state: SearchState,
  answer: Pick<SearchAnswer, 'total' | 'capability'>,
): Narrowing {
  const shown = facetTable.flatMap(({ parameter }) => [
    parameter,
    `-${parameter}`,
    `${parameter}.match`,
  ])
  return {
    action: '/search',
    hidden: hiddenFields(state, [...shown, 'page']),
    here: searchLink(state),
    found: countedTotal(answer),
  }
}
