import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { openBrowser, passwordOf, type Visitor } from '../visitor.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
let article: string
beforeAll(async () => {
  site = await openTestSite({ accounts: { anna: 'admin', ben: 'reader', cleo: 'reader' } })
  const ids = await site.add({ title: 'Convoy', text: 'Trucks.', outlet: 'Harbour Post' })
  article = ids[0] ?? ''
})
afterAll(() => site.close())

const wrong = (visitor: Visitor, name: string, headers = {}) =>
  visitor.post('/login', { name, password: 'not the password' }, headers)

describe('who is not logged in', () => {
  it.each([
    '/',
    '/search?q=convoy',
    '/saved',
    '/corrections',
    '/audit',
    '/help',
    '/nowhere',
    '/Search/',
  ])('is led from %s to the login page, and back afterwards', async (path) => {
    const { status, headers } = await site.get(path)
    expect(status).toBe(302)
    expect(headers['location']).toBe(`/login?${new URLSearchParams({ next: path }).toString()}`)
  })

  it.each([
    '/search.json?q=convoy',
    '/corrections.jsonl',
    '/saved.json',
    '/audit.json',
    '/account.json',
  ])('is refused %s with 401', async (path) => {
    const { status, text } = await site.get(path)
    expect(status).toBe(401)
    expect(text).not.toContain('Convoy')
  })

  it('is refused what a script asks for, rather than sent a login page', async () => {
    const browser = openBrowser(site.app)
    const { status } = await browser.get('/search?q=convoy', { 'sec-fetch-mode': 'cors' })
    expect(status).toBe(401)
  })

  it.each(['/saved', '/corrections', `/article/0/remove`, '/sample/remove', '/logout'])(
    'changes nothing by POST %s',
    async (path) => {
      const { status } = await openBrowser(site.app).post(path, { name: 'A', search: 'q=a' })
      expect(status).toBe(401)
    },
  )

  it('sees the login page, style sheets, and whether the site is well, without figures', async () => {
    expect((await site.get('/login')).status).toBe(200)
    expect((await site.get('/static/style.css')).status).toBe(200)
    const { status, body } = await site.get('/health')
    expect(status).toBe(200)
    expect(body).toEqual({
      ok: true,
      engine: { ok: true },
      archive: { ok: true },
      store: { ok: true },
    })
  })

  it('gets no session', async () => {
    const visitor = openBrowser(site.app)
    await visitor.get('/login')
    await wrong(visitor, 'nobody')
    expect(visitor.cookies().join()).not.toContain('dateline-session')
  })
})

