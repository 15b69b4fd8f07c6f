import type { Request, RequestHandler, Response } from 'express'
import { correctedOn } from '../corrections/corrected.ts'
import { readDossier, type Dossier } from '../entities/dossier.ts'
import { facetOfPage, successorOf } from '../entities/entity.ts'
import { entityLink } from '../entities/links.ts'
import { NotFound } from '../error-pages.ts'
import { facetTable, type FacetDeclaration } from '../facets.ts'
import { readerOf } from '../reader.ts'
import { untilGone, type Site } from '../site.ts'
import { entityJson } from '../view-models/entity-json.ts'
import { buildEntityPage } from '../view-models/entity-page.ts'
import { buildUnknownEntity } from '../view-models/unknown-entity.ts'

type EntityRoute = Readonly<Record<'facet' | 'id', string>>

/** GET /entity/:facet/:id: what the archive tells of a person, a place, a weapon or a medium. A former id leads to the present one. */
export function entityPage(site: Site): RequestHandler<EntityRoute> {
  return async (request, response) => {
    const asked = whatIsAsked(site, request)
    if (asked.now !== '') {
      leadOn(request, response, asked.now)
      return
    }
    const dossier = await dossierOf(site, asked, response)
    if (!dossier) {
      const similar = site.archive.findEntities(asked.facet.name, nameIn(asked.id), mostSimilar)
      response
        .status(404)
        .render('pages/no-entity', buildUnknownEntity(asked.facet, asked.id, similar))
      return
    }
    const page = buildEntityPage(dossier, {
      mayCorrect: readerOf(request).isAdmin,
      corrected: correctedOn(site, request),
      formToken: site.formToken(request, response),
    })
    response.render('pages/entity', page)
  }
}

/** GET /entity/:facet/:id.json: the same for programs. */
export function entityPageJson(site: Site): RequestHandler<EntityRoute> {
  return async (request, response) => {
    const asked = whatIsAsked(site, request)
    if (asked.now !== '') {
      leadOn(request, response, `${asked.now}.json`)
      return
    }
    const dossier = await dossierOf(site, asked, response)
    if (!dossier) throw new NotFound(`No article has the ${asked.facet.noun} “${asked.id}”.`)
    response.json(entityJson(dossier))
  }
}

const mostSimilar = 10

/** Ids are names with hyphens for spaces. */
const nameIn = (id: string) => id.replaceAll('-', ' ')

interface Asked {
  readonly facet: FacetDeclaration
  readonly id: string
  /** The address that the page has now; '' where it is the one that was asked for. */
  readonly now: string
}

/** Throws NotFound for what is no kind of entity. */
function whatIsAsked({ archive }: Site, { params }: Request<EntityRoute>): Asked {
  const facet = facetTable.find(({ parameter }) => parameter === params.facet)
  if (!facet) {
    const known = facetTable.map(({ parameter }) => `/entity/${parameter}/…`).join(', ')
    throw new NotFound(`There is no such kind of entity. There are ${known}.`)
  }
  const successor = successorOf(archive, facet.name, params.id)
  const hasMoved = successor !== undefined || facetOfPage(facet.name) !== facet.name
  const now = hasMoved ? entityLink(facet.name, successor ?? params.id) : ''
  return { facet, id: params.id, now }
}

/** For good, but asked again each time: what was joined may be split. What else the address says is kept. */
function leadOn({ originalUrl }: Request<EntityRoute>, response: Response, path: string): void {
  const at = originalUrl.indexOf('?')
  response.set('Cache-Control', 'no-cache')
  response.redirect(301, at < 0 ? path : path + originalUrl.slice(at))
}

function dossierOf(
  site: Site,
  { facet, id }: Asked,
  response: Response,
): Promise<Dossier | undefined> {
  return readDossier(site, facet.name, id, untilGone(response))
}
