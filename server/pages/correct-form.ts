import type { RequestHandler } from 'express'
import { readMeant } from '../corrections/read-meant.ts'
import { parametersOf, type Site } from '../site.ts'
import { buildCorrectPage } from '../view-models/correct-page.ts'

/** GET /correct: the form to correct one value, of an article or wherever it is. Its address is read by `readMeant`. */
export function correctFormPage(site: Site): RequestHandler {
  return (request, response) => {
    const meant = readMeant(site.archive, parametersOf(request))
    const { facet, value } = meant
    const articles = site.archive.articlesWith(facet.name, [value.id]).get(value.id) ?? 0
    const page = buildCorrectPage(meant, articles)
    response.render('pages/correct', { ...page, formToken: site.formToken(request, response) })
  }
}
