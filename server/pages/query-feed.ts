import type { Request, RequestHandler } from 'express'
import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import { NotFound } from '../error-pages.ts'
import { writeAtom } from '../feeds/atom.ts'
import { latestEntries } from '../feeds/latest-entries.ts'
import { readId } from '../forms.ts'
import { namesOf } from '../names.ts'
import { readerOf } from '../reader.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl, withoutPlace } from '../search-state.ts'
import type { Site } from '../site.ts'
import { describeConditions } from '../view-models/describe-search.ts'
import { articleLink, searchLink } from '../view-models/links.ts'

/**
 * GET /feed/:token.atom: the articles of a saved query, the latest indexed first. Its address is its key: feed readers cannot log in.
 * Looking at it marks nothing as seen.
 */
export function queryFeed(site: Site): RequestHandler<{ token: string }> {
  return async (request, response) => {
    const { archive, store } = site
    const { token } = request.params
    const found = store.feedTokens.find(token)
    const saved = found && store.savedQueries.get(found.owner, found.saved)
    if (!saved) {
      throw new NotFound(
        'No feed has this address. Its owner may have taken it back, given it another, or deleted the saved query.',
      )
    }
    const state = withoutPlace(resolveNames(archive, fromUrl(saved.search).state).state)
    const { query } = parse(state.q)
    const host = `${request.protocol}://${request.headers.host ?? ''}`
    const entries = await latestEntries(site, state)
    const conditions = describeConditions(state, namesOf(site))
    const atom = writeAtom(
      {
        key: `${store.secret()} ${saved.id}`,
        title: saved.name,
        subtitle: ['Articles', [explain(query), ...conditions].filter(Boolean).join(', ')].join(
          ' ',
        ),
        page: host + searchLink(state),
        self: `${host}/feed/${token}.atom`,
        since: saved.saved,
      },
      entries.map(({ hit, firstIndexed }) => ({
        ...{ hit, firstIndexed },
        page: host + articleLink(hit.id, state),
      })),
    )
    response.set({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' })
    response.type('application/atom+xml; charset=utf-8').send(atom)
  }
}

/** POST /saved/:id/feed: gives a saved query a feed, or its feed another address. */
export function renewFeed({ store }: Site): RequestHandler {
  return (request, response) => {
    const { owner, id } = ownSaved(store, request)
    store.feedTokens.renew(owner, id)
    response.redirect(303, `/saved/${id}#feed`)
  }
}

/** POST /saved/:id/feed/revoke: takes the feed's address back. */
export function revokeFeed({ store }: Site): RequestHandler {
  return (request, response) => {
    const { owner, id } = ownSaved(store, request)
    store.feedTokens.revoke(owner, id)
    response.redirect(303, `/saved/${id}#feed`)
  }
}

function ownSaved(store: Site['store'], request: Request): { owner: number; id: number } {
  const { owner } = readerOf(request)
  const saved = store.savedQueries.get(owner, readId(request))
  if (!saved) throw new NotFound('This saved query does not exist. It may have been deleted.')
  return { owner, id: saved.id }
}
