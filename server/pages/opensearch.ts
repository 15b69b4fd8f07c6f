import type { Request, RequestHandler } from 'express'

/** GET /opensearch.xml: by which a browser adds the site to its search engines. Its addresses are those that it was asked under. */
export const openSearchDescription: RequestHandler = (request, response) => {
  response
    .type('application/opensearchdescription+xml')
    .render('pages/opensearch', { base: `${request.protocol}://${hostOf(request)}` })
}

/** Checked before any page is made: one of the site's own names. */
function hostOf(request: Request): string {
  return request.headers.host ?? ''
}
