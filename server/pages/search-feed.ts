import type { RequestHandler } from 'express'
import { UnreadableAddress } from '../error-pages.ts'
import { writeAtom } from '../feeds/atom.ts'
import { latestEntries } from '../feeds/latest-entries.ts'
import { namesOf } from '../names.ts'
import { ownAddress } from '../own-address.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl, toUrl, withoutPlace } from '../search-state.ts'
import { parametersOf, type Site } from '../site.ts'
import { nameSearch } from '../view-models/describe-search.ts'
import { articleLink, feedLink, searchLink } from '../view-models/links.ts'

/**
 * GET /search.atom: the articles of any search, the latest indexed first, to those who may search. 400 when a part of the address cannot
 * be read.
 */
export function searchFeed(site: Site): RequestHandler {
  return async (request, response) => {
    const { state: asked, problems } = fromUrl(parametersOf(request))
    if (problems.length > 0) throw new UnreadableAddress(problems)
    const { state: named } = resolveNames(site.archive, asked)
    const state = { ...withoutPlace(named), newer: named.newer }
    const entries = await latestEntries(site, state)
    const host = ownAddress(request)
    const atom = writeAtom(
      {
        key: `${site.store.secret()} search ${toUrl(state)}`,
        title: nameSearch(state, namesOf(site), longestTitle),
        subtitle: 'The latest articles of a search, by when they were first indexed',
        page: host + searchLink(state),
        self: host + feedLink(state),
        since: new Date().toISOString(),
      },
      entries.map(({ hit, firstIndexed }) => ({
        ...{ hit, firstIndexed },
        page: host + articleLink(hit.id, state),
      })),
    )
    response.set('x-robots-tag', 'noindex')
    response.type('application/atom+xml; charset=utf-8').send(atom)
  }
}

const longestTitle = 120
