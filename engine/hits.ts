import type { FacetValue, StoredArticle } from './article.ts'
import { byFacet } from './by-facet.ts'
import { finderOf } from './highlight/find-matches.ts'
import { bestPassages } from './highlight/passages.ts'
import { variantsOf } from './highlight/variants.ts'
import type { Plan } from './query/plan.ts'
import type { Hit, HitValue } from './hit.ts'

/** Prepares the marking of a query once for all the hits of a page. `family` is left for the engine to add. */
export function hitMaker(plan: Plan): (article: StoredArticle) => Hit {
  const finder = finderOf(plan)
  return (article) => {
    const matches = finder.find(article)
    return {
      id: article.id,
      title: article.title,
      titleMatches: matches.title.map(({ start, end }) => [start, end]),
      outlet: article.outlet,
      published: article.published,
      url: article.url,
      sample: article.sample,
      passages: bestPassages(article.text, matches.text, article.title),
      facets: byFacet((facet) => article.facets[facet].map(toHitValue)),
      variants: variantsOf(article, matches),
      family: undefined,
    }
  }
}

/** The evidence is most of an article's facets, and no list of results shows it. */
function toHitValue({ id, name, broader, evidence }: FacetValue): HitValue {
  return { id, name, broader, mentions: evidence.length }
}
