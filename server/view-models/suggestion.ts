import { print } from '../../engine/query/print.ts'
import { addValue } from '../filters.ts'
import { withQuery, type SearchState } from '../search-state.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import type { SuggestedValue } from '../suggestions/suggest-values.ts'
import type { SuggestedWord } from '../suggestions/suggest-words.ts'
import { counted } from './counting.ts'
import { searchLink } from './links.ts'

/** What may be meant by what stands in the search box. */
export interface Suggestion {
  /** `person`, `place`, `weapon`, `outlet`, `medium`, `word` or `saved query` */
  readonly kind: string
  readonly text: string
  /** What it is, and what choosing it does: `person, 743 articles: narrow to them`. */
  readonly note: string
  /** The search that choosing it leads to. */
  readonly href: string
  /** The same as it can be typed; '' for a saved query. */
  readonly q: string
}

/** A name becomes a filter, in place of the words that it was found by. */
export function showValue(
  state: SearchState,
  { facet, id, name, count, head }: SuggestedValue,
): Suggestion {
  const typed = print({ kind: 'facet', facet: facet.name, name })
  return {
    kind: facet.noun,
    text: name,
    note: `${facet.noun}, filter to ${counted(count, 'article')}`,
    href: searchLink(addValue(withQuery(state, head), facet.name, 'include', id)),
    q: head === '' ? typed : `${head} ${typed}`,
  }
}

/** A word is searched for in place of the last one. */
export function showWord(state: SearchState, { articles, q }: SuggestedWord): Suggestion {
  return {
    kind: 'word',
    text: q,
    note: `word in ${counted(articles, 'article')}`,
    href: searchLink(withQuery(state, q)),
    q,
  }
}

/** A saved query is another search: nothing is kept of the one in the box. */
export function showSaved({ id, name, search }: SavedQuery): Suggestion {
  const parameters = search === '' ? '' : `${search}&`
  return {
    kind: 'saved query',
    text: name,
    note: 'saved query',
    href: `/search?${parameters}saved=${id}`,
    q: '',
  }
}
