import type { Request, RequestHandler, Response } from 'express'
import { BadRequest } from '../error-pages.ts'
import { optionalField } from '../forms.ts'
import { isKnown } from '../reader.ts'
import { safeNext } from '../accounts/safe-next.ts'
import { TryLater } from '../accounts/refusals.ts'
import { beginSession, endSession } from '../accounts/sessions.ts'
import { parametersOf, type Site } from '../site.ts'
import { buildLoginPage } from '../view-models/login-page.ts'

/** GET /login: the form; who is logged in, or need not log in, goes on to `next`. */
export function loginPage(site: Site): RequestHandler {
  return (request, response) => {
    const next = safeNext(parametersOf(request).get('next') ?? '')
    if (isKnown(request)) response.redirect(next)
    else showForm(site, request, response, { next, name: '', fault: '' })
  }
}

/** POST /login: begins a session and goes to `next`; asks again after a wrong password, or says how long to wait. */
export function logIn(site: Site): RequestHandler {
  return async (request, response) => {
    if (!site.store.accounts.any())
      throw new BadRequest('This site has no accounts, so nobody needs to log in.')
    const [name, password] = [optionalField(request, 'name'), optionalField(request, 'password')]
    const next = safeNext(optionalField(request, 'next'))
    const again = (status: number, fault: string) => {
      response.status(status)
      showForm(site, request, response, { next, name: name.slice(0, 100), fault })
    }
    try {
      const claim = { name: name.slice(0, 200), password, address: request.ip ?? '' }
      const account = await site.passwords.check(claim)
      if (!account) {
        again(401, 'The name or the password is wrong.')
        return
      }
      await beginSession(request, account)
      response.redirect(303, next)
    } catch (error) {
      if (!(error instanceof TryLater)) throw error
      response.set('retry-after', String(error.seconds))
      again(429, error.message)
    }
  }
}

/** POST /logout: ends this session. */
export function logOut(site: Site): RequestHandler {
  return async (request, response) => {
    if (site.store.accounts.any()) await endSession(request, response)
    response.redirect(303, '/login')
  }
}

interface Form {
  readonly next: string
  readonly name: string
  readonly fault: string
}

function showForm(site: Site, request: Request, response: Response, form: Form): void {
  const formToken = site.formToken(request, response)
  response.render('pages/login', buildLoginPage(form, formToken))
}
