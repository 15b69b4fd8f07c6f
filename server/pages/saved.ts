import type { Request, RequestHandler } from 'express'
import { UnreadableAddress } from '../error-pages.ts'
import { countSaved } from '../records/count-saved.ts'
import { flagsOf } from '../records/flags.ts'
import { namesOf } from '../names.ts'
import { ParameterReader } from '../read-parameters.ts'
import { readerOf } from '../reader.ts'
import { parametersOf, type Site } from '../site.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { arrange, savedSorts, type SavedState } from '../view-models/saved-list.ts'
import { buildSavedPage, savedJson, type SavedList } from '../view-models/saved-page.ts'
import { EngineUnavailable } from '../../engine/search-engine.ts'

/** GET /saved: the saved queries with what they find now, those that others share, and those that can be taken back. */
export function savedPage(site: Site): RequestHandler {
  return async (request, response) => {
    const list = await gather(site, request)
    const formToken = site.formToken(request, response)
    response.status(list.problems.length > 0 ? 400 : 200)
    response.render('pages/saved', buildSavedPage(list, namesOf(site), formToken))
  }
}

/** GET /saved.json: the same list, for programs. */
export function savedAsJson(site: Site): RequestHandler {
  return async (request, response) => {
    const list = await gather(site, request)
    if (list.problems.length > 0) throw new UnreadableAddress(list.problems)
    response.json(savedJson(list, namesOf(site)))
  }
}

async function gather(site: Site, request: Request): Promise<SavedList> {
  const { archive, store } = site
  const { owner } = readerOf(request)
  const reader = new ParameterReader(parametersOf(request))
  const state: SavedState = {
    tag: reader.text('tag'),
    sort: reader.choice('sort', savedSorts),
    page: reader.count('page', 1),
  }
  const all = store.savedQueries.list(owner)
  const news = state.sort === 'new' ? await newsByQuery(site, owner) : new Map<number, number>()
  const arranged = arrange(all, state, news)
  const { counted, failure } = await countSaved(site, arranged.lines)
  const deleted = parametersOf(request).get('deleted') ?? ''
  return {
    ...{ state, arranged, counted, failure, problems: reader.problems },
    all,
    flagsOf: (saved: SavedQuery) => flagsOf(archive, saved, store.queryRecords.latest(saved.id)),
    recorded: new Map(
      arranged.lines.flatMap((saved) => {
        const record = store.queryRecords.latest(saved.id)
        return record ? [[saved.id, record.taken] as const] : []
      }),
    ),
    shared: owner === 0 ? [] : store.savedQueries.sharedByOthers(owner),
    deleted: store.savedQueries.listDeleted(owner),
    justDeleted: /^\d{1,9}$/.test(deleted) ? Number(deleted) : 0,
  }
}

/** Without a search engine the order by what is new is the one by name. */
async function newsByQuery(site: Site, owner: number): Promise<ReadonlyMap<number, number>> {
  try {
    return await site.news.count(owner)
  } catch (error) {
    if (error instanceof EngineUnavailable) return new Map()
    throw error
  }
}
