import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { createApp } from '../../../server/app.ts'
import { tokenIn } from '../answer.ts'
import { routesOf } from '../routes-of.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import { logIn, openBrowser, passwordOf, type Visitor } from '../visitor.ts'

let site: TestSite
let article: string
let anna: Visitor
let ben: Visitor
beforeAll(async () => {
  site = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
  const ids = await site.add({ title: 'Convoy', text: 'Trucks.', outlet: 'Harbour Post' })
  article = ids[0] ?? ''
  anna = await site.logIn('anna')
  ben = await site.logIn('ben')
})
afterAll(() => site.close())

const routes = (method: string) =>
  routesOf(site.app)
    .filter((route) => route.startsWith(`${method} `))
    .map((route) => route.slice(method.length + 1))

/** An address that a route answers. */
const addressOf = (route: string) =>
  route
    .replace('/article/:id', `/article/${article}`)
    .replace(':other', article)
    .replace(':facet', 'outlet')
    .replace(/:token/, 'x'.repeat(20))
    .replace(/:\w+/, '1')

describe('a form', () => {
  it('is refused everywhere without a token', async () => {
    for (const route of routes('POST')) {
      const answer = await request(site.app)
        .post(addressOf(route))
        .set('Cookie', anna.cookies())
        .type('form')
        .send({ name: 'x' })
      expect([route, answer.status]).toEqual([route, 403])
    }
    expect(site.archive.get(article)).toBeDefined()
  }, 60_000)

  it('is refused with the token of another session', async () => {
    const token = tokenIn((await ben.get('/account')).text)
    const formCookie = ben.cookies().filter((cookie) => cookie.startsWith('dateline-form'))
    const session = anna.cookies().filter((cookie) => cookie.startsWith('dateline-session'))
    const answer = await request(site.app)
      .post('/saved')
      .set('Cookie', [...session, ...formCookie])
      .type('form')
      .send({ _csrf: token, name: 'Planted', search: 'q=a' })
    expect(answer.status).toBe(403)
    expect(site.store.savedQueries.list(1)).toEqual([])
  })

  it('is refused with the token of the login page, once logged in', async () => {
    const browser = openBrowser(site.app)
    const token = tokenIn((await browser.get('/login')).text)
    const before = browser.cookies()
    await browser.post('/login', { name: 'ben', password: passwordOf('ben') })
    const session = browser.cookies().filter((cookie) => cookie.startsWith('dateline-session'))
    const answer = await request(site.app)
      .post('/logout')
      .set('Cookie', [...before, ...session])
      .type('form')
      .send({ _csrf: token })
    expect(answer.status).toBe(403)
  })

  it('that logs in is refused from another site', async () => {
    const fields = { name: 'ben', password: passwordOf('ben') }
    const answer = await openBrowser(site.app).post('/login', fields, {
      'sec-fetch-site': 'cross-site',
    })
    expect(answer.status).toBe(403)
  })

  it.each([
    ['a name', { name: 'x'.repeat(15_000), password: 'some password' }, 401],
    ['a password', { name: 'nobody', password: 'x'.repeat(15_000) }, 401],
    ['both', { name: 'x'.repeat(99_000), password: 'x'.repeat(99_000) }, 413],
  ])('with %s far too long is refused', async (_what, fields, status) => {
    const answer = await openBrowser(site.app).post('/login', fields)
    expect(answer.status).toBe(status)
    expect(answer.text.length).toBeLessThan(10_000)
  })

  it('is read only for who may send it', async () => {
    const answer = await request(site.app)
      .post('/corrections/import')
      .set('content-type', 'multipart/form-data; boundary=x')
      .send('x'.repeat(3_000_000))
    expect(answer.status).toBe(401)
  })
})

describe('every page', () => {
  it('keeps to itself, and is kept by no cache once somebody is logged in', async () => {
    for (const route of routes('GET')) {
      const { status, headers } = await anna.get(addressOf(route))
      const policy = String(headers['content-security-policy'])
      expect([route, status < 500]).toEqual([route, true])
      expect([route, policy]).toEqual([route, expect.stringContaining("default-src 'none'")])
      expect([route, headers['x-content-type-options']]).toEqual([route, 'nosniff'])
      expect([route, headers['x-frame-options']]).toEqual([route, 'DENY'])
      expect([route, headers['referrer-policy']]).toEqual([route, 'same-origin'])
      expect([route, String(headers['cache-control'])]).toEqual([
        route,
        expect.stringContaining('no-store'),
      ])
    }
  }, 60_000)

  it('is refused under a foreign host name, logged in or not, whatever a proxy is said to say', async () => {
    for (const path of ['/login', '/search', '/account', '/health', '/static/style.css']) {
      const answer = await request(site.app)
        .get(path)
        .set('Cookie', anna.cookies())
        .set({ host: 'evil.example', 'x-forwarded-host': '127.0.0.1' })
      expect([path, answer.status]).toEqual([path, 421])
    }
  })

  it('never names the host of X-Forwarded-Host', async () => {
    const access = { isExposed: true, isForAnybody: false, trustProxy: 1 }
    const app = createApp({ ...site, allowedHosts: [], access })
    const saved = site.store.savedQueries.add(2, { name: 'Trucks', search: 'q=trucks', seen: 0 })
    site.store.feedTokens.renew(2, saved.id)
    const feed = `/feed/${site.store.feedTokens.of(2, saved.id)}.atom`
    const open = ['/', '/search', '/search.atom', '/login', '/opensearch.xml', feed]
    const files = ['/search.csv?q=trucks', '/api']
    const visitor = await logIn(app, 'ben')
    for (const [proto, scheme] of [
      ['https', 'https:'],
      ['http', 'http:'],
      ['javascript', 'http:'],
    ] as const) {
      const forwarded = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': proto }
      const cookie = visitor.cookies()
      for (const path of [...open, ...files]) {
        const { status, text, headers } = await request(app)
          .get(path)
          .set({ ...forwarded, ...(path === feed ? {} : { cookie: cookie.join('; ') }) })
        expect([path, status]).toEqual([path, ['/', '/login'].includes(path) ? 302 : 200])
        expect(text + JSON.stringify(headers)).not.toContain('evil.example')
        const named = text.match(/[a-z]+:(?=\/\/127\.0\.0\.1)/g) ?? []
        expect([path, ...new Set(named)]).toEqual(
          ['/', '/search', '/login'].includes(path) ? [path] : [path, scheme],
        )
      }
    }
    site.store.savedQueries.delete(2, saved.id)
  })
})

describe('cookies', () => {
  const trusting = (trustProxy: false | number) =>
    createApp({
      ...site,
      allowedHosts: [],
      access: { isExposed: true, isForAnybody: false, trustProxy },
    })
  const right = { name: 'ben', password: passwordOf('ben') }

  it('are Secure where a trusted proxy says https', async () => {
    const https = { 'x-forwarded-proto': 'https' }
    const { headers } = await openBrowser(trusting(1)).post('/login', right, https)
    expect(String(headers['set-cookie'])).toMatch(/dateline-session=.*Secure/)
    const page = await request(trusting(1)).get('/login').set(https)
    expect(String(page.headers['set-cookie'])).toMatch(/dateline-form=.*Secure/)
  })

  it('are not where a stranger says so', async () => {
    const https = { 'x-forwarded-proto': 'https' }
    const { headers } = await openBrowser(trusting(false)).post('/login', right, https)
    expect(String(headers['set-cookie'])).not.toContain('Secure')
  })
})
