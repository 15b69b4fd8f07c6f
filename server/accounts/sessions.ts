import type { Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import type { Account } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { longestSession, SessionStore } from './session-store.ts'

/** The cookie of a session. */
export const cookieName = 'dateline-session'

/** Reads who is logged in from the cookie; makes no session for who is not. */
export function readSessions(store: Store): RequestHandler {
  return session({
    name: cookieName,
    store: new SessionStore(store.sessions),
    secret: store.secret(),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/', maxAge: longestSession },
  })
}

/** Logs somebody in, under a new id: one that was known before does not open what comes now. */
export async function beginSession(request: Request, { id }: Account): Promise<void> {
  await settle((done) => request.session.regenerate(done))
  request.session.account = id
  request.session.since = new Date().toISOString()
  request.session.agent = (request.headers['user-agent'] ?? '').slice(0, 300)
  // On disk before the answer: the next request may be faster than its end.
  await settle((done) => request.session.save(done))
}

/** Logs out here. */
export async function endSession(request: Request, response: Response): Promise<void> {
  await settle((done) => request.session.destroy(done))
  response.clearCookie(cookieName, { path: '/' })
}

function settle(begin: (done: (error: unknown) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    begin((error) => {
      if (error === undefined || error === null) resolve()
      else
        reject(
          error instanceof Error
            ? error
            : new Error('The session could not be kept.', { cause: error }),
        )
    })
  })
}
