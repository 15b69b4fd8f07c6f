import type { Request, RequestHandler } from 'express'
import { EngineUnavailable } from '../../engine/search-engine.ts'
import { makeDigest, type Digest } from '../digest/make-digest.ts'
import { BadRequest } from '../error-pages.ts'
import { optionalField } from '../forms.ts'
import { namesOf } from '../names.ts'
import { readerOf } from '../reader.ts'
import { lastFindable } from '../records/news-of.ts'
import type { Site } from '../site.ts'
import { buildDigestPage, digestJson } from '../view-models/digest-page.ts'

/** GET /new: what is new in all saved queries of a reader since each was marked as seen, every article once. Marks nothing as seen. */
export function digestPage(site: Site): RequestHandler {
  return async (request, response) => {
    const looked = await lookOrSayWhy(site, request)
    const formToken = site.formToken(request, response)
    response.render('pages/digest', buildDigestPage(looked, { nameOf: namesOf(site), formToken }))
  }
}

/** GET /new.json: the same for programs. */
export function digestAsJson(site: Site): RequestHandler {
  return async (request, response) => {
    response.json(digestJson(await digestOf(site, request), namesOf(site)))
  }
}

/** POST /new/seen: marks what the page showed as seen in all saved queries, and takes a record of each that had news. */
export function markAllSeen(site: Site): RequestHandler {
  return async (request, response) => {
    const { store, recording } = site
    const { owner } = readerOf(request)
    const shown = optionalField(request, 'upto')
    if (!/^\d{1,15}$/.test(shown))
      throw new BadRequest(
        'The form does not say up to where. Go back, reload the page and try again.',
      )
    const upTo = Math.min(Number(shown), await lastFindable(site))
    const digest = await digestOf(site, request)
    for (const { saved, total } of digest.queries) {
      if (total === 0 || saved.seen >= upTo) continue
      store.savedQueries.markOpened(owner, saved.id, upTo)
      await recording.take(saved, 'seen', upTo)
    }
    response.redirect(303, '/new')
  }
}

/** The page is there without a search engine too, and says what it cannot tell. */
async function lookOrSayWhy(
  site: Site,
  request: Request,
): Promise<{ digest: Digest | undefined; failure: string }> {
  try {
    return { digest: await digestOf(site, request), failure: '' }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    return { digest: undefined, failure: error.message }
  }
}

function digestOf(site: Site, request: Request): Promise<Digest> {
  const all = site.store.savedQueries.list(readerOf(request).owner)
  return makeDigest(
    site,
    all.map((saved) => ({ saved, after: saved.seen })),
  )
}
