import type { RequestHandler } from 'express'
import { NotFound } from '../error-pages.ts'
import type { Site } from '../site.ts'
import { buildDifferencesPage } from '../view-models/differences-page.ts'

/** GET /article/:id/differences/:other: two articles side by side, what only one of them says marked. */
export function differencesPage({ archive }: Site): RequestHandler<{ id: string; other: string }> {
  return (request, response) => {
    const { id, other } = request.params
    const [left, right] = [archive.get(id), archive.get(other)]
    if (!left || !right) {
      throw new NotFound(
        'The archive does not have both of these articles. One may have been removed since the link was made.',
      )
    }
    response.render('pages/differences', buildDifferencesPage(left, right))
  }
}
