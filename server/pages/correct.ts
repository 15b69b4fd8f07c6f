import type { Request, RequestHandler, Response } from 'express'
import { readAsked, undoOf, type Asked } from '../corrections/read-form.ts'
import { wayBack, withDone } from '../corrections/way-back.ts'
import { NotFound } from '../error-pages.ts'
import type { Site } from '../site.ts'
import type { Correction } from '../../indexer/pipeline.ts'
import { buildChoicePage } from '../view-models/choice-page.ts'

/** POST /corrections: makes a correction and goes back to where it was made; asks first which value is meant where that is open. */
export function correctPage(site: Site): RequestHandler {
  return async (request, response) => {
    const asked = readAsked(site, request)
    if (asked.kind === 'choice') askBack(site, request, response, asked)
    else await make(site, request, response, asked.correction)
  }
}

/** POST /corrections/:id/undo: takes a correction back, or an undo, which makes it again. */
export function undoPage(site: Site): RequestHandler {
  return async (request, response) => {
    const id = request.params['id']
    if (
      typeof id !== 'string' ||
      !site.correcting.read().corrections.some((each) => each.id === id)
    )
      throw new NotFound('There is no such correction. It may have been removed from the file.')
    await make(site, request, response, undoOf(id))
  }
}

async function make(
  { correcting }: Site,
  request: Request,
  response: Response,
  correction: Correction,
): Promise<void> {
  await correcting.correct(correction)
  response.redirect(303, withDone(wayBack(request), correction.id))
}

function askBack(
  site: Site,
  request: Request,
  response: Response,
  choice: Extract<Asked, { kind: 'choice' }>,
): void {
  const formToken = site.formToken(request, response)
  const body: unknown = request.body
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : []
  const counts = site.archive.articlesWith(
    choice.facet,
    choice.found.kind === 'several' ? choice.found.targets.map(({ id }) => id) : [],
  )
  const page = buildChoicePage(choice, { fields, counts, back: wayBack(request) })
  response.render('pages/choice', { ...page, formToken })
}