describe('logging in', () => {
  it('opens the site, whatever the capitals of the name', async () => {
    const visitor = openBrowser(site.app)
    const answer = await visitor.post('/login', {
      name: ' ANNA ',
      password: passwordOf('anna'),
      next: `/article/${article}?q=trucks`,
    })
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      `/article/${article}?q=trucks`,
    ])
    expect((await visitor.get(`/article/${article}`)).text).toContain('Trucks.')
  })

  it('says the same of a wrong password and of a name that nobody has', async () => {
    const known = await wrong(openBrowser(site.app), 'ben')
    const unknown = await wrong(openBrowser(site.app), 'nobody at all')
    expect([known.status, unknown.status]).toEqual([401, 401])
    for (const { text } of [known, unknown])
      expect(text).toContain('The name or the password is wrong.')
  })

  it('never prints what was typed as markup', async () => {
    const { text } = await wrong(openBrowser(site.app), '"><script>alert(1)</script>')
    expect(text).not.toContain('<script>alert')
    const page = await site.get(
      `/login?next=${encodeURIComponent('/x"><script>alert(1)</script>')}`,
    )
    expect(page.text).not.toContain('<script>alert')
  })

  it('gives a cookie that scripts do not see and other sites do not send', async () => {
    const visitor = openBrowser(site.app)
    const { headers } = await visitor.post('/login', { name: 'anna', password: passwordOf('anna') })
    const cookie = String(headers['set-cookie'])
    expect(cookie).toMatch(/dateline-session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax/)
    expect(cookie).not.toContain('Secure')
  })

  it('takes a new session, so that one that somebody else knew opens nothing', async () => {
    const planted = await site.logIn('ben')
    const known = planted.cookies()
    const { text } = await planted.get('/account')
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const answer = await request(site.app)
      .post('/login')
      .set('Cookie', planted.cookies())
      .type('form')
      .send({ _csrf: token, name: 'anna', password: passwordOf('anna') })
    expect(answer.status).toBe(303)
    const before = await request(site.app).get('/account').set('Cookie', known)
    expect([before.status, before.text.includes('anna')]).toEqual([302, false])
  })

  it('takes no session id that it did not give', async () => {
    const made = 'dateline-session=s%3Amade-up-by-somebody.signature'
    const { status } = await request(site.app).get('/account').set('Cookie', made)
    expect(status).toBe(302)
  })

  it('ends with the logout: the former cookie opens nothing', async () => {
    const visitor = await site.logIn('ben')
    const known = visitor.cookies()
    expect((await visitor.post('/logout')).headers['location']).toBe('/login')
    expect((await request(site.app).get('/account').set('Cookie', known)).status).toBe(302)
  })

  it('keeps ids of sessions as hashes only', async () => {
    const visitor = await site.logIn('ben')
    const cookie = visitor.cookies().find((each) => each.startsWith('dateline-session=')) ?? ''
    const id = decodeURIComponent(cookie)
      .replace(/^dateline-session=s:/, '')
      .replace(/\..*/, '')
    expect(site.store.sessions.get(id)).toBeDefined()
    const keys = site.store.sessions.list(2).map(({ content }) => content)
    expect(keys.join()).not.toContain(id)
  })
})

describe('the way on after logging in', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/\t/evil.example/',
    '/\n//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/search\r\nSet-Cookie: a=b',
    `/${'x'.repeat(5_000)}`,
    '/login?next=/login',
    '',
  ])('%j leads to the search page of this site', async (next) => {
    const visitor = openBrowser(site.app)
    const answer = await visitor.post('/login', {
      name: 'cleo',
      password: passwordOf('cleo'),
      next,
    })
    expect([answer.status, answer.headers['location']]).toEqual([303, '/search'])
    const again = await visitor.get(`/login?${new URLSearchParams({ next }).toString()}`)
    expect([again.status, again.headers['location']]).toEqual([302, '/search'])
  })
})

describe('the account page', () => {
  const change = {
    current: passwordOf('cleo'),
    wanted: 'a wholly new sentence',
    again: 'a wholly new sentence',
  }

  it.each([
    [
      'a wrong current password',
      { ...change, current: 'something else' },
      'current password is wrong',
    ],
    ['a short password', { ...change, wanted: 'short', again: 'short' }, 'at least 10 characters'],
    [
      'the name as password',
      { ...change, wanted: 'cleocleocleo', again: 'cleocleocleo' },
      'Without the name',
    ],
    ['two that differ', { ...change, again: 'another sentence' }, 'not the same'],
  ])('refuses %s', async (_case, fields, message) => {
    const visitor = await site.logIn('cleo')
    const { status, text } = await visitor.post('/account/password', fields)
    expect(status).toBe(400)
    expect(text).toContain(message)
  })

  it('changes the password, and ends every other session', async () => {
    const [here, elsewhere] = [await site.logIn('cleo'), await site.logIn('cleo')]
    expect((await here.post('/account/password', change)).status).toBe(303)
    expect((await here.get('/account?changed=password')).text).toContain(
      'Your password is changed.',
    )
    expect((await elsewhere.get('/account')).status).toBe(302)
    const again = await openBrowser(site.app).post('/login', {
      name: 'cleo',
      password: change.wanted,
    })
    expect(again.status).toBe(303)
  })

  it('lists where somebody is logged in, and logs out everywhere', async () => {
    const [here, elsewhere] = [await site.logIn('ben'), await site.logIn('ben')]
    const { body } = await here.get('/account.json')
    expect(body).toMatchObject({ name: 'ben', role: 'reader' })
    await here.post('/account/logout-everywhere')
    expect((await here.get('/account')).status).toBe(302)
    expect((await elsewhere.get('/account')).status).toBe(302)
  })
})
