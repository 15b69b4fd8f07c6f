import { request as ask } from 'node:http'
import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { createApp } from '../../../server/app.ts'
import { addTestAccount } from '../visitor.ts'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add({ title: 'Convoy', text: 'Trucks.' })
})
afterAll(() => site.close())

const exposed = { isExposed: true, isForAnybody: false, trustProxy: false } as const

describe('a site without accounts', () => {
  it.each([
    ['Forwarded', 'for=198.51.100.7'],
    ['X-Forwarded-For', '198.51.100.7'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Host', 'news.example'],
    ['X-Real-IP', '198.51.100.7'],
    ['Via', '1.1 proxy'],
  ])('refuses what comes with %s, and says what to do', async (header, value) => {
    for (const path of ['/search', '/search.json?q=convoy', '/saved', '/help', '/opensearch.xml']) {
      const { status, text } = await request(site.app).get(path).set(header, value)
      expect([path, status]).toEqual([path, 403])
      expect(text).toContain('npm run user -- add NAME')
      expect(text).not.toContain('Convoy')
    }
  })

  it('refuses pages that a browser takes for those of another name', async () => {
    const { status } = await request(site.app)
      .get('/search')
      .set({ 'sec-fetch-site': 'same-origin', referer: 'https://news.example/search' })
    expect(status).toBe(403)
  })

  it('refuses HTTP/1.0, which no browser speaks and nginx does', async () => {
    const server = site.app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const socket = connect(port, '127.0.0.1')
    socket.end('GET /search HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n')
    let answer = ''
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString()
    })
    await once(socket, 'close')
    server.close()
    expect(answer).toContain('403')
    expect(answer).toContain('came through a proxy')
  })

  it('answers its owner', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', referer: 'http://127.0.0.1/search' }
    const answer = await request(site.app)
      .get('/search')
      .set({ ...headers, host: '127.0.0.1' })
    expect(answer.status).toBe(200)
    expect((await site.get('/account')).text).toContain('npm run user -- add NAME')
    expect((await site.get('/audit')).status).toBe(200)
  })

  it('serves nobody where others can reach it', async () => {
    const app = createApp({ ...site, allowedHosts: [], access: exposed })
    for (const path of ['/search', '/search.json'])
      expect((await request(app).get(path)).status).toBe(403)
  })

  it('serves anybody where that was asked for, and says so on each page', async () => {
    const access = { ...exposed, isForAnybody: true }
    const app = createApp({ ...site, allowedHosts: ['news.example'], access })
    const elsewhere = await request(app).get('/search').set('host', 'news.example')
    expect(elsewhere.status).toBe(200)
    expect(elsewhere.text).toContain('whoever reaches it can read, correct and remove everything')
    expect((await request(app).get('/search')).text).not.toContain('whoever reaches it')
  })

  it('tells no figures through a proxy', async () => {
    const { text } = await request(site.app).get('/health').set('x-forwarded-for', '198.51.100.7')
    expect(text).not.toContain('articles')
  })

  it('asks everybody to log in from the moment there is an account', async () => {
    const own = await openTestSite()
    expect((await own.get('/search')).status).toBe(200)
    await addTestAccount(own.store, 'anna', 'admin')
    expect((await own.get('/search')).headers['location']).toBe('/login?next=%2Fsearch')
    expect((await (await own.logIn('anna')).get('/search')).status).toBe(200)
    await own.close()
  })
})

describe('a header with a line break', () => {
  it('does not get through to an answer', async () => {
    expect(() => ask('http://127.0.0.1/', { headers: { host: 'a\r\nx: y' } })).toThrow()
    const app = createApp({ ...site, allowedHosts: [] })
    const answer = await request(app).get('/saved%0d%0aSet-Cookie:%20a=b?x=%0d%0aSet-Cookie:%20a=b')
    expect(answer.headers['set-cookie'] ?? '').not.toContain('a=b')
  })
})
