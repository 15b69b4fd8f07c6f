import cookieParser from 'cookie-parser'
import { doubleCsrf } from 'csrf-csrf'
import express, { type Request, type RequestHandler, type Response } from 'express'
import { BadRequest, NotFound } from './error-pages.ts'
import { sessionOf } from './accounts/gate.ts'
import { readMultipart } from './multipart.ts'
import { comesFromElsewhere } from './protection.ts'

/** Reads forms and refuses those that were not sent from a page of this site. */
export interface Forms {
  readonly protection: readonly RequestHandler[]
  /** The token that a page's forms carry; sets the cookie that it is checked against. */
  readonly token: (request: Request, response: Response) => string
}

/** The field of a form that carries the token. */
const tokenField = '_csrf'

const cookieOptions = { sameSite: 'strict', httpOnly: true, secure: false, path: '/' } as const

/** Double submit: a form carries the value of a cookie, and both are signed with a secret that only the store has. */
export function protectForms(secret: string): Forms {
  const { doubleCsrfProtection, generateCsrfToken, invalidCsrfTokenError } = doubleCsrf({
    getSecret: () => secret,
    // Before the login there is no session to tie a token to: the cookie is SameSite=Strict, and foreign origins are refused before.
    getSessionIdentifier: sessionOf,
    cookieName: 'dateline-form',
    cookieOptions,
    getCsrfTokenFromRequest: (request) => optionalField(request, tokenField),
  })
  const refuseForeign: RequestHandler = (request, _response, next) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD'
    if (changes && comesFromElsewhere(request)) throw invalidCsrfTokenError
    next()
  }
  return {
    protection: [
      refuseForeign,
      cookieParser(),
      // As much as a list of 500 names; a field for each of 200 articles that are ticked.
      express.urlencoded({ extended: false, limit: '128kb', parameterLimit: 250 }),
      // As much as some ten thousand corrections.
      express.raw({ type: 'multipart/form-data', limit: '2mb' }),
      readMultipart,
      doubleCsrfProtection,
    ],
    token: (request, response) =>
      generateCsrfToken(request, response, {
        cookieOptions: { ...cookieOptions, secure: request.secure },
      }),
  }
}

/** A field of a sent form without spaces around it. Throws BadRequest when it is empty or longer than `longest`. */
export function readField(request: Request, field: string, longest: number): string {
  const value = optionalField(request, field).trim()
  if (value === '') throw new BadRequest(`The field “${field}” is empty. Go back and fill it in.`)
  if (value.length > longest) {
    throw new BadRequest(`The field “${field}” holds more than ${longest} characters. Shorten it.`)
  }
  return value
}

/** The number in a path such as /saved/7. Throws NotFound for anything else. */
export function readId(request: Request): number {
  const id = request.params['id']
  if (typeof id === 'string' && /^\d{1,9}$/.test(id)) return Number(id)
  throw new NotFound('There is no saved query with this number.')
}

/** A field of a sent form as it is; '' where there is none. */
export function optionalField(request: Pick<Request, 'body'>, field: string): string {
  const body: unknown = request.body
  if (typeof body !== 'object' || body === null) return ''
  const value: unknown = Reflect.get(body, field)
  return typeof value === 'string' ? value : ''
}
