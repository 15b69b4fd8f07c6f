import type { Request, RequestHandler, Response } from 'express'
import { comesThroughProxy } from '../accounts/proxied.ts'
import { readContent } from '../accounts/session-store.ts'
import { faultOfPassword } from '../accounts/name-and-password.ts'
import { beginSession, endSession } from '../accounts/sessions.ts'
import { BadRequest } from '../error-pages.ts'
import { optionalField } from '../forms.ts'
import { readerOf } from '../reader.ts'
import { parametersOf, type Site } from '../site.ts'
import type { Account } from '../store/accounts.ts'
import {
  buildAccountPage,
  type AccountView,
  buildAccountView,
} from '../view-models/account-page.ts'

/** GET /account: who is logged in and where, with a form for another password. */
export function accountPage(site: Site): RequestHandler {
  return (request, response) => {
    const changed = parametersOf(request).get('changed') === 'password'
    const notice = changed
      ? 'Your password is changed. Every other session of yours has ended.'
      : ''
    show(site, request, response, { notice, fault: '' })
  }
}

/** GET /account.json: the same as data. */
export function accountJson(site: Site): RequestHandler {
  return (request, response) => {
    response.json(viewOf(site, request))
  }
}

/** POST /account/password: changes the own password; ends every other session. */
export function changePassword(site: Site): RequestHandler {
  return async (request, response) => {
    const account = accountOf(site, request)
    const wanted = optionalField(request, 'wanted')
    const fault = await faultOfChange(site, request, account)
    if (fault !== '') {
      response.status(400)
      show(site, request, response, { notice: '', fault: `Nothing was changed. ${fault}` })
      return
    }
    const hash = await site.passwords.hash(wanted)
    site.store.accounts.setPassword(account, hash, account.name)
    await beginSession(request, account)
    response.redirect(303, '/account?changed=password')
  }
}

async function faultOfChange(site: Site, request: Request, { name }: Account): Promise<string> {
  const wanted = optionalField(request, 'wanted')
  if (wanted !== optionalField(request, 'again'))
    return 'The two new passwords are not the same. Write it twice alike.'
  const fault = faultOfPassword(wanted, name)
  if (fault !== '') return fault
  const password = optionalField(request, 'current')
  const isRight = await site.passwords.check({ name, password, address: request.ip ?? '' })
  return isRight ? '' : 'The current password is wrong.'
}

/** POST /account/logout-everywhere: ends all sessions of who is logged in, this one too. */
export function logOutEverywhere(site: Site): RequestHandler {
  return async (request, response) => {
    site.store.sessions.deleteOf(accountOf(site, request).id)
    await endSession(request, response)
    response.redirect(303, '/login')
  }
}

/** Throws BadRequest on a site without accounts. */
function accountOf({ store }: Site, request: Request): Account {
  const account = store.accounts.byId(readerOf(request).owner)
  if (!account)
    throw new BadRequest('This site has no accounts, so there is no password to change.')
  return account
}

function viewOf({ store }: Site, request: Request): AccountView {
  const { owner } = readerOf(request)
  const account = store.accounts.byId(owner)
  const sessions = store.sessions.list(owner).flatMap(({ content, expires }) => {
    const read = readContent(content)
    return read ? [{ ...read, expires }] : []
  })
  return buildAccountView(account, sessions)
}

function show(
  site: Site,
  request: Request,
  response: Response,
  said: { readonly notice: string; readonly fault: string },
): void {
  const page = buildAccountPage(viewOf(site, request), {
    ...said,
    isProxyUntrusted: comesThroughProxy(request) && request.app.get('trust proxy') === false,
    formToken: site.formToken(request, response),
  })
  response.render('pages/account', page)
}
