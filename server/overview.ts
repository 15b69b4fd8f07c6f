import { everything, type SearchEngine } from '../engine/search-engine.ts'

/** What decides how any search is shown. */
export interface Overview {
  /** The first and the last year in which an article was published; undefined without a dated article. */
  readonly years: { readonly first: number; readonly last: number } | undefined
  /** Whether any article has no known date. */
  readonly hasUndated: boolean
  /** Whether any article has a near-duplicate. */
  readonly hasFamilies: boolean
}

const keptFor = 60_000

/**
 * Looks over the archive when first asked, and again behind the back of whoever asks more than a minute later: it seldom changes.
 * Throws EngineUnavailable.
 */
export function overviewOf(engine: Pick<SearchEngine, 'search'>): () => Promise<Overview> {
  let looked = 0
  let known: Promise<Overview> | undefined
  const look = () => {
    looked = Date.now()
    const next = lookOver(engine)
    known ??= next
    next.then(
      () => (known = next),
      // What is known stays; where nothing is, the next reader asks again.
      () => {
        if (known === next) known = undefined
      },
    )
    return known
  }
  return () => (known && Date.now() - looked < keptFor ? known : look())
}

async function lookOver(engine: Pick<SearchEngine, 'search'>): Promise<Overview> {
  const { timeline, total, groups } = await engine.search({
    ...everything,
    groupBy: 'family',
    timeline: 'year',
    pageSize: 0,
    facetSize: 0,
  })
  const [first, last] = [timeline.counts[0], timeline.counts.at(-1)]
  return {
    years: first && last && { first: Number(first.period), last: Number(last.period) },
    hasUndated: timeline.counts.reduce((sum, { count }) => sum + count, 0) < total,
    hasFamilies: groups < total,
  }
}
