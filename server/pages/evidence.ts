import type { RequestHandler } from 'express'
import { effectsOn } from '../../indexer/pipeline.ts'
import { correctedOn } from '../corrections/corrected.ts'
import { withDone } from '../corrections/way-back.ts'
import { BadRequest, NotFound } from '../error-pages.ts'
import { facetTable } from '../facets.ts'
import { ParameterReader } from '../read-parameters.ts'
import { readerOf } from '../reader.ts'
import { withShownNames } from '../shown-names.ts'
import { parametersOf, type Site } from '../site.ts'
import { buildEvidencePage, type EvidenceAsked } from '../view-models/evidence-page.ts'
import { findArticle } from '../find-article.ts'

/** GET /article/:id/evidence: all evidence for one value (`person=ada-admiral`), or for the values of a facet (`facet=person&part=2`). */
export function evidencePage(site: Site): RequestHandler<{ id: string }> {
  return (request, response) => {
    const stored = findArticle(site.archive, request.params.id)
    const [article = stored] = withShownNames(site.archive, [stored])
    const page = buildEvidencePage(article, readEvidenceAsked(site, parametersOf(request)), {
      effects: effectsOn(site.archive, stored),
      here: withDone(request.originalUrl, ''),
      correctable: readerOf(request).isAdmin,
    })
    if (page.evidence.length === 0)
      throw new NotFound(
        'The article has no such value any more. It may have been corrected since the link was made.',
      )
    const corrected = correctedOn(site, request)
    response.render('pages/evidence', {
      ...{ ...page, corrected },
      formToken: site.formToken(request, response),
    })
  }
}

function readEvidenceAsked({ archive }: Site, parameters: URLSearchParams): EvidenceAsked {
  const named = parameters.get('facet')
  const facet = facetTable.find(
    ({ parameter }) => named === parameter || (named === null && parameters.has(parameter)),
  )
  if (!facet) {
    const known = facetTable.map(({ parameter }) => parameter).join(', ')
    throw new BadRequest(`The address does not say whose evidence to show. There are ${known}.`)
  }
  const asked = parameters.get(facet.parameter) ?? ''
  const part = new ParameterReader(parameters).count('part', 1)
  return { facet, id: archive.redirect(facet.name, asked) ?? asked, part: Math.max(1, part) }
}
