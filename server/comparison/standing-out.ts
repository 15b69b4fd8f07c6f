import { noValue, type FacetName } from '../../engine/article.ts'
import type { FacetCount, SearchAnswer } from '../../engine/search-engine.ts'
import { rankTogether, type Ranking } from '../statistics/rank-together.ts'

/** What stands in fewer articles of an outlet than this says nothing yet. */
export const leastArticles = 3
const listed = 5

/** What one outlet has more of than the others. */
export interface StandingOut extends Ranking {
  readonly facet: FacetName
}

const comparedFacets = ['people', 'places', 'weapons', 'cites'] as const

/** Values that one outlet names in more of its articles than the outlets it is compared with; `size` values were asked for. */
export function standingOut(
  one: SearchAnswer,
  all: SearchAnswer,
  size: number,
): readonly StandingOut[] {
  return comparedFacets.map((facet) => {
    const values = one.facets[facet].filter(isValue)
    const ranking = rankTogether(values, {
      ...{ one: one.total, all: all.total, least: leastArticles, most: listed },
      articles: new Map(all.facets[facet].map(({ id, count }) => [id, count])),
      isCut: values.length >= size,
    })
    return { facet, ...ranking }
  })
}

const isValue = ({ id }: FacetCount) => id !== noValue
