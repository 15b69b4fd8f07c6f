import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { readAddress, requireAccounts, warningOf } from '../../server/address.ts'
import { createApp } from '../../server/app.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add({ title: 'Convoy', sample: true })
})
afterAll(() => site.close())

describe('the name of the host', () => {
  it.each(['localhost:3000', '127.0.0.1:8080', '[::1]:3000', 'LOCALHOST', 'localhost.'])(
    '%s is answered',
    async (host) => {
      expect((await request(site.app).get('/help').set('host', host)).status).toBe(200)
    },
  )

  it.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost:3000.evil.example',
    '10.0.0.1:3000',
  ])('%s is refused with 421', async (host) => {
    for (const path of ['/search', '/search.json', '/static/style.css', '/health']) {
      const { status, headers } = await request(site.app).get(path).set('host', host)
      expect(status).toBe(421)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  it('is answered when ALLOWED_HOSTS has it', async () => {
    const app = createApp({ ...site, allowedHosts: ['News.Example', '192.168.0.7'] })
    for (const host of ['news.example', 'NEWS.example:8443', '192.168.0.7:3000']) {
      expect((await request(app).get('/help').set('host', host)).status).toBe(200)
    }
  })
})

describe('a form', () => {
  const fields = { name: 'A', search: 'q=a' }
  let token: string
  let cookie: string[]
  beforeEach(async () => {
    const page = await site.get('/search?q=a')
    token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    cookie = page.cookies
    for (const { id } of site.store.savedQueries.list(0)) site.store.savedQueries.delete(0, id)
  })
  const send = (
    headers: Readonly<Record<string, string>>,
    body: Readonly<Record<string, string>>,
  ) => request(site.app).post('/saved').set('Cookie', cookie).set(headers).type('form').send(body)

  it('is taken with its token', async () => {
    expect((await send({}, { ...fields, _csrf: token })).status).toBe(303)
  })

  it.each([
    ['without a token', {}, fields],
    ['with a made-up token', {}, { ...fields, _csrf: 'a'.repeat(64) }],
  ])('%s is refused with 403 and changes nothing', async (_case, headers, body) => {
    const { status, text } = await send(headers, body)
    expect(status).toBe(403)
    expect(text).toContain('Nothing was changed')
    expect(site.store.savedQueries.list(0)).toEqual([])
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3000' }],
    ['an opaque origin', { origin: 'null' }],
  ])('from %s is refused even with a token', async (_from, headers) => {
    expect((await send(headers, { ...fields, _csrf: token })).status).toBe(403)
    expect(site.store.savedQueries.list(0)).toEqual([])
  })

  it('without its cookie is refused', async () => {
    const answer = await request(site.app)
      .post('/saved')
      .type('form')
      .send({ ...fields, _csrf: token })
    expect(answer.status).toBe(403)
  })

  it('protects every route that changes something', async () => {
    for (const path of [
      '/saved',
      '/saved/1/run',
      '/saved/1/rename',
      '/saved/1/delete',
      '/corrections',
      '/corrections/import',
      '/corrections/abc/undo',
      '/sample/remove',
    ]) {
      expect((await request(site.app).post(path).type('form').send({ name: 'x' })).status).toBe(403)
    }
    expect(site.archive.sampleCount()).toBe(1)
  })

  it('that is too large is refused with 413', async () => {
    const { status, text } = await send({}, { ...fields, _csrf: token, name: 'x'.repeat(140_000) })
    expect(status).toBe(413)
    expect(text).toContain('Too long')
    expect(text).toContain('128 KB and 250 fields, 2 MB for an import of corrections, 16 MB for')
  })
})

describe('every answer', () => {
  it('lets pages load nothing from elsewhere and run nothing inline', async () => {
    for (const path of ['/search', '/saved', '/nowhere', '/search.json']) {
      const { headers } = await site.get(path)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';style-src 'self';script-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
      )
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers).not.toHaveProperty('x-powered-by')
    }
  })

  it('sets a cookie that scripts and other sites do not get', async () => {
    const { headers } = await site.get('/search?q=a')
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
  })
})

describe('HOST', () => {
  const settings = {
    PORT: '3000',
    HOST: '127.0.0.1',
    ALLOW_UNAUTHENTICATED: '',
    ALLOWED_HOSTS: '',
    TRUST_PROXY: '',
  }

  it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1', '[::1]'])('%s is loopback', (HOST) => {
    expect(readAddress({ ...settings, HOST }).access.isExposed).toBe(false)
  })

  it.each([
    '0.0.0.0',
    '::',
    '192.168.1.4',
    'example.org',
    '127.evil.example',
    '::ffff:10.0.0.1',
    '1::1',
  ])('%s is refused without accounts, unless that is allowed', (HOST) => {
    const address = readAddress({ ...settings, HOST })
    expect(() => {
      requireAccounts(address, false)
    }).toThrow('npm run user -- add NAME')
    expect(() => {
      requireAccounts(address, true)
    }).not.toThrow()
    const open = readAddress({ ...settings, HOST, ALLOW_UNAUTHENTICATED: '1' })
    expect(() => {
      requireAccounts(open, false)
    }).not.toThrow()
    expect(warningOf(open, false)).toContain('whoever reaches this site')
  })

  it('is a name that the site answers to, unless it stands for every address', () => {
    const open = { ...settings, ALLOW_UNAUTHENTICATED: '1', ALLOWED_HOSTS: 'a.example, b.example' }
    expect(readAddress({ ...open, HOST: '192.168.1.4' }).allowedHosts).toEqual([
      'a.example',
      'b.example',
      '192.168.1.4',
    ])
    expect(readAddress({ ...open, HOST: '0.0.0.0' }).allowedHosts).toEqual([
      'a.example',
      'b.example',
    ])
  })

  it('may be any where the port is published on loopback only', () => {
    const inContainer = { ...settings, HOST: '0.0.0.0', ALLOW_UNAUTHENTICATED: 'loopback' }
    const address = readAddress(inContainer)
    expect(() => {
      requireAccounts(address, false)
    }).not.toThrow()
    expect(address.access).toEqual({ isExposed: false, isForAnybody: false, trustProxy: false })
    expect(warningOf(address, false)).toBe('')
    const unclear = { ...settings, ALLOW_UNAUTHENTICATED: 'yes' }
    expect(() => readAddress(unclear)).toThrow('It may be 1 or loopback')
  })

  it.each([
    ['1', 1],
    ['', false],
    ['127.0.0.1', ['127.0.0.1']],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ])('TRUST_PROXY %j is taken', (TRUST_PROXY, trustProxy) => {
    expect(readAddress({ ...settings, TRUST_PROXY }).access.trustProxy).toEqual(trustProxy)
  })

  it.each(['true', 'yes', '0.0.0.0/0', '::/0', 'proxy.example', '10.0.0.0/33', '-1'])(
    'TRUST_PROXY %s is refused',
    (TRUST_PROXY) => {
      expect(() => readAddress({ ...settings, TRUST_PROXY })).toThrow('the number of proxies')
    },
  )

  it.each(['x', '-1', '65536', '3000.5'])('PORT %s is refused', (PORT) => {
    expect(() => readAddress({ ...settings, PORT })).toThrow('from 0 to 65535')
  })
})
