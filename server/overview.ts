import { everything, type SearchEngine } from '../engine/search-engine.ts'

/** What decides how any search is shown. */
export interface Overview {
  /** The first and the last year in which an article was published; undefined without a dated article. */
  readonly years: { readonly first: number; readonly last: number } | undefined
  /** Whether any article has a near-duplicate. */
  readonly hasFamilies: boolean
}

const keptFor = 60_000

/** Looks over the archive, at most once a minute because it seldom changes. Throws EngineUnavailable. */
export function overviewOf(engine: SearchEngine): () => Promise<Overview> {
  let asked = 0
  let overview: Promise<Overview> | undefined
  return () => {
    if (overview && Date.now() - asked < keptFor) return overview
    asked = Date.now()
    overview = lookOver(engine)
    // What failed is asked again the next time.
    overview.catch(() => (overview = undefined))
    return overview
  }
}

async function lookOver(engine: SearchEngine): Promise<Overview> {
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
    hasFamilies: groups < total,
  }
}
