import type { Request, RequestHandler } from 'express'
import type { StoredArticle } from '../../engine/article.ts'
import { facets } from '../facets.ts'
import { findArticle } from '../find-article.ts'
import { withShownNames } from '../shown-names.ts'
import { similarArticles, type Similar } from '../similar-articles.ts'
import type { Site } from '../site.ts'
import { buildSimilarPage } from '../view-models/similar-page.ts'

/** GET /article/:id/similar: up to five articles that tell of the same, and why each is among them. */
export function similarPage(site: Site): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { article, similar } = await lookUp(site, request)
    response.render('pages/similar', buildSimilarPage(article, similar))
  }
}

/** GET /article/:id/similar.json: the same for programs. */
export function similarJson(site: Site): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { similar } = await lookUp(site, request)
    response.json({
      articles: similar.map(({ hit: { id, title, outlet, published }, shared, words }) => ({
        ...{ id, title, outlet, published },
        shared: shared.map(({ facet, id: value, name, articles }) => {
          return { facet: facets[facet].parameter, id: value, name, articles }
        }),
        words,
      })),
    })
  }
}

async function lookUp(
  site: Site,
  request: Request<{ id: string }>,
): Promise<{ article: StoredArticle; similar: Similar[] }> {
  const stored = findArticle(site.archive, request.params.id)
  const [article = stored] = withShownNames(site.archive, [stored])
  const found = await similarArticles(site, article)
  const hits = withShownNames(
    site.archive,
    found.map(({ hit }) => hit),
  )
  const similar = found.map((each, nth) => ({ ...each, hit: hits[nth] ?? each.hit }))
  return { article, similar }
}
