import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { acquireLease } from '../../engine/archive/lease.ts'
import { EngineBusy } from '../../engine/search-engine.ts'
import { BadRequest, errorPageOf, showError } from '../../server/error-pages.ts'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

describe('what is not there', () => {
  it.each(['/nowhere', '/article/0000000000000', '/search/deeper', '/static/missing.css'])(
    '%s is answered with 404 and a page that leads on',
    async (path) => {
      const { status, text } = await site.get(path)
      expect(status).toBe(404)
      expect(text).toContain('<a href="/search">')
    },
  )

  it('is answered in JSON where JSON was asked for', async () => {
    const { status, body } = await site.get('/nowhere.json')
    expect(status).toBe(404)
    expect(body).toMatchObject({ type: 'about:blank', status: 404 })
  })

  it('does not include the way in', async () => {
    const { status, headers } = await site.get('/')
    expect([status, headers['location']]).toEqual([302, '/search'])
  })

  it('is said of damaged paths too', async () => {
    expect((await site.get('/article/%E0%A4%A')).status).toBe(400)
  })
})

describe('a search engine that has too much to do', () => {
  it('is not called broken: the page says to try again, with 503', () => {
    const page = errorPageOf(new EngineBusy('Many searches run. Try again in a moment.', 5))
    expect(page).toEqual({
      status: 503,
      heading: 'Many searches are running',
      message: 'Many searches run. Try again in a moment.',
    })
  })

  it('tells in a header when to try again', () => {
    const told = new Map<string, string>()
    const response = {
      headersSent: false,
      status: () => response,
      type: () => response,
      send: () => response,
      set: (name: string, value: string) => told.set(name, value),
    }
    const request = { path: '/search.json' }
    Reflect.apply(showError, undefined, [new EngineBusy('Wait.', 5), request, response, () => 0])
    expect(told.get('retry-after')).toBe('5')
  })
})

describe('a search engine that does not answer', () => {
  let broken: TestSite
  beforeEach(async () => {
    broken = await openTestSite('broken')
    await broken.add({ title: 'Convoy', text: 'Trucks.' })
    broken.store.savedQueries.add(0, { name: 'Trucks', search: 'q=trucks', seen: 0 })
  })
  afterEach(() => broken.close())

  it('makes the search page say so, with 503', async () => {
    const { status, text } = await broken.get('/search?q=convoy')
    expect(status).toBe(503)
    expect(text).toContain('The test engine is switched off. Switch it on.')
  })

  it('makes /search.json say so', async () => {
    const { status, body } = await broken.get('/search.json?q=convoy')
    expect(status).toBe(503)
    expect(body).toEqual({
      type: 'about:blank',
      title: 'The search engine does not answer',
      status: 503,
      detail: 'The test engine is switched off. Switch it on.',
    })
  })

  it('leaves the saved queries, without counts', async () => {
    const { status, text } = await broken.get('/saved')
    expect(status).toBe(200)
    expect(text).toContain('There are no counts at the moment: The test engine is switched off.')
    expect(text).toMatch(/<h2><a [^>]*>Trucks<\/a><\/h2>/)
    expect((await broken.post('/saved/1/rename', { name: 'Lorries' })).status).toBe(303)
  })

  it('shows in /health', async () => {
    const { status, body } = await broken.get('/health')
    expect(status).toBe(503)
    expect(body).toMatchObject({
      ok: false,
      engine: { ok: false, message: 'The test engine is switched off. Switch it on.' },
      archive: { ok: true },
      store: { ok: true },
    })
  })
})

describe('/health', () => {
  it('is 200 while everything answers', async () => {
    const { status, body } = await site.get('/health')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ok: true,
      engine: { ok: true },
      archive: { ok: true },
      store: { ok: true },
    })
  })

  it('is 503 when the store does not answer', async () => {
    site.store.close()
    const { status, body } = await site.get('/health')
    expect(status).toBe(503)
    expect(body).toMatchObject({ ok: false, engine: { ok: true }, store: { ok: false } })
  })
})

describe('the sample', () => {
  it('is announced while it is there, and removed in one click', async () => {
    await site.add({ title: 'A sample', sample: true }, { title: 'My own' })
    expect((await site.get('/search')).text).toContain(
      'The archive also holds the sample: 1 article written for this project.',
    )
    expect((await site.post('/sample/remove', {})).status).toBe(303)
    const { text } = await site.get('/search')
    expect(text).toContain('<strong>1 article</strong>')
    expect(text).not.toContain('holds the sample')
  })

  it('leaves an empty archive when there was nothing else', async () => {
    await site.add({ title: 'A sample', sample: true })
    await site.post('/sample/remove', {})
    expect((await site.get('/search')).text).toContain('The archive is empty')
  })

  it('is loaded into an empty archive in one click', async () => {
    expect((await site.post('/sample/load', {})).status).toBe(303)
    const { text } = await site.get('/search?q=S-300+delivery')
    expect(text).toContain('You are looking at the sample archive')
    expect(text).toContain('<mark>S-300</mark>')
  })

  it('stays while somebody else is writing, who is named', async () => {
    await site.add({ title: 'A sample', sample: true })
    const lease = acquireLease(site.dataDir, 'an import')
    try {
      const { status, text } = await site.post('/sample/remove', {})
      expect(status).toBe(409)
      expect(text).toContain('being written by an import')
      expect(site.archive.sampleCount()).toBe(1)
    } finally {
      lease.release()
    }
  })
})

describe('the map from errors to pages', () => {
  it('shows the message of our own errors', () => {
    expect(errorPageOf(new BadRequest('Too many.'))).toMatchObject({
      status: 400,
      message: 'Too many.',
    })
  })

  it.each([
    new Error('secret path /etc'),
    'a string',
    undefined,
    Object.assign(new Error('x'), { status: 599 }),
  ])('tells nothing of what it does not know: %p', (error) => {
    const page = errorPageOf(error)
    expect(page.status).toBe(500)
    expect(page.message).not.toContain('secret')
  })
})
