import { facetNames, type FacetName, type StoredArticle } from '../../../engine/article.ts'
import { byFacet } from '../../../engine/by-facet.ts'

/** A value or a period and how many of the exported articles have it. */
export interface Counted {
  readonly label: string
  readonly count: number
}

/** The most frequent values of a facet, and how many there are in all. */
export interface FacetTally {
  readonly values: readonly Counted[]
  readonly different: number
}

const mostValues = 15
/** A longer timeline is told by year. */
const mostMonths = 36

/** Counts the exported articles as they pass. Memory grows with the number of different values, not with that of articles. */
export class Tally {
  articles = 0
  undated = 0
  readonly #facets: Readonly<Record<FacetName, Map<string, Count>>> = byFacet(() => new Map())
  readonly #months = new Map<string, number>()

  add(article: StoredArticle): void {
    this.articles++
    for (const facet of facetNames) {
      for (const { id, name } of article.facets[facet]) count(this.#facets[facet], id, name)
    }
    const month = article.published.slice(0, 7)
    if (month === '') this.undated++
    else this.#months.set(month, (this.#months.get(month) ?? 0) + 1)
  }

  /** The most frequent first, ties in alphabetical order. */
  facet(facet: FacetName): FacetTally {
    const values = [...this.#facets[facet].values()]
    return {
      values: values
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
        .slice(0, mostValues),
      different: values.length,
    }
  }

  /** In order, by month where they are few, periods without an article left out; articles dated to their year stand under it. */
  timeline(): readonly Counted[] {
    const months = [...this.#months].sort(([a], [b]) => (a < b ? -1 : 1))
    if (months.length <= mostMonths) return months.map(([label, n]) => ({ label, count: n }))
    const years = new Map<string, number>()
    for (const [month, n] of months) {
      const year = month.slice(0, 4)
      years.set(year, (years.get(year) ?? 0) + n)
    }
    return [...years].map(([label, n]) => ({ label, count: n }))
  }
}

interface Count {
  readonly label: string
  count: number
}

function count(counts: Map<string, Count>, id: string, label: string): void {
  const counted = counts.get(id)
  if (counted) counted.count++
  else counts.set(id, { label, count: 1 })
}
