import type { RequestHandler } from 'express'
import { explain } from '../../engine/query/explain.ts'
import type { Hit } from '../../engine/hit.ts'
import { perFacet } from '../facets.ts'
import { runSearch, type Search } from '../run-search.ts'
import { pageSize } from '../search-state.ts'
import { UnreadableAddress } from '../error-pages.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { outsideLink } from '../view-models/links.ts'
import { reachablePages } from '../view-models/pagination.ts'
import { correctionJson, totalJson, valueJson } from '../view-models/plain-json.ts'

/** GET /search.json: the same search as /search, for programs. 400 when a part of the address cannot be read. */
export function searchJson(site: Site): RequestHandler {
  return async (request, response) => {
    const search = await runSearch(site, parametersOf(request), untilGone(response))
    const { problems } = search
    if (problems.length > 0) throw new UnreadableAddress(problems)
    response.json(toJson(search))
  }
}

function toJson({ state, query, answer, warnings }: Search) {
  const { groups, hits, facets, timeline, readings } = answer
  return {
    q: state.q,
    understood: explain(query, state.spelling),
    ...totalJson(answer),
    groups,
    page: state.page,
    pages: reachablePages(groups),
    pageSize,
    hits: hits.map(showHit),
    facets: perFacet(({ name }) => facets[name].map(valueJson)),
    timeline,
    readings,
    didYouMean: answer.didYouMean.map(correctionJson),
    warnings,
  }
}

/**
 * A hit without its values. `titleMatches`, and `matches` of a passage, are ranges `[start, end]` in UTF-16 units of the title and of the
 * passage's text: end exclusive, ascending, not overlapping.
 */
function showHit({ url, ...hit }: Hit) {
  const { id, title, titleMatches, outlet, published, sample, passages, variants, family } = hit
  return {
    ...{ id, title, titleMatches, outlet, published, url: outsideLink(url) },
    ...{ sample, passages, variants, family: family ?? null },
  }
}
