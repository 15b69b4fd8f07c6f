import type { RequestHandler } from 'express'
import { readerOf } from '../reader.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { exportArticles } from './export-articles.ts'
import type { ExportFormat } from './formats.ts'
import { searchToExport } from './search-to-export.ts'

/** GET /search.csv and so on: everything that the search of the same parameters finds, as a file. 400 when one cannot be read. */
export function exportSearch(site: Site, format: ExportFormat): RequestHandler {
  return async (request, response) => {
    const toExport = await searchToExport(site, {
      url: parametersOf(request),
      owner: readerOf(request).owner,
      signal: untilGone(response),
    })
    await exportArticles(request, response, format, toExport)
  }
}
