import type { Request, RequestHandler } from 'express'
import { NotFound } from '../error-pages.ts'
import { writeAtom } from '../feeds/atom.ts'
import { latestEntries } from '../feeds/latest-entries.ts'
import { readId } from '../forms.ts'
import { namesOf } from '../names.ts'
import { ownAddress } from '../own-address.ts'
import { readerOf } from '../reader.ts'
import { readSaved } from '../records/read-saved.ts'
import type { Site } from '../site.ts'
import { describeSaved } from '../view-models/describe-saved.ts'
import { articleLink, searchLink } from '../view-models/links.ts'
import { describeProblem } from '../view-models/describe-problem.ts'

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
    const { state, problems } = readSaved(archive, saved.search)
    const host = ownAddress(request)
    // Without a part that can no longer be read it would be another search.
    const entries = problems.length > 0 ? [] : await latestEntries(site, state)
    const atom = writeAtom(
      {
        key: `${store.secret()} ${saved.id}`,
        title: saved.name,
        subtitle:
          problems.length > 0
            ? `Needs a look: ${problems.map(describeProblem).join(' ')}`
            : describeSaved(saved.search, namesOf(site)),
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
