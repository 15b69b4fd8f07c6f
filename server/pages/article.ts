import type { RequestHandler } from 'express'
import { findMatches, needlesOf, type Match } from '../../engine/highlight/matches.ts'
import { parse } from '../../engine/query/parse.ts'
import type { Range } from '../../engine/search-engine.ts'
import { NotFound } from '../error-pages.ts'
import { fromUrl } from '../search-state.ts'
import { parametersOf, type Site } from '../site.ts'
import { buildArticlePage } from '../view-models/article-page.ts'

/** GET /article/:id: the text with its entities and the query's matches marked, and the evidence for each facet value. */
export function articlePage({ archive }: Site): RequestHandler<{ id: string }> {
  return (request, response) => {
    const article = archive.get(request.params.id)
    if (!article) {
      throw new NotFound(
        'The archive has no such article. It may have been removed since the link was made.',
      )
    }
    const { state } = fromUrl(parametersOf(request))
    const needles = needlesOf(parse(state.q).query)
    const matches = {
      title: findMatches(needles, 'title', article.title).map(rangeOf),
      text: findMatches(needles, 'text', article.text).map(rangeOf),
    }
    response.render('pages/article', buildArticlePage(article, state, matches))
  }
}

function rangeOf({ start, end }: Match): Range {
  return [start, end]
}
