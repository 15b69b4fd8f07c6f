import type { RequestHandler } from 'express'
import { BadRequest } from '../error-pages.ts'
import { optionalField } from '../forms.ts'
import { findReadable } from '../records/find-saved.ts'
import { exportLines } from '../records/export-saved.ts'
import { importSavedQueries } from '../records/import-saved.ts'
import { lastFindable } from '../records/news-of.ts'
import { readerOf } from '../reader.ts'
import type { Site } from '../site.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { buildSavedImportPage } from '../view-models/saved-import-page.ts'

/** GET /saved/export.json: all of the reader's saved queries with notes, tags and records, to keep or to send to somebody. */
export function exportAllSaved(site: Site): RequestHandler {
  return async (request, response) => {
    const all = site.store.savedQueries.list(readerOf(request).owner)
    await send(site, response, all, 'saved-queries.json')
  }
}

/** GET /saved/:id/export.json: one of them. */
export function exportSaved(site: Site): RequestHandler {
  return async (request, response) => {
    const { saved } = findReadable(site, request)
    await send(site, response, [saved], `saved-query-${saved.id}.json`)
  }
}

/** POST /saved/import: keeps the saved queries of an exported file beside those that are there, and tells what became of each. */
export function importSaved(site: Site): RequestHandler {
  return async (request, response) => {
    const [uploaded, pasted] = [optionalField(request, 'file'), optionalField(request, 'text')]
    const content = uploaded.trim() === '' ? pasted : uploaded
    if (content.trim() === '')
      throw new BadRequest('There is nothing to import. Go back and choose a file, or paste one.')
    const { owner } = readerOf(request)
    const outcomes = importSavedQueries(site.store, content, {
      owner,
      seen: await lastFindable(site),
    })
    response.render('pages/saved-import', buildSavedImportPage(outcomes))
  }
}

/** A query at a time: records may be long. */
async function send(
  { store }: Site,
  response: Parameters<RequestHandler>[1],
  queries: readonly SavedQuery[],
  name: string,
): Promise<void> {
  response.set('content-disposition', `attachment; filename="${name}"`)
  response.type('application/json; charset=utf-8')
  for await (const piece of exportLines(store, queries)) {
    if (response.destroyed) return
    if (!response.write(piece)) await drained(response)
  }
  response.end()
}

function drained(response: Parameters<RequestHandler>[1]): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve)
    response.once('close', resolve)
  })
}
