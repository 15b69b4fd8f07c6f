import { facetNames, type FacetName, type StoredArticle } from '../../../engine/article.ts'
import { byFacet } from '../../../engine/by-facet.ts'
import { periodsBetween } from '../../view-models/periods.ts'

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

  /** In order, without gaps: by month where there are few from the first to the last, by year else. Articles dated to their year stand under it. */
  timeline(): readonly Counted[] {
    const dated = [...this.#months.keys()].sort()
    const [first = '', last = ''] = [dated.find(isMonth), dated.findLast(isMonth)]
    const months = first === '' ? [] : periodsBetween('month', first, last)
    const isByYear = months.length > mostMonths || (first === '' && dated.length > 0)
    if (isByYear) return this.#years(dated)
    const years = dated.filter((period) => !isMonth(period))
    return [...months, ...years].sort().map((label) => this.#counted(label))
  }

  #years(dated: readonly string[]): readonly Counted[] {
    return periodsBetween('year', dated[0] ?? '', dated.at(-1) ?? '').map((year) => ({
      label: year,
      count: dated
        .filter((period) => period.startsWith(year))
        .reduce((sum, period) => sum + this.#counted(period).count, 0),
    }))
  }

  #counted(label: string): Counted {
    return { label, count: this.#months.get(label) ?? 0 }
  }
}

const isMonth = (period: string) => period.length === 7

interface Count {
  readonly label: string
  count: number
}

function count(counts: Map<string, Count>, id: string, label: string): void {
  const counted = counts.get(id)
  if (counted) counted.count++
  else counts.set(id, { label, count: 1 })
}
