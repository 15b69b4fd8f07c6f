import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import { LeaseHeld } from '../engine/archive/lease.ts'
import { DatabaseUnusable } from '../engine/archive/open-database.ts'
import { EngineBusy, EngineUnavailable } from '../engine/search-engine.ts'
import { TooManyExports } from './export/slots.ts'
import { CollectionRefused } from './store/collections.ts'
import { LoginNeeded, NotAllowed, TryLater, WithoutAccounts } from './accounts/refusals.ts'
import { StoreUnusable, faultOfStore } from './store/store-unusable.ts'
import { NameTaken } from './store/saved-queries.ts'
import type { Problem } from './read-parameters.ts'
import { describeProblem } from './view-models/describe-problem.ts'
import { buildLayout } from './view-models/layout.ts'

/** The reader asked for something that cannot be answered. The message says what to do instead. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
}

/** Parts of an address cannot be read; a page leaves them out and says so, a program is told. */
export class UnreadableAddress extends BadRequest {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join(' '))
    this.problems = problems
  }
}

/** There is no such page or article. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The request came under a host name that this site does not have. */
export class WrongHost extends Error {
  override readonly name = 'WrongHost'
}

interface ErrorPage {
  readonly status: number
  readonly heading: string
  readonly message: string
}

/** The one map from errors to pages. What it does not know is our own mistake: 500, and logged. */
export function errorPageOf(thrown: unknown): ErrorPage {
  const error = faultOfStore(thrown)
  for (const [kind, status, heading] of ownErrors) {
    if (error instanceof kind) return { status, heading, message: error.message }
  }
  return errorOfLibraries(error) ?? unexpected
}

const ownErrors = [
  [BadRequest, 400, 'This cannot be done as asked'],
  [LoginNeeded, 401, 'Log in first'],
  [NotAllowed, 403, 'This is for admins'],
  [WithoutAccounts, 403, 'This site has no accounts yet'],
  [NotFound, 404, 'There is nothing here'],
  [NameTaken, 409, 'This name is taken'],
  [CollectionRefused, 409, 'The collection cannot be kept like this'],
  [LeaseHeld, 409, 'Somebody else is writing'],
  [WrongHost, 421, 'Wrong host name'],
  [TryLater, 429, 'Not so fast'],
  [TooManyExports, 503, 'Too many exports at once'],
  [EngineBusy, 503, 'Many searches are running'],
  [EngineUnavailable, 503, 'The search engine does not answer'],
  [StoreUnusable, 503, 'Nothing can be kept now'],
  [DatabaseUnusable, 503, 'The archive cannot be used'],
] as const

const unexpected: ErrorPage = {
  status: 500,
  heading: 'Something went wrong',
  message:
    'This is a fault of Dateline, not of your request. The terminal that runs the site shows the details; the archive and the saved queries are untouched.',
}

const libraryErrors: ReadonlyMap<number, Omit<ErrorPage, 'status'>> = new Map([
  [
    400,
    {
      heading: 'This address cannot be read',
      message: 'A part of the address or of the form is damaged. Go back and try again.',
    },
  ],
  [
    403,
    {
      heading: 'This form is out of date',
      message:
        'Nothing was changed. The form was not sent from a page of this site, or the page was open for too long. Go back, reload the page and send it again.',
    },
  ],
  [
    413,
    {
      heading: 'Too long',
      message:
        'The form holds more than can be taken: 128 KB and 250 fields, 2 MB for an import of corrections, 16 MB for one of saved queries. Nothing was changed. Send less at once.',
    },
  ],
  [
    415,
    {
      heading: 'Unknown kind of form',
      message: 'Forms of this site are sent as ordinary HTML forms.',
    },
  ],
])

function errorOfLibraries(error: unknown): ErrorPage | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number')
    return undefined
  const page = libraryErrors.get(error.status)
  return page && { status: error.status, ...page }
}

/** Stands behind all routes. */
export const unknownPage: RequestHandler = () => {
  throw new NotFound('No page has this address. The search page is the place to start.')
}

/** Answers a request that failed: a page, or a problem (RFC 9457) where a program asked. */
export const showError: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const page = errorPageOf(error)
  if (page.status === 500) console.error(error)
  if (response.headersSent) {
    next(error)
    return
  }
  response.status(page.status)
  if (error instanceof TryLater || error instanceof EngineBusy)
    response.set('retry-after', String(error.seconds))
  if (isForProgram(request)) {
    const problems = error instanceof UnreadableAddress ? { problems: error.problems } : {}
    const { heading: title, status, message: detail } = page
    response
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', title, status, detail, ...problems }))
  } else response.render('pages/error', { layout: buildLayout(page.heading, ''), ...page })
}

/** Where a browser follows a link to a file, its reader wants to be told on a page. */
function isForProgram(request: Request): boolean {
  if (request.path.endsWith('.json') || request.path === '/health') return true
  return request.accepts(['html', 'json']) === 'json'
}
