import { Router, type RequestHandler } from 'express'
import { NotAllowed } from './refusals.ts'
import { isKnown, readerOf } from '../reader.ts'

/** Who may do something: everybody, also without logging in; whoever is logged in; or an admin. */
export type Permission = 'everybody' | 'reader' | 'admin'

/**
 * Who may use which route, in the words of the route table. Whatever changes something has a line here, else only an admin may use it;
 * pages to look at need one only where they are not for every reader.
 */
export const permissions = {
  'POST /login': 'everybody',
  'POST /logout': 'reader',
  'POST /account/password': 'reader',
  'POST /account/logout-everywhere': 'reader',
  'POST /saved': 'reader',
  'POST /saved/import': 'reader',
  'POST /saved/:id/seen': 'reader',
  'POST /saved/:id/update': 'reader',
  'POST /saved/:id/notes': 'reader',
  'POST /saved/:id/share': 'reader',
  'POST /saved/:id/duplicate': 'reader',
  'POST /saved/:id/restore': 'reader',
  'POST /saved/:id/run': 'reader',
  'POST /saved/:id/rename': 'reader',
  'POST /saved/:id/delete': 'reader',
  'POST /new/seen': 'reader',
  'POST /names': 'reader',
  'POST /names.json': 'reader',
  'POST /names.csv': 'reader',
  'POST /saved/:id/feed': 'reader',
  'POST /saved/:id/feed/revoke': 'reader',
  'POST /collect': 'reader',
  'POST /collections': 'reader',
  'POST /collections/:id/edit': 'reader',
  'POST /collections/:id/delete': 'reader',
  'POST /collections/:id/restore': 'reader',
  'POST /collections/:id/mark': 'reader',
  'POST /collections/:id/note': 'reader',
  'POST /collections/:id/remove': 'reader',
  'POST /collections/:id/undo': 'reader',
  'GET /correct': 'admin',
  'POST /corrections': 'admin',
  'POST /corrections/import': 'admin',
  'POST /corrections/:id/undo': 'admin',
  'POST /sample/load': 'admin',
  'POST /sample/remove': 'admin',
  'GET /article/:id/remove': 'admin',
  'POST /article/:id/remove': 'admin',
  'GET /audit': 'admin',
  'GET /audit.json': 'admin',
} as const satisfies Readonly<Record<string, Permission>>

/** What everybody may look at without logging in. A feed's address has a token of its own, which its page checks. */
export const openPaths = ['/login', '/feed/:token.atom', '/opensearch.xml'] as const

/** Notes which requests are for an open path: by Express's own reading of addresses, so that no spelling of one slips through. */
export function noteOpenPaths(): RequestHandler {
  const open = Router()
  open.all([...openPaths], (request, _response, next) => {
    opened.add(request)
    next()
  })
  return open
}

/** Whether a request was noted to be for an open path. */
export function isForOpenPath(request: object): boolean {
  return opened.has(request)
}

const opened = new WeakSet()

/** Refuses what the table does not allow; stands before all routes. Throws NotAllowed. */
export function requirePermission(): RequestHandler {
  const guards = Router()
  const listed = new WeakSet<object>()
  for (const [route, permission] of Object.entries(permissions)) {
    const [method, path = ''] = route.split(' ')
    const guard: RequestHandler = (request, _response, next) => {
      listed.add(request)
      if (permission === 'admin') requireAdmin(request)
      next()
    }
    if (method === 'GET') guards.get(path, guard)
    else guards.post(path, guard)
  }
  guards.use((request, _response, next) => {
    const changes = !['GET', 'HEAD'].includes(request.method)
    if (changes && !listed.has(request)) requireAdmin(request)
    next()
  })
  return guards
}

function requireAdmin(request: object): void {
  if (isKnown(request) && readerOf(request).isAdmin) return
  throw new NotAllowed('Only an admin may do this. Ask one, or log in as one.')
}
