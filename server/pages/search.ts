import type { RequestHandler } from 'express'
import { explain } from '../../engine/query/explain.ts'
import { newsBanner, sampleNotice, saveForm } from '../banners.ts'
import { collectAll } from '../collecting/collect-all.ts'
import { collectForm } from '../collecting/collect-form.ts'
import { collectedNotice } from '../collecting/collected-notice.ts'
import { correctedSearches } from '../corrected-searches.ts'
import { countUndated } from '../count-undated.ts'
import { indexNotice } from '../index-notice.ts'
import { namesOf } from '../names.ts'
import { explainNothing } from '../nothing-found.ts'
import { readerOf } from '../reader.ts'
import { runSearch } from '../run-search.ts'
import { fromUrl } from '../search-state.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { chooseDensity } from '../view-models/density.ts'
import { suggestName } from '../view-models/describe-search.ts'
import { buildEmptyPage } from '../view-models/empty-page.ts'
import { buildCorrections } from '../view-models/readings.ts'
import { otherViews } from '../view-models/other-views.ts'
import { buildUndated } from '../view-models/undated.ts'
import { feedLink } from '../view-models/links.ts'
import { buildLayout } from '../view-models/layout.ts'
import { buildSearchPage } from '../view-models/search-page.ts'

/** GET /search: the form, what it found, and everything to narrow it. 400 when a part of the address cannot be read. */
export function searchPage(site: Site): RequestHandler {
  const nameOf = namesOf(site)
  return async (request, response) => {
    if (site.archive.isEmpty()) {
      response.render(
        'pages/empty',
        buildEmptyPage(site.archive.dataDir, site.formToken(request, response)),
      )
      return
    }
    const parameters = parametersOf(request)
    const { state: asked, problems: refused } = fromUrl(parameters)
    const tooLong = refused.find(({ parameter }) => parameter === 'q')
    if (tooLong) {
      // Without its query it would be a search for everything.
      response.status(400).render('pages/error', {
        ...{ status: 400, heading: 'This query is too long', message: tooLong.message },
        layout: buildLayout('Query too long', 'search', {
          ...asked,
          q: parameters.get('q')?.trim() ?? '',
        }),
      })
      return
    }
    const reader = readerOf(request)
    const search = await runSearch(site, parameters, untilGone(response))
    const { state, query, answer, problems } = search
    const [behind, news, nothing, corrected, undated] = await Promise.all([
      indexNotice(site),
      newsBanner(site, search, reader),
      answer.total > 0 ? undefined : explainNothing(site, search, nameOf),
      correctedSearches(site.engine, search),
      countUndated(site.engine, search),
    ])
    const name = suggestName(state, nameOf)
    response.status(problems.length > 0 ? 400 : 200)
    response.render('pages/search', {
      ...buildSearchPage(search, nameOf, chooseDensity(parameters, request, response)),
      explanation: explain(query, state.spelling),
      nothing,
      feedHref: feedLink(state),
      undated: buildUndated(state, undated),
      corrections: buildCorrections(state, corrected),
      sample: sampleNotice(site),
      behind,
      news,
      save: saveForm(site, reader, state, name),
      collecting: collectForm(
        site,
        request,
        answer.hits.map(({ id }) => id),
        name,
      ),
      collectAll: collectAll(state, answer.total),
      collected: collectedNotice(site, request),
      views: otherViews(state),
      formToken: site.formToken(request, response),
    })
  }
}
