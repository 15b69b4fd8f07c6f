import type { Request, RequestHandler, Response } from 'express'
import type { Archive } from '../../engine/archive/archive.ts'
import type { FacetName } from '../../engine/article.ts'
import { changedAtOnce, mostUnasked } from '../corrections/changed-at-once.ts'
import { equalInForce } from '../corrections/equal-in-force.ts'
import { nameOfTarget } from '../corrections/find-target.ts'
import { readAsked, undoOf, type Asked, type OpenChoice } from '../corrections/read-form.ts'
import { wayBack, withDone } from '../corrections/way-back.ts'
import { NotFound } from '../error-pages.ts'
import { facets } from '../facets.ts'
import type { Site } from '../site.ts'
import { withoutUndone, type Correction } from '../../indexer/pipeline.ts'
import { optionalField } from '../forms.ts'
import { namingOf } from '../naming.ts'
import { readerOf } from '../reader.ts'
import type { AuditEntry } from '../store/audit.ts'
import { buildChoicePage, buildSurePage } from '../view-models/choice-page.ts'
import { describeCorrection } from '../view-models/describe-correction.ts'

/** POST /corrections: makes a correction and goes back to where it was made; asks first which value is meant where that is open. */
export function correctPage(site: Site): RequestHandler {
  return async (request, response) => {
    const asked = readAsked(site, request)
    const same = asked.kind === 'correction' && sameInForce(site, asked.correction)
    // Sent twice, as by a double click: the page tells of the first.
    if (same) response.redirect(303, withDone(wayBack(request), same.id))
    else await makeOrAsk(site, request, response, asked)
  }
}

function sameInForce({ correcting }: Site, correction: Correction): Correction | undefined {
  return equalInForce(correction, correcting.read().corrections)
}

async function makeOrAsk(
  site: Site,
  request: Request,
  response: Response,
  asked: Asked,
): Promise<void> {
  requireKnownValue(site, asked)
  if (asked.kind === 'choice') askBack(site, request, response, asked.choice)
  else if (!(await askWhetherSure(site, request, response, asked.correction)))
    await make(site, request, response, asked.correction)
}

/** Throws NotFound where a value is corrected that no article has: the correction would do nothing. */
function requireKnownValue({ archive }: Site, asked: Asked): void {
  const about = asked.kind === 'choice' ? asked.choice : asked.correction
  const isAdded =
    asked.kind === 'choice' ? asked.choice.value === '' : asked.correction.do === 'add'
  if (isAdded || !('facet' in about)) return
  const { facet, value } = about
  if (archive.displayName(facet, archive.redirect(facet, value) ?? value) !== undefined) return
  throw new NotFound(
    `No article has this ${facets[facet].noun}, so there is nothing to correct. It may have been corrected since the page was made: go back and reload it.`,
  )
}

/** POST /corrections/:id/undo: takes a correction back, or an undo, which makes it again. */
export function undoPage(site: Site): RequestHandler {
  return async (request, response) => {
    const all = site.correcting.read().corrections
    const meant = all.find((each) => each.id === request.params['id'])
    if (!meant)
      throw new NotFound('There is no such correction. It may have been removed from the file.')
    const standing = withoutUndone(all)
    const undone = standing.find((each) => each.do === 'undo' && each.of === meant.id)
    // Sent twice, as from two tabs: the page tells what it was taken back by.
    if (undone) response.redirect(303, withDone(wayBack(request), undone.id))
    else await make(site, request, response, ...sameAs(meant, standing).map(undoOf))
  }
}

/** Ids of the correction, or of all undos in force of what an undo takes back: any one left would keep it so. */
function sameAs(meant: Correction, standing: readonly Correction[]): string[] {
  if (meant.do !== 'undo') return [meant.id]
  const undos = standing.filter((each) => each.do === 'undo' && each.of === meant.of)
  return undos.map(({ id }) => id)
}

async function make(
  site: Site,
  request: Request,
  response: Response,
  ...corrections: readonly Correction[]
): Promise<void> {
  // Told as things stand now: what is corrected may be called otherwise afterwards.
  const told = corrections.map((each) => auditEntryOf(site, request, each))
  await site.correcting.correct(...corrections)
  for (const entry of told) site.store.audit.add(entry)
  response.redirect(303, withDone(wayBack(request), corrections.at(-1)?.id ?? ''))
}

function auditEntryOf(site: Site, request: Request, correction: Correction): AuditEntry {
  const { corrections } = site.correcting.read()
  return {
    account: readerOf(request).name,
    ...(correction.do === 'undo'
      ? { action: 'took back a correction', subject: correction.of }
      : { action: 'made a correction', subject: correction.id }),
    details: describeCorrection(correction, corrections, namingOf(site, '')),
  }
}

/** Asks before more articles change than a reader may think of. Returns whether it asked. */
async function askWhetherSure(
  site: Site,
  request: Request,
  response: Response,
  correction: Correction,
): Promise<boolean> {
  if (optionalField(request, 'sure') === 'yes') return false
  const articles = await changedAtOnce(site.archive, correction)
  if (articles <= mostUnasked) return false
  const isFromArticle = optionalField(request, 'article') !== ''
  const says = describeCorrection(correction, [], namingOf(site, ''))
  const context = { fields: fieldsOf(request), back: wayBack(request) }
  const page = buildSurePage(says, { articles, isFromArticle }, context)
  response.render('pages/choice', { ...page, formToken: site.formToken(request, response) })
  return true
}

function askBack(site: Site, request: Request, response: Response, choice: OpenChoice): void {
  const { facet, value, found } = choice
  const targets = 'targets' in found ? found.targets.map(({ id }) => id) : []
  const page = buildChoicePage(choice, {
    fields: fieldsOf(request),
    counts: site.archive.articlesWith(facet, [value, ...targets]),
    valueName: nameOfTarget(site.archive, facet, value),
    kindOf: (id) => kindOfTarget(site.archive, facet, id),
    back: wayBack(request),
  })
  response.render('pages/choice', { ...page, formToken: site.formToken(request, response) })
}

function fieldsOf(request: Request): [string, unknown][] {
  const body: unknown = request.body
  return typeof body === 'object' && body !== null ? Object.entries(body) : []
}

/** What stands above a value, and how it is written otherwise. */
function kindOfTarget(archive: Archive, facet: FacetName, id: string): string {
  const above = archive.broader(facet, id).map(({ name }) => name)
  const name = archive.displayName(facet, id)
  const others = archive
    .namesOf(facet, [id])
    .flatMap((each) => (each.name === name ? [] : each.name))
  const written = others.slice(0, 3).map((other) => `“${other}”`)
  return [
    above.length === 0 ? '' : `in ${above.join(', ')}`,
    written.length === 0 ? '' : `also ${written.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
