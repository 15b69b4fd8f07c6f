import type { Request, RequestHandler, Response } from 'express'
import { isLoopbackName } from '../protection.ts'
import { setReader, soleOwner, type Reader } from '../reader.ts'
import type { Account } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { howToAdd, type Access } from './access.ts'
import { isForOpenPath, noteOpenPaths } from './permissions.ts'
import { comesThroughProxy } from './proxied.ts'
import { LoginNeeded, WithoutAccounts } from './refusals.ts'
import { readSessions } from './sessions.ts'

/**
 * Says who sent each request, or turns it away. With accounts, everybody logs in, wherever the site listens; without any, it serves its
 * owner on this machine. Accounts are looked for anew each time, so one added or removed meanwhile counts at once.
 */
export function admit(store: Store, access: Access): RequestHandler[] {
  const sessions = readSessions(store)
  return [
    noteOpenPaths(),
    (request, response, next) => {
      if (store.accounts.any()) sessions(request, response, next)
      else next()
    },
    (request, response, next) => {
      if (store.accounts.any()) admitAccount(store, request, response)
      else admitOwner(access, request, response)
      if (!response.headersSent) next()
    },
  ]
}

/** The session that a form belongs to; '' for who is not logged in. */
export function sessionOf(request: Request): string {
  return sessionIds.get(request) ?? ''
}

const sessionIds = new WeakMap<object, string>()

function admitAccount(store: Store, request: Request, response: Response): void {
  // What somebody saw must not be there for the next one at this machine, after the logout.
  response.set('cache-control', 'no-store')
  const { account: id } = request.session
  const account = id === undefined ? undefined : store.accounts.byId(id)
  if (account) {
    sessionIds.set(request, request.sessionID)
    welcome(request, response, readerFor(account))
    return
  }
  response.locals['isClosed'] = true
  if (isForOpenPath(request)) return
  if (asksForPage(request)) response.redirect(`/login?${nextOf(request)}`)
  else
    throw new LoginNeeded(
      'You are not logged in, or not any more. Nothing was changed. Log in, then try again.',
    )
}

/** Throws WithoutAccounts where somebody else than the owner could be asking. */
function admitOwner(access: Access, request: Request, response: Response): void {
  const isProxied = comesThroughProxy(request)
  if (!access.isForAnybody && (access.isExposed || isProxied)) {
    response.locals['isClosed'] = true
    throw new WithoutAccounts(
      `${isProxied ? 'This request came through a proxy' : 'Others can reach this site'}, and there are no accounts: anybody could read and change everything. ` +
        `Whoever runs the site adds an account: ${howToAdd}. It is asked for at once, without a restart.`,
    )
  }
  const isFromElsewhere = isProxied || !isLoopbackName(request.headers.host ?? '')
  response.locals['isForAnybody'] = isFromElsewhere
  welcome(request, response, soleOwner)
}

function welcome(request: Request, response: Response, reader: Reader): void {
  setReader(request, reader)
  // For the frame of the page, and for what only an admin is offered.
  response.locals['reader'] = reader
}

function readerFor({ id, name, role }: Account): Reader {
  return { owner: id, name, isAdmin: role === 'admin' }
}

/** Whether a browser goes to a page: a script or a download would take the login page for what it asked for. */
function asksForPage({ method, path, headers }: Request): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const mode = headers['sec-fetch-mode']
  return !/\.[a-z0-9]+$/i.test(path) && (mode === undefined || mode === 'navigate')
}

function nextOf({ originalUrl }: Request): string {
  return new URLSearchParams({ next: originalUrl.slice(0, 4_000) }).toString()
}
