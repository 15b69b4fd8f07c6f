import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import { fromUrl } from '../search-state.ts'
import { showMoment } from '../show-date.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import type { NameOf } from '../names.ts'
import { number } from './counting.ts'
import { describeConditions } from './describe-search.ts'
import { buildLayout, type Layout } from './layout.ts'
import { describeProblem } from './search-page.ts'

/** Everything that the page of saved queries prints. */
export interface SavedPage {
  readonly layout: Layout
  readonly queries: readonly SavedLine[]
  /** Why there are no counts; '' when there are. */
  readonly withoutCounts: string
  readonly formToken: string
}

export interface SavedLine {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly total: string
  readonly news: string
  readonly hasNews: boolean
  readonly opened: string
  readonly openedIso: string
  /** What of it can no longer be read as it was meant. */
  readonly flags: readonly string[]
}

/** How many articles a saved query finds, and how many of them are new since it was last opened. */
export interface SavedCounts {
  readonly total: number
  readonly news: number
}

/** A saved query; without counts when there is no search engine to count. */
export interface CountedQuery {
  readonly saved: SavedQuery
  readonly counts: SavedCounts | undefined
}

export function buildSavedPage(
  queries: readonly CountedQuery[],
  withoutCounts: string,
  formToken: string,
  nameOf: NameOf,
): SavedPage {
  return {
    layout: buildLayout('Saved queries', 'saved'),
    queries: queries.map(({ saved, counts }) => buildLine(saved, counts, nameOf)),
    withoutCounts,
    formToken,
  }
}

function buildLine(saved: SavedQuery, counts: SavedCounts | undefined, nameOf: NameOf): SavedLine {
  const { state, problems } = fromUrl(saved.search)
  const { query, warnings } = parse(state.q)
  const conditions = describeConditions(state, nameOf)
  return {
    id: saved.id,
    name: saved.name,
    description: [
      'Articles',
      [explain(query), ...conditions].filter((part) => part !== '').join(', '),
    ].join(' '),
    total: counts ? number(counts.total) : '–',
    news: counts ? number(counts.news) : '–',
    hasNews: counts !== undefined && counts.news > 0,
    opened: showMoment(saved.opened),
    openedIso: saved.opened,
    flags: [...problems.map(describeProblem), ...warnings.map(({ message }) => message)],
  }
}
