import type { RequestHandler } from 'express'
import { buildHelpPage } from '../view-models/help-page.ts'

/** GET /help: the query language by example, and the limits. */
export const helpPage: RequestHandler = (_request, response) => {
  response.render('pages/help', buildHelpPage())
}
