import type { StoredArticle } from './article.ts'
import { findMatches, needlesOf, type Needle } from './highlight/matches.ts'
import { bestPassages } from './highlight/passages.ts'
import type { Query } from './query/query.ts'
import type { Hit } from './search-engine.ts'

/** Prepares the marking of a query once for all the hits of a page. */
export function hitMaker(query: Query): (article: StoredArticle) => Hit {
  const needles = needlesOf(query)
  return (article) => toHit(article, needles)
}

function toHit(article: StoredArticle, needles: readonly Needle[]): Hit {
  return {
    id: article.id,
    title: article.title,
    titleMatches: findMatches(needles, 'title', article.title).map(
      (match) => [match.start, match.end] as const,
    ),
    outlet: article.outlet,
    published: article.published,
    url: article.url,
    sample: article.sample,
    passages: bestPassages(article.text, findMatches(needles, 'text', article.text), article.title),
    facets: article.facets,
  }
}
