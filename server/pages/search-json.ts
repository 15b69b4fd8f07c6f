import type { RequestHandler } from 'express'
import { explain } from '../../engine/query/explain.ts'
import { print } from '../../engine/query/print.ts'
import type { Hit } from '../../engine/hit.ts'
import { runSearch, type Search } from '../run-search.ts'
import { pageSize } from '../search-state.ts'
import { UnreadableAddress } from '../error-pages.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { outsideLink } from '../view-models/links.ts'
import { reachablePages } from '../view-models/pagination.ts'

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
  const { total, groups, capability, hits, facets, timeline, readings } = answer
  return {
    total,
    groups,
    exact: capability.bound === 'exact',
    capability,
    query: { q: state.q, explanation: explain(query, state.spelling) },
    page: state.page,
    pages: reachablePages(groups),
    pageSize,
    hits: hits.map(showHit),
    facets,
    timeline,
    readings,
    didYouMean: answer.didYouMean.map(({ typed, word, articles, query: meant }) => {
      return { typed, word, articles, q: print(meant) }
    }),
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
    ...{ sample, passages, variants, family },
  }
}
