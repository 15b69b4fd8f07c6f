import type { Capability, SearchEngine, SearchRequest } from '../../engine/search-engine.ts'

/** How many articles were published when. */
export interface PeriodCounts {
  readonly total: number
  readonly capability: Capability
  /** By `YYYY-MM`. */
  readonly months: ReadonlyMap<string, number>
  /** By `YYYY`; articles dated to their year alone are here only. */
  readonly years: ReadonlyMap<string, number>
  readonly undated: number
  readonly yearOnly: number
}

/** Counts what a request finds by months and years, whatever its period; one search, two where some article has no month. Throws EngineUnavailable. */
export async function countPeriods(
  engine: Pick<SearchEngine, 'search'>,
  asked: SearchRequest,
  signal: AbortSignal,
): Promise<PeriodCounts> {
  const request = { ...asked, from: '', to: '', page: 1, pageSize: 0, facetSize: 0 }
  const byMonth = await engine.search({ ...request, timeline: 'month' }, signal)
  const { total, capability } = byMonth
  const months = new Map(byMonth.timeline.counts.map(({ period, count }) => [period, count]))
  const withMonth = sum(months)
  const years =
    withMonth === total
      ? yearsOf(months)
      : new Map(
          (await engine.search({ ...request, timeline: 'year' }, signal)).timeline.counts.map(
            ({ period, count }) => [period, count],
          ),
        )
  const dated = sum(years)
  return {
    ...{ total, capability, months, years },
    undated: Math.max(0, total - dated),
    yearOnly: Math.max(0, dated - withMonth),
  }
}

function yearsOf(months: ReadonlyMap<string, number>): Map<string, number> {
  const years = new Map<string, number>()
  for (const [month, count] of months) {
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + count)
  }
  return years
}

/** How many articles there are in all of these periods. */
export function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}
