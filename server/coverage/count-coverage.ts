import { parse } from '../../engine/query/parse.ts'
import { everything, type FacetCount, type SearchEngine } from '../../engine/search-engine.ts'
import { addValue } from '../filters.ts'
import { emptyState, toUrl } from '../search-state.ts'
import { takingTurns } from '../taking-turns.ts'
import { toCount, toRequest } from '../to-request.ts'
import { countPeriods, type PeriodCounts } from './count-periods.ts'
import type { CoverageState } from './coverage-state.ts'

/** What an outlet published, and what of it a search finds. */
export interface OutletCoverage {
  readonly id: string
  readonly name: string
  readonly found: PeriodCounts
  /** All that the archive has of it; the same where nothing is searched for. */
  readonly all: PeriodCounts
}

/** The coverage of some outlets. */
export interface Coverage {
  /** Of all outlets together. */
  readonly found: PeriodCounts
  readonly all: PeriodCounts
  readonly outlets: readonly OutletCoverage[]
  /** How many outlets there are, of which these are a part. */
  readonly total: number
  /** Whether only some of the archive is counted, so that shares say something. */
  readonly isSearch: boolean
}

/** Which outlets are counted: the most frequent first. */
interface Stretch {
  readonly offset: number
  readonly limit: number
}

/** Counts the coverage of a stretch of the outlets. Throws EngineUnavailable. */
export type CountCoverage = (
  state: CoverageState,
  stretch: Stretch,
  signal: AbortSignal,
) => Promise<Coverage>

/** Searches that all tables together may have going on: other readers wait behind two at most. */
const atOnce = 2
/** Outlets whose whole coverage is kept. */
const mostKept = 2_000

/** Counts exactly, a search for each outlet; what an outlet published in all is kept until the index changes. */
export function coverageCounter(
  engine: Pick<SearchEngine, 'search' | 'facetValues' | 'stats'>,
): CountCoverage {
  const inTurn = takingTurns(atOnce)
  const wholes = new Map<string, PeriodCounts>()
  let keptOf = -1
  const forgetWhereChanged = async () => {
    const { change } = await engine.stats()
    if (change !== keptOf) wholes.clear()
    keptOf = change
  }
  return async (state, stretch, signal) => {
    await forgetWhereChanged()
    const search = { ...state.search, from: '', to: '' }
    const { query } = parse(search.q)
    const isSearch = toUrl(withoutOutlets(search)) !== ''
    const foundOf = (outlet: string) => {
      const within =
        outlet === '' ? search : addValue(withoutOutlets(search), 'outlet', 'include', outlet)
      return inTurn(() => countPeriods(engine, toRequest(within, query), signal))
    }
    const wholeOf = async (outlet: string) => {
      const kept = wholes.get(outlet)
      if (kept) return kept
      const within = outlet === '' ? emptyState : addValue(emptyState, 'outlet', 'include', outlet)
      const whole = await inTurn(() =>
        countPeriods(engine, toRequest(within, everything.query), signal),
      )
      if (wholes.size < mostKept) wholes.set(outlet, whole)
      return whole
    }
    const listed = await listOutlets(engine, state, stretch)
    const [found, all] = [await foundOf(''), await wholeOf('')]
    const outlets = await Promise.all(
      listed.values.map(async ({ id, value }) => {
        const whole = await wholeOf(id)
        return { id, name: value, all: whole, found: isSearch ? await foundOf(id) : whole }
      }),
    )
    return { found, all, outlets, total: listed.total, isSearch }
  }
}

/** A filter by outlets chooses rows; it makes no share of an outlet's articles. */
function withoutOutlets(search: CoverageState['search']): CoverageState['search'] {
  return { ...search, filters: { ...search.filters, outlet: emptyState.filters.outlet } }
}

async function listOutlets(
  engine: Pick<SearchEngine, 'facetValues'>,
  { search, find }: CoverageState,
  { offset, limit }: Stretch,
): Promise<{ values: readonly FacetCount[]; total: number }> {
  const { include } = search.filters.outlet
  const answer = await engine.facetValues({
    search: toCount(search, parse(search.q).query),
    ...{ facet: 'outlet', text: find, below: '', order: 'count' },
    ...(include.length > 0 ? { offset: 0, limit: 1_000 } : { offset, limit }),
  })
  const isRow = ({ selected, excluded }: FacetCount) =>
    !excluded && (include.length === 0 || selected)
  const values = answer.values.filter(isRow)
  return include.length > 0
    ? { values: values.slice(offset, offset + limit), total: values.length }
    : { values, total: answer.total }
}
