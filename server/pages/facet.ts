import type { Request, RequestHandler } from 'express'
import { parse } from '../../engine/query/parse.ts'
import { correctedOn } from '../corrections/corrected.ts'
import { NotFound, UnreadableAddress } from '../error-pages.ts'
import { facetTable } from '../facets.ts'
import { namesOf } from '../names.ts'
import { readerOf } from '../reader.ts'
import { resolveNames } from '../resolve-names.ts'
import { parametersOf, type Site } from '../site.ts'
import { spellingsFound } from '../spellings-found.ts'
import { toValuesRequest, valuesFromUrl, valuesInPart } from '../values-state.ts'
import { buildFacetPage, type FacetListing } from '../view-models/facet-page.ts'
import { partJson, totalJson, valueJson } from '../view-models/plain-json.ts'

type FacetRoute = Readonly<Record<'facet', string>>

/** GET /facet/:facet: all values of one facet among the articles of a search, to look for one. 400 like /search. */
export function facetPage(site: Site): RequestHandler<FacetRoute> {
  return async (request, response) => {
    const listing = await listValues(site, request)
    response.status(listing.problems.length > 0 ? 400 : 200)
    const page = buildFacetPage(listing, {
      nameOf: namesOf(site),
      correctable: readerOf(request).isAdmin,
      corrected: correctedOn(site, request),
      formToken: site.formToken(request, response),
    })
    response.render('pages/facet', page)
  }
}

/** GET /facet/:facet.json: the same for programs. */
export function facetJson(site: Site): RequestHandler<FacetRoute> {
  return async (request, response) => {
    const { facet, state, problems, answer, spellings } = await listValues(site, request)
    if (problems.length > 0) throw new UnreadableAddress(problems)
    response.json({
      facet: facet.parameter,
      ...totalJson(answer),
      ...partJson(state.part, valuesInPart, answer.total),
      values: answer.values.map((value) => ({
        ...valueJson(value),
        as: spellings.get(value.id) ?? '',
      })),
    })
  }
}

async function listValues(site: Site, request: Request<FacetRoute>): Promise<FacetListing> {
  const facet = facetTable.find(({ parameter }) => parameter === request.params.facet)
  if (!facet) {
    const known = facetTable.map(({ parameter }) => `/facet/${parameter}`).join(', ')
    throw new NotFound(`There is no such list of values. There are ${known}.`)
  }
  const { state: asked, problems } = valuesFromUrl(facet.name, parametersOf(request))
  const below = site.archive.redirect(facet.name, asked.below) ?? asked.below
  const state = { ...asked, below, search: resolveNames(site.archive, asked.search).state }
  const { query } = parse(state.search.q)
  const answer = await site.engine.facetValues(toValuesRequest(state, query))
  const spellings = spellingsFound(site.archive, facet.name, state.find, answer.values)
  return { facet, state, problems, answer, spellings }
}
