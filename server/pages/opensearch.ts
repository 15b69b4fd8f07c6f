import type { RequestHandler } from 'express'
import { ownAddress } from '../own-address.ts'

/** GET /opensearch.xml: by which a browser adds the site to its search engines. Its addresses are those that it was asked under. */
export const openSearchDescription: RequestHandler = (request, response) => {
  response
    .type('application/opensearchdescription+xml')
    .render('pages/opensearch', { base: ownAddress(request) })
}
