import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createApp } from '../../../server/app.ts'
import { makeThrottle, type Throttle } from '../../../server/accounts/throttle.ts'
import { makeTurnstile } from '../../../server/accounts/turnstile.ts'
import { logIn, openBrowser, passwordOf } from '../visitor.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
})
afterAll(() => site.close())

describe('wrong passwords', () => {
  it('are refused with 429 and a time after five, the right one too, and told once', async () => {
    const visitor = openBrowser(site.app)
    const attempt = (password: string) => visitor.post('/login', { name: 'ben', password })
    for (let nth = 0; nth < 5; nth += 1) expect((await attempt('wrong wrong')).status).toBe(401)
    const refused = await attempt('wrong wrong')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
    expect(refused.text).toContain('Try again in 15 minutes')
    expect((await attempt(passwordOf('ben'))).status).toBe(429)
    const { lines } = site.store.audit.list('refused further logins', 1, 10)
    expect(lines.map(({ subject }) => subject)).toEqual(['ben'])
  })

  it('for one name leave another alone', async () => {
    expect((await logIn(site.app, 'anna')).cookies().join()).toContain('dateline-session')
  })

  it('from one address leave the owner of the name alone at another', async () => {
    const app = createApp({
      ...site,
      allowedHosts: [],
      access: { isExposed: true, isForAnybody: false, trustProxy: 1 },
    })
    const from = (address: string) => ({ 'x-forwarded-for': address })
    const attacker = openBrowser(app)
    const fields = { name: 'ben', password: 'wrong wrong' }
    for (let nth = 0; nth < 6; nth += 1) await attacker.post('/login', fields, from('198.51.100.7'))
    expect((await attacker.post('/login', fields, from('198.51.100.7'))).status).toBe(429)
    const right = { name: 'ben', password: passwordOf('ben') }
    const owner = await openBrowser(app).post('/login', right, from('203.0.113.9'))
    expect(owner.status).toBe(303)
  })

  it('are not counted for whom a stranger’s header names, where no proxy is trusted', async () => {
    const other = await openTestSite({ accounts: { anna: 'admin' } })
    const visitor = openBrowser(other.app)
    const statuses: number[] = []
    for (let nth = 0; nth < 6; nth += 1) {
      const fields = { name: 'anna', password: 'wrong wrong' }
      const answer = await visitor.post('/login', fields, {
        'x-forwarded-for': `198.51.100.${nth}`,
      })
      statuses.push(answer.status)
    }
    await other.close()
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })
})

describe('a proxy that no setting names', () => {
  it('is named to admins, because everybody counts as one address then', async () => {
    const forwarded = { 'x-forwarded-for': '198.51.100.7' }
    const anna = await site.logIn('anna')
    expect((await anna.get('/account', forwarded)).text).toContain('TRUST_PROXY is not set')
    expect((await anna.get('/account')).text).not.toContain('TRUST_PROXY')
  })
})

describe('the throttle', () => {
  let throttle: Throttle
  beforeEach(() => {
    throttle = makeThrottle()
  })
  const times = async (n: number, attempt: (nth: number) => { name: string; address: string }) => {
    let last = 0
    for (let nth = 0; nth < n; nth += 1) last = (await throttle.count(attempt(nth))).seconds
    return last
  }

  it('makes an address wait that tries many names', async () => {
    expect(await times(50, (nth) => ({ name: `n${nth}`, address: '198.51.100.7' }))).toBe(0)
    expect(await times(1, () => ({ name: 'another', address: '198.51.100.7' }))).toBeGreaterThan(0)
    expect(await times(1, () => ({ name: 'another', address: '198.51.100.8' }))).toBe(0)
  })

  it('takes all addresses of an IPv6 network for one', async () => {
    const last = await times(6, (nth) => ({ name: 'ben', address: `2001:db8:1:2::${nth}` }))
    expect(last).toBeGreaterThan(0)
    expect(await times(1, () => ({ name: 'ben', address: '2001:db8:1:3::1' }))).toBe(0)
  })

  it('counts wrong passwords only', async () => {
    for (let nth = 0; nth < 20; nth += 1) {
      const attempt = { name: 'ben', address: '198.51.100.7' }
      expect((await throttle.count(attempt)).seconds).toBe(0)
      await throttle.forgive(attempt)
    }
  })
})

describe('the turnstile', () => {
  it('lets one through at a time, and refuses when too many wait', async () => {
    const turnstile = makeTurnstile(2)
    const first = Promise.withResolvers<string>()
    const began: string[] = []
    const work = (name: string) => async () => {
      began.push(name)
      return first.promise
    }
    const passed = [turnstile.pass(work('a')), turnstile.pass(work('b'))]
    await expect(turnstile.pass(work('c'))).rejects.toThrow('Too many people')
    expect(began).toEqual(['a'])
    first.resolve('done')
    expect(await Promise.all(passed)).toEqual(['done', 'done'])
    expect(await turnstile.pass(async () => 'd')).toBe('d')
  })

  it('goes on after a failure', async () => {
    const turnstile = makeTurnstile()
    await expect(turnstile.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await turnstile.pass(async () => 'yes')).toBe('yes')
  })
})
