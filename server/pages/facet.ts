import type { Request, RequestHandler } from 'express'
import { parse } from '../../engine/query/parse.ts'
import type { FacetValuesAnswer } from '../../engine/search-engine.ts'
import { NotFound } from '../error-pages.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { namesOf } from '../names.ts'
import type { Problem } from '../read-parameters.ts'
import { resolveNames } from '../resolve-names.ts'
import { parametersOf, type Site } from '../site.ts'
import { toValuesRequest, valuesFromUrl, valuesInPart, type ValuesState } from '../values-state.ts'
import { buildFacetPage } from '../view-models/facet-page.ts'
import { describeProblem } from '../view-models/search-page.ts'

type FacetRoute = Readonly<Record<'facet', string>>

/** GET /facet/:facet: all values of one facet among the articles of a search, to look for one. 400 like /search. */
export function facetPage(site: Site): RequestHandler<FacetRoute> {
  return async (request, response) => {
    const { facet, state, problems, answer } = await listValues(site, request)
    response.status(problems.length > 0 ? 400 : 200)
    response.render(
      'pages/facet',
      buildFacetPage({ facet, state, problems, answer }, namesOf(site)),
    )
  }
}

/** GET /facet/:facet.json: the same for programs. */
export function facetJson(site: Site): RequestHandler<FacetRoute> {
  return async (request, response) => {
    const { facet, state, problems, answer } = await listValues(site, request)
    if (problems.length > 0) {
      const message = problems.map(describeProblem).join(' ')
      response.status(400).json({ error: { status: 400, message }, problems })
      return
    }
    response.json({
      facet: facet.parameter,
      total: answer.total,
      capability: answer.capability,
      part: state.part,
      parts: Math.ceil(answer.total / valuesInPart),
      values: answer.values,
    })
  }
}

interface ListedValues {
  readonly facet: FacetDeclaration
  readonly state: ValuesState
  readonly problems: readonly Problem[]
  readonly answer: FacetValuesAnswer
}

async function listValues(site: Site, request: Request<FacetRoute>): Promise<ListedValues> {
  const facet = facetTable.find(({ parameter }) => parameter === request.params.facet)
  if (!facet) {
    const known = facetTable.map(({ parameter }) => `/facet/${parameter}`).join(', ')
    throw new NotFound(`There is no such list of values. There are ${known}.`)
  }
  const { state: asked, problems } = valuesFromUrl(facet.name, parametersOf(request))
  const state = { ...asked, search: resolveNames(site.archive, asked.search).state }
  const { query } = parse(state.search.q)
  const answer = await site.engine.facetValues(toValuesRequest(state, query))
  return { facet, state, problems, answer }
}
