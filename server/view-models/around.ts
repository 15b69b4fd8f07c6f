import { reachableHits } from '../../engine/search-engine.ts'
import type { Around } from '../around.ts'
import { pageSize, withPage, type SearchState } from '../search-state.ts'
import { counted, number } from './counting.ts'
import { articleLink, searchLink } from './links.ts'
import { shownTitle } from './shown-title.ts'

/** The way through the results from an article's page. */
export interface AroundView {
  /** `Result 8 of 123`; '' where the article has left its place. */
  readonly label: string
  /** What has changed since, or why the way ends; '' for nothing. */
  readonly note: string
  readonly previous: NeighbourView | undefined
  readonly next: NeighbourView | undefined
}

interface NeighbourView {
  readonly title: string
  readonly href: string
}

/** Undefined where the article was not reached from results. */
export function buildAround(
  around: Around | undefined,
  state: SearchState,
): AroundView | undefined {
  if (!around) return undefined
  const { at, asked, results, bound, previous, next } = around
  if (at === 0) return { label: '', note: noteOnLoss(asked), previous: undefined, next: undefined }
  const total = bound === 'exact' ? number(results) : `${bound} ${number(results)}`
  const link = (neighbour: Around['next'], place: number) =>
    neighbour && {
      title: shownTitle(neighbour.title),
      href: articleLink(neighbour.id, onPageOf(state, place), place),
    }
  return {
    label: `Result ${number(at)} of ${total}`,
    note: noteOn(around),
    previous: link(previous, at - 1),
    next: link(next, at + 1),
  }
}

/** The page of results that the article stands on. */
export function backToResults(state: SearchState, around: Around | undefined): string {
  const place = around && around.at > 0 ? around.at : 0
  return searchLink(place === 0 ? state : onPageOf(state, place))
}

function onPageOf(state: SearchState, place: number): SearchState {
  return withPage(state, Math.ceil(place / pageSize))
}

function noteOnLoss(asked: number): string {
  return `The results have changed since: this article is not near place ${number(asked)} any more.`
}

function noteOn({ at, asked, results }: Around): string {
  if (at !== asked) return `The results have changed since: it was result ${number(asked)}.`
  return at === reachableHits && results > reachableHits
    ? `Only the first ${counted(reachableHits, 'result')} can be gone through.`
    : ''
}
