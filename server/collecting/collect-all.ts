import { toUrl, withoutPlace, type SearchState } from '../search-state.ts'
import { counted } from '../view-models/counting.ts'
import { mostAtOnce } from './collectable.ts'

/** How everything that a search finds is put into a collection. */
export interface CollectAll {
  /** The parameters of the search. */
  readonly search: string
  /** `Add all 123 results`; '' where there are too many, or none. */
  readonly label: string
  /** Why it cannot be done; '' where it can. */
  readonly refusal: string
}

export function collectAll(state: SearchState, total: number): CollectAll {
  const isTooMuch = total > mostAtOnce
  return {
    search: toUrl(withoutPlace(state)),
    label: isTooMuch || total === 0 ? '' : `Add all ${counted(total, 'article')}`,
    refusal: isTooMuch
      ? `At most ${mostAtOnce.toLocaleString('en-GB')} articles can be added at once; narrow the search to add all of it.`
      : '',
  }
}
