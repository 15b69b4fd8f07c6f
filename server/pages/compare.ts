import type { RequestHandler } from 'express'
import { compareOutlets } from '../comparison/comparison.ts'
import { namesOf } from '../names.ts'
import { UnreadableAddress } from '../error-pages.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { compareJson } from '../view-models/compare-json.ts'
import { buildComparePage } from '../view-models/compare-page.ts'

/** GET /compare: what two to six outlets have of one search, side by side. 400 like /search. */
export function comparePage(site: Site): RequestHandler {
  const nameOf = namesOf(site)
  return async (request, response) => {
    const comparison = await compareOutlets(site, parametersOf(request), untilGone(response))
    response.status(comparison.problems.length > 0 ? 400 : 200)
    response.render('pages/compare', buildComparePage(comparison, nameOf))
  }
}

/** GET /compare.json: the same for programs. */
export function comparePageJson(site: Site): RequestHandler {
  return async (request, response) => {
    const comparison = await compareOutlets(site, parametersOf(request), untilGone(response))
    const { problems } = comparison
    if (problems.length > 0) throw new UnreadableAddress(problems)
    response.json(compareJson(comparison))
  }
}
