import { periodOf } from '../engine/dates.ts'
import type { TimelineUnit } from '../engine/search-engine.ts'
import type { Overview } from './overview.ts'
import type { SearchState } from './search-state.ts'

/** About three months: more days than this are too narrow to hit. */
const mostDaysDrawn = 92
/** More years than this have too many months. */
export const mostYearsByMonth = 15

/** By what the timeline of a search is drawn: days in a period of three months at most, years where it covers more than fifteen. */
export function chooseUnit({ from, to }: SearchState, archive: Overview['years']): TimelineUnit {
  const [begin, end] = [periodOf(from), periodOf(to)]
  if (begin && end && end.last - begin.first < mostDaysDrawn) return 'day'
  if (!archive) return 'month'
  const first = Math.max(archive.first, yearOf(from, archive.first))
  const last = Math.min(archive.last, yearOf(to, archive.last))
  return last - first < mostYearsByMonth ? 'month' : 'year'
}

function yearOf(date: string, otherwise: number): number {
  return date === '' ? otherwise : Number(date.slice(0, 4))
}
