import { noValue } from '../../engine/article.ts'
import type { FacetCount } from '../../engine/search-engine.ts'
import type { SearchState } from '../search-state.ts'

/** So many outlets stand side by side at most. */
export const mostCompared = 6
/** So many are compared where none is named. */
const byDefault = 5
/** Outlets offered besides. */
const mostOffered = 8

/** Which outlets are compared. */
export interface Choice {
  readonly ids: readonly string[]
  /** What the reader should know of it; '' for nothing. */
  readonly notice: string
}

/** Those that the address names, as many as fit; else those with the most articles. `counts` are of all outlets, most frequent first. */
export function chooseOutlets(state: SearchState, counts: readonly FacetCount[]): Choice {
  const named = state.filters.outlet.include.filter((id) => id !== noValue)
  if (named.length > mostCompared)
    return {
      ids: named.slice(0, mostCompared),
      notice: `At most ${mostCompared} outlets stand side by side; the others are left out.`,
    }
  if (named.length === 1)
    return { ids: named, notice: 'Choose another outlet to compare this one with.' }
  if (named.length > 1) return { ids: named, notice: '' }
  const top = counts.filter(({ id, excluded }) => id !== noValue && !excluded).slice(0, byDefault)
  return { ids: top.map(({ id }) => id), notice: '' }
}

/** Other outlets with the most articles, to be added. */
export function offerOutlets(
  chosen: readonly string[],
  counts: readonly FacetCount[],
): FacetCount[] {
  return counts
    .filter(({ id, excluded }) => id !== noValue && !excluded && !chosen.includes(id))
    .filter(({ count }) => count > 0)
    .slice(0, mostOffered)
}
