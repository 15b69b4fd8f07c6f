import type { FacetValuesRequest } from '../search-engine.ts'
import { countAll } from './all-values.ts'
import { corrected, countQuery, countsOf, isCutOff, valueQuery, valuesOf } from './counts.ts'
import type { CountedValue } from '../list-values.ts'
import type { Filter } from './filter.ts'
import { searchAll, type Searched } from './server.ts'
import { filterFor, valueView, viewsOf, type ValueView } from './views.ts'

/** Values of a facet with their counts. */
export interface CountedValues {
  /** Those that have an article. */
  readonly values: readonly CountedValue[]
  /** Whether none that is wanted is missing. */
  readonly complete: boolean
}

/** So many values are counted one by one rather than with all others. */
const mostSingly = 400

/**
 * Counts the values of one facet as `search` does. Where Meilisearch's list was cut off, those that are wanted and missing are counted
 * one by one, or all values in parts of the archive when they are many or all are wanted.
 */
export async function countValues(
  searched: Searched,
  base: Filter,
  { search, facet }: FacetValuesRequest,
  wantedIds: () => ReadonlySet<string> | undefined,
): Promise<CountedValues> {
  const { server, index } = searched
  const view = { filter: filterFor(facet, base, search), attributes: [facet] }
  const excluded = viewsOf(base, search).excluded.filter((each) => each.facet === facet)
  const results = await searchAll(server, index, [countQuery(view), ...excluded.map(valueQuery)])
  const listed = countsOf([view], results).get(facet) ?? new Map<string, number>()
  const whole = isCutOff(listed)
    ? await completed(searched, view.filter, facet, listed, wantedIds())
    : { counts: listed, complete: true }
  const counts = corrected(new Map([[facet, whole.counts]]), excluded, results.slice(1)).get(facet)
  return { values: valuesOf(counts), complete: whole.complete }
}

async function completed(
  searched: Searched,
  filter: Filter,
  facet: FacetValuesRequest['facet'],
  listed: ReadonlyMap<string, number>,
  wanted: ReadonlySet<string> | undefined,
): Promise<{ readonly counts: ReadonlyMap<string, number>; readonly complete: boolean }> {
  const missing = wanted && [...wanted].filter((id) => !listed.has(id))
  if (!missing || missing.length > mostSingly) {
    const all = await countAll(searched, filter, facet)
    // Meilisearch's own list is right as far as it goes, also where the parts were too many.
    return { counts: new Map([...all.counts, ...listed]), complete: all.complete }
  }
  const views = missing.map((id) => valueView(facet, id, filter))
  const results = await searchAll(searched.server, searched.index, views.map(valueQuery))
  return {
    counts: withSingle(
      listed,
      views,
      results.map(({ total }) => total),
    ),
    complete: true,
  }
}

function withSingle(
  listed: ReadonlyMap<string, number>,
  views: readonly ValueView[],
  totals: readonly number[],
): Map<string, number> {
  return new Map([...listed, ...views.map(({ id }, i) => [id, totals[i] ?? 0] as const)])
}
