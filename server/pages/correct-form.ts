import type { Request, RequestHandler, Response } from 'express'
import { formAgain, type FormAgain } from '../corrections/form-again.ts'
import { readMeant } from '../corrections/read-meant.ts'
import { parametersOf, type Site } from '../site.ts'
import { buildCorrectPage } from '../view-models/correct-page.ts'

/** GET /correct: the form to correct one value, of an article or wherever it is. Its address is read by `readMeant`. */
export function correctFormPage(site: Site): RequestHandler {
  return (request, response) => {
    showCorrectForm(site, request, response, {
      meant: readMeant(site.archive, parametersOf(request)),
    })
  }
}

/** Before POST /corrections is read: shows the form again where its name is missing. */
export function correctFormAgain(site: Site): RequestHandler {
  return (request, response, next) => {
    const again = formAgain(site, request)
    if (again) showCorrectForm(site, request, response, again)
    else next()
  }
}

function showCorrectForm(
  site: Site,
  request: Request,
  response: Response,
  { meant, sent }: Pick<FormAgain, 'meant'> & Partial<FormAgain>,
): void {
  const { facet, value } = meant
  const articles = site.archive.articlesWith(facet.name, [value.id]).get(value.id) ?? 0
  const page = buildCorrectPage(meant, articles, sent)
  response.status(sent ? 400 : 200)
  response.render('pages/correct', { ...page, formToken: site.formToken(request, response) })
}
