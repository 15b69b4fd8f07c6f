import type { SearchAnswer } from '../../engine/search-engine.ts'
import { withoutDate, withPeriod, type SearchState } from '../search-state.ts'
import { boundedNumber } from './counting.ts'
import { searchLink } from './links.ts'

/** The articles that no timeline can draw: to them, or back to all. */
export interface UndatedLink {
  readonly label: string
  readonly href: string
}

export function buildUndated(
  state: SearchState,
  undated: Pick<SearchAnswer, 'total' | 'capability'> | undefined,
): UndatedLink | undefined {
  if (state.dating === 'undated')
    return {
      label: 'With any date, or none',
      href: searchLink(withPeriod(state, '', '')),
    }
  return (
    undated && {
      label: `${boundedNumber(undated.total, undated.capability.bound)} without a date`,
      href: searchLink(withoutDate(state)),
    }
  )
}
