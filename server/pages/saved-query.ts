import type { Request, RequestHandler } from 'express'
import { EngineUnavailable } from '../../engine/search-engine.ts'
import { namesOf } from '../names.ts'
import { ParameterReader } from '../read-parameters.ts'
import type { Changes, Incomparable } from '../records/changes-desk.ts'
import { findDeleted, findReadable } from '../records/find-saved.ts'
import { flagsOf } from '../records/flags.ts'
import { readerOf } from '../reader.ts'
import { parametersOf, type Site } from '../site.ts'
import { listChanges, changeLists } from '../view-models/saved-changes.ts'
import {
  buildSavedQueryPage,
  savedQueryJson,
  type SavedView,
} from '../view-models/saved-query-page.ts'

/** Records that a page lists; the others are counted. */
const mostListed = 50

/** GET /saved/:id: a saved query as a research record, and what became of what it found. Looking marks nothing as seen. */
export function savedQueryPage(site: Site): RequestHandler {
  return async (request, response) => {
    const thrownAway = findDeleted(site, request)
    if (thrownAway) {
      // Where it can be taken back.
      response.redirect(`/saved?deleted=${thrownAway.id}`)
      return
    }
    const view = await gather(site, request)
    const formToken = site.formToken(request, response)
    const token = site.store.feedTokens.of(readerOf(request).owner, view.saved.id)
    const feed = token === '' ? '' : `/feed/${token}.atom`
    const page = buildSavedQueryPage(view, namesOf(site), formToken)
    response.render('pages/saved-query', { ...page, feed })
  }
}

/** GET /saved/:id.json: the same, for programs. */
export function savedQueryAsJson(site: Site): RequestHandler {
  return async (request, response) => {
    response.json(savedQueryJson(await gather(site, request), namesOf(site)))
  }
}

async function gather(site: Site, request: Request): Promise<SavedView> {
  const { archive, store } = site
  const found = findReadable(site, request)
  const { saved } = found
  const reader = new ParameterReader(parametersOf(request))
  const state = { list: reader.choice('list', changeLists), page: reader.count('page', 1) }
  const records = store.queryRecords.list(saved.id, mostListed)
  const { changes, failure } = await compare(site, saved)
  return {
    ...found,
    ...{ records, failure, changes },
    lists: typeof changes === 'string' ? [] : listChanges(archive, changes, state),
    list: state.list,
    notes: store.savedQueries.notes(saved.id),
    firstRecord: store.queryRecords.first(saved.id),
    recordsInAll: store.queryRecords.count(saved.id),
    isBeingRecorded: site.recording.isGoingOn(saved.id),
    flags: flagsOf(archive, saved, records[0]),
    canShare: readerOf(request).owner !== 0,
  }
}

/** Without a search engine the record is shown all the same; `failure` says why nothing is compared. */
async function compare(
  site: Site,
  saved: { readonly id: number; readonly search: string },
): Promise<{ changes: Changes | Incomparable; failure: string }> {
  try {
    return { changes: await site.changes.since(saved), failure: '' }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error
    return { changes: 'no record', failure: error.message }
  }
}
