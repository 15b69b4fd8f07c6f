import type { RequestHandler } from 'express'
import { openApi } from '../api/openapi.ts'
import { ownAddress } from '../own-address.ts'
import { buildApiPage } from '../view-models/api-page.ts'

/** GET /api: what programs can ask for, in words and by example. */
export const apiPage: RequestHandler = (request, response) => {
  const home = ownAddress(request)
  response.render('pages/api', buildApiPage(home))
}

/** GET /api/openapi.json: the same as an OpenAPI document. */
export const apiDocument: RequestHandler = (_request, response) => {
  response.json(openApi())
}
