import type { Request, RequestHandler } from 'express'
import { longestName } from '../banners.ts'
import { countSaved } from '../count-saved.ts'
import { BadRequest, NotFound } from '../error-pages.ts'
import { readField, readId } from '../forms.ts'
import { readerOf } from '../reader.ts'
import { resolveNames } from '../resolve-names.ts'
import { fromUrl, toUrl, withoutPlace } from '../search-state.ts'
import { namesOf } from '../names.ts'
import type { Site } from '../site.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { buildSavedPage } from '../view-models/saved-page.ts'
import { describeProblem } from '../view-models/search-page.ts'

/** GET /saved: the saved queries with what they find now. */
export function savedPage(site: Site): RequestHandler {
  return async (request, response) => {
    const { counts, failure } = await countSaved(site, readerOf(request))
    const formToken = site.formToken(request, response)
    response.render('pages/saved', buildSavedPage(counts, failure, formToken, namesOf(site)))
  }
}

/** POST /saved: keeps a search under a name and goes back to it. */
export function saveQuery(site: Site): RequestHandler {
  const { archive, store } = site
  return async (request, response) => {
    const name = readField(request, 'name', longestName)
    const { state, problems } = fromUrl(readField(request, 'search', 8000))
    if (problems.length > 0) throw new BadRequest(problems.map(describeProblem).join(' '))
    const search = toUrl(withoutPlace(resolveNames(archive, state).state))
    store.savedQueries.add(readerOf(request).owner, { name, search, seen: await lastShown(site) })
    response.redirect(303, `/search?${search}`)
  }
}

/** POST /saved/:id/run: marks the query as opened and goes to its search, which tells what was new. */
export function runSaved(site: Site): RequestHandler {
  return async (request, response) => {
    const { owner, id, search } = findSaved(site, request)
    site.store.savedQueries.markOpened(owner, id, await lastShown(site))
    response.redirect(303, `/search?${search}&saved=${id}`)
  }
}

/** POST /saved/:id/rename */
export function renameSaved(site: Site): RequestHandler {
  return (request, response) => {
    const { owner, id } = findSaved(site, request)
    site.store.savedQueries.rename(owner, id, readField(request, 'name', longestName))
    response.redirect(303, '/saved')
  }
}

/** POST /saved/:id/delete */
export function deleteSaved(site: Site): RequestHandler {
  return (request, response) => {
    const { owner, id } = findSaved(site, request)
    site.store.savedQueries.delete(owner, id)
    response.redirect(303, '/saved')
  }
}

/** During an import the archive is ahead of the index: what cannot be found yet has not been seen. */
async function lastShown({ archive, engine }: Site): Promise<number> {
  const { change } = await engine.stats()
  return archive.lastSequenceAt(change)
}

function findSaved({ store }: Site, request: Request): SavedQuery {
  const saved = store.savedQueries.get(readerOf(request).owner, readId(request))
  if (!saved) throw new NotFound('This saved query does not exist. It may have been deleted.')
  return saved
}
