import type { Express } from 'express'
import request from 'supertest'
import { hashPassword } from '../../server/accounts/password-hash.ts'
import type { Store } from '../../server/store/store.ts'
import { tokenIn, toAnswer, type Answer } from './answer.ts'

/** A browser of somebody: it keeps the cookies that the site sets. */
export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Sends a form with the token of a page that the visitor sees. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  /** The cookies that it has now, as `name=value`. */
  cookies(): string[]
}

/** The password of an account that a test site was opened with. */
export const passwordOf = (name: string) => `${name}, open sesame`

/** Adds an account whose password is `passwordOf(name)`, hashed at next to no cost. */
export async function addTestAccount(
  store: Store,
  name: string,
  role: 'admin' | 'reader',
): Promise<void> {
  const password = await hashPassword(passwordOf(name), { ln: 1, r: 8, p: 1 })
  store.accounts.add({ name, password, role }, 'a test')
}

/** Opens a browser that has never been here. */
export function openBrowser(app: Express): Visitor {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`)
  const keep = (answer: Answer) => {
    for (const cookie of answer.cookies) {
      const at = cookie.indexOf('=')
      if (cookie.slice(at + 1) === '') jar.delete(cookie.slice(0, at))
      else jar.set(cookie.slice(0, at), cookie.slice(at + 1))
    }
    return answer
  }
  const get: Visitor['get'] = async (path, headers = {}) =>
    keep(toAnswer(await request(app).get(path).set('Cookie', cookies()).set(headers)))
  return {
    cookies,
    get,
    post: async (path, fields = {}, headers = {}) => {
      const isIn = [...jar.keys()].includes('dateline-session')
      const page = await get(isIn ? '/account' : '/login', headers)
      const sent = request(app).post(path).set('Cookie', cookies()).set(headers).type('form')
      return keep(toAnswer(await sent.send({ _csrf: tokenIn(page.text), ...fields })))
    },
  }
}

/** A browser in which somebody has logged in. */
export async function logIn(app: Express, name: string): Promise<Visitor> {
  const visitor = openBrowser(app)
  const { status, text } = await visitor.post('/login', { name, password: passwordOf(name) })
  if (status !== 303) throw new Error(`${name} could not log in: ${status}\n${text}`)
  return visitor
}
