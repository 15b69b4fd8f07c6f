import type { RequestHandler } from 'express'
import { visibleCollection } from '../pages/collections.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { collectionToExport } from './collection-to-export.ts'
import { exportArticles } from './export-articles.ts'
import type { ExportFormat } from './formats.ts'

/** GET /collections/:id.csv and so on: every article of a collection, with marks and notes, as a file. */
export function exportCollection(site: Site, format: ExportFormat): RequestHandler {
  return async (request, response) => {
    const toExport = await collectionToExport(site, visibleCollection(site, request), {
      signal: untilGone(response),
      withOriginals: parametersOf(request).get('originals') === '1',
    })
    await exportArticles(request, response, format, toExport)
  }
}
