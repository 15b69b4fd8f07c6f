import { createHook } from 'node:async_hooks'
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { faultOfPassword } from '../../../server/accounts/name-and-password.ts'
import { safeNext } from '../../../server/accounts/safe-next.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import { openBrowser } from '../visitor.ts'

const day = 24 * 60 * 60 * 1000
const [anna, ben] = [1, 2]
let site: TestSite
beforeAll(async () => {
  site = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
})
afterAll(() => site.close())
afterEach(() => {
  jest.useRealTimers()
})

/** The clock alone goes on: timers of the site and of its answers stay real. */
const letPass = (milliseconds: number) => {
  const now = Date.now() + milliseconds
  jest.useFakeTimers({ now, doNotFake: [...timers] })
}
const timers = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

describe('a session', () => {
  it('ends when nobody uses it for fourteen days', async () => {
    const visitor = await site.logIn('ben')
    letPass(13.9 * day)
    expect((await visitor.get('/account')).status).toBe(200)
    letPass(13.9 * day)
    expect((await visitor.get('/account')).status).toBe(200)
    letPass(14.1 * day)
    expect((await visitor.get('/account')).status).toBe(302)
  })

  it('ends ninety days after the login, however much it is used', async () => {
    const visitor = await site.logIn('ben')
    for (let nth = 0; nth < 8; nth += 1) {
      letPass(11 * day)
      expect((await visitor.get('/account')).status).toBe(200)
    }
    letPass(3 * day)
    expect((await visitor.get('/account')).status).toBe(302)
  })

  it('ends with its account', async () => {
    const own = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
    const visitor = await own.logIn('ben')
    const account = own.store.accounts.byName('ben')
    if (account) own.store.accounts.remove(account, 'kept', 'a test')
    expect((await visitor.get('/account')).status).toBe(302)
    await own.close()
  })

  it('is one of fifty at most; those that ended are forgotten', () => {
    const expires = (days: number) => new Date(Date.now() + days * day).toISOString()
    const { sessions } = site.store
    sessions.put('former', { account: anna, content: '{}', expires: expires(-1) })
    for (let nth = 0; nth < 60; nth += 1)
      sessions.put(`session ${nth}`, { account: anna, content: '{}', expires: expires(1 + nth) })
    expect(sessions.list(anna)).toHaveLength(50)
    expect([sessions.get('session 0'), sessions.get('session 59') !== undefined]).toEqual([
      undefined,
      true,
    ])
  })

  it('is no session when its content is damaged', async () => {
    const visitor = await site.logIn('ben')
    const cookie = visitor.cookies().find((each) => each.startsWith('dateline-session')) ?? ''
    const id = decodeURIComponent(cookie)
      .replace(/^[^:]*:/, '')
      .replace(/\..*/, '')
    const expires = new Date(Date.now() + day).toISOString()
    site.store.sessions.put(id, { account: ben, content: '{"account":"1"}', expires })
    expect((await visitor.get('/account')).status).toBe(302)
  })
})

describe('a name that nobody has', () => {
  it('costs as much as one that somebody has', async () => {
    const begun: string[] = []
    const hook = createHook({
      init: (_id, type) => {
        if (type === 'SCRYPTREQUEST') begun.push(type)
      },
    }).enable()
    await openBrowser(site.app).post('/login', { name: 'nobody', password: 'some password' })
    hook.disable()
    expect(begun).toHaveLength(1)
  })
})

describe('sharing', () => {
  it('is told in the audit log, when it begins and when it ends', async () => {
    const visitor = await site.logIn('ben')
    await visitor.post('/collections', { name: 'Convoys', shared: '1' })
    const id = site.store.collections.list(ben)[0]?.id ?? 0
    await visitor.post(`/collections/${id}/edit`, { name: 'Convoys', shared: '1', notes: 'More' })
    await visitor.post(`/collections/${id}/edit`, { name: 'Convoys' })
    const query = site.store.savedQueries.add(ben, { name: 'Ships', search: 'q=ship', seen: 0 })
    await visitor.post(`/saved/${query.id}/share`, { shared: 'yes' })
    const { lines } = site.store.audit.list('ben', 1, 10)
    expect(lines.map(({ action, subject, details }) => [action, subject, details])).toEqual([
      ['shared', `saved query ${query.id}`, 'Ships'],
      ['stopped sharing', `collection ${id}`, 'Convoys'],
      ['shared', `collection ${id}`, 'Convoys'],
      ['added an account', 'ben', 'reader'],
    ])
  })
})

describe('any way on', () => {
  it('stays on this site', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '\t',
      '\n',
      '%2f',
      'evil.example',
      'a',
      '?',
      '#',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
        const next = safeNext(pieces.join(''))
        expect(next).toMatch(/^\/(?![/\\])/)
        expect(new URL(next, 'http://site.example').host).toBe('site.example')
      }),
    )
  })

  it.each(['/search?q=a&page=2', '/article/3syav506sh142?q=%22b%20c%22', '/saved/3#notes', '/'])(
    '%s is kept as it is',
    (path) => {
      expect(safeNext(path)).toBe(path)
    },
  )
})

describe('any password', () => {
  it('of ten characters and more is taken when it has neither the name nor few letters', () => {
    const letters = fc.string({ minLength: 10, maxLength: 500 })
    fc.assert(
      fc.property(letters, (password) => {
        const folded = password.normalize('NFKC').toLowerCase()
        fc.pre(new Set(folded).size >= 4 && !folded.includes('anna'))
        expect(faultOfPassword(password, 'anna')).toBe('')
      }),
    )
  })
})
