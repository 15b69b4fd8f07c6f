import type { Request, RequestHandler } from 'express'
import { UnreadableAddress } from '../error-pages.ts'
import { ParameterReader } from '../read-parameters.ts'
import { parametersOf, type Site } from '../site.ts'
import { buildAuditPage, type AuditView, linesInPart } from '../view-models/audit-page.ts'
import { partJson } from '../view-models/plain-json.ts'

/** GET /audit: who did what, the latest first; `find` and `part`. */
export function auditPage(site: Site): RequestHandler {
  return (request, response) => {
    const view = viewOf(site, request)
    response.status(view.problems.length > 0 ? 400 : 200)
    response.render('pages/audit', buildAuditPage(view))
  }
}

/** GET /audit.json: the same as data. */
export function auditJson(site: Site): RequestHandler {
  return (request, response) => {
    const { problems, find, part, total, lines } = viewOf(site, request)
    if (problems.length > 0) throw new UnreadableAddress(problems)
    response.json({ find, total, ...partJson(part, linesInPart, total), lines })
  }
}

function viewOf({ store }: Site, request: Request): AuditView {
  const reader = new ParameterReader(parametersOf(request))
  const [find, part] = [reader.text('find'), reader.count('part', 1)]
  return { find, part, problems: reader.problems, ...store.audit.list(find, part, linesInPart) }
}
