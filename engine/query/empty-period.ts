import { periodOf } from '../dates.ts'
import type { Warning } from '../search-engine.ts'
import type { Query } from './query.ts'

/** An operand and where it is typed. */
export interface PlacedQuery {
  readonly query: Query | undefined
  readonly start: number
  readonly end: number
}

/** What to say of operands that are all required where no day is in all of their periods; undefined where one is. */
export function emptyPeriod(operands: readonly PlacedQuery[]): Warning | undefined {
  const placed = operands.filter(({ query }) => query?.kind === 'dates')
  const periods = placed.flatMap(({ query }) => (query?.kind === 'dates' ? [query] : []))
  const firsts = periods.flatMap(({ from }) => periodOf(from)?.first ?? [])
  const lasts = periods.flatMap(({ to }) => periodOf(to)?.last ?? [])
  if (Math.max(...firsts) <= Math.min(...lasts)) return undefined
  const areOpen = periods.every(({ from, to }) => from === '' || to === '')
  return {
    message: areOpen
      ? 'This period ends before it begins, so that no article is in it; after: wants the earlier date.'
      : 'No day is in all of these periods; for any of them write OR between them.',
    start: Math.min(...placed.map(({ start }) => start)),
    end: Math.max(...placed.map(({ end }) => end)),
  }
}
