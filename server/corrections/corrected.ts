import type { Request } from 'express'
import { namingOf } from '../naming.ts'
import { parametersOf, type Site } from '../site.ts'
import { buildCorrected, type Corrected } from '../view-models/corrected.ts'
import { doneParameter, withDone } from './way-back.ts'

/** The notice that a page shows after a correction was made from it; undefined for any other visit. */
export function correctedOn(site: Site, request: Request): Corrected | undefined {
  const id = parametersOf(request).get(doneParameter) ?? ''
  if (id === '') return undefined
  return buildCorrected(id, site.correcting.read().corrections, {
    changed: site.correcting.changedBy(id),
    back: withDone(request.originalUrl, ''),
    naming: namingOf(site, articleOf(request.path)),
  })
}

/** The article whose page this is; '' for another page. */
function articleOf(path: string): string {
  return /^\/article\/([^/]+)$/.exec(path)?.[1] ?? ''
}
