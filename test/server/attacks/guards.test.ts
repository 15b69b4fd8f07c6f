import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { faultOfPassword } from '../../../server/accounts/name-and-password.ts'
import { makeTurnstile } from '../../../server/accounts/turnstile.ts'
import { mostSaved } from '../../../server/records/limits.ts'
import { mostCollections } from '../../../server/store/collections.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import { logIn, openBrowser, passwordOf, type Visitor } from '../visitor.ts'

const [annasNumber, bensNumber] = [1, 2]
let site: TestSite
let db: DatabaseSync
let article: string
let anna: Visitor
let ben: Visitor
beforeAll(async () => {
  const exec = jest.spyOn(DatabaseSync.prototype, 'exec')
  site = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
  const opened: readonly unknown[] = exec.mock.contexts
  const ofStore = opened.find(isOfStore)
  exec.mockRestore()
  if (!ofStore) throw new Error('The store opened no connection.')
  db = ofStore
  const ids = await site.add({ title: 'Convoy', text: 'Trucks.', people: ['Nora Someone'] })
  article = ids[0] ?? ''
  anna = await site.logIn('anna')
  ben = await site.logIn('ben')
})
afterAll(() => site.close())

const isOfStore = (each: unknown): each is DatabaseSync =>
  each instanceof DatabaseSync && each.location()?.endsWith('user.sqlite') === true

const told = (find: string) =>
  site.store.audit.list(find, 1, 50).lines.map(({ account, subject }) => [account, subject])

describe('an export of a search that names a saved query', () => {
  it('tells of it to its owner only', async () => {
    const { id } = site.store.savedQueries.add(annasNumber, {
      ...{ name: 'Hidden plan', search: 'q=trucks', notes: 'Hidden notes', seen: 0 },
    })
    const path = `/search.html?q=trucks&saved=${id}`
    expect((await anna.get(path)).text).toContain('Hidden plan')
    const { status, text } = await ben.get(path)
    expect(status).toBe(200)
    expect(text).not.toMatch(/Hidden (plan|notes)/)
  })
})

describe('the way back from a collection', () => {
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'evil',
  ])('is never to %j', async (back) => {
    const name = `Back ${back.length}`
    const collected = await ben.post('/collect', { collection: 'new', name, article, back })
    expect([collected.status, String(collected.headers['location'])]).toEqual([
      303,
      expect.stringMatching(/^\/collections\?collected=/),
    ])
    const { id = 0 } = site.store.collections.list(bensNumber).find((it) => it.name === name) ?? {}
    const mark = `${article}:relevant`
    const marked = await ben.post(`/collections/${id}/mark`, { mark, back })
    expect(marked.headers['location']).toBe(`/collections#in-${article}`)
  })

  it('is to the page that the form was on', async () => {
    const back = '/search?q=trucks'
    const fields = { collection: 'new', name: 'Own page', only: article, back }
    const { headers } = await ben.post('/collect', fields)
    expect(headers['location']).toMatch(/^\/search\?q=trucks&collected=.*#hit-/)
  })
})

describe('changing the password', () => {
  it('is refused with 429 after five wrong ones', async () => {
    const own = await openTestSite({ accounts: { carl: 'admin' } })
    const carl = await logIn(own.app, 'carl')
    const wanted = 'a quite new sentence'
    const attempt = (current: string) =>
      carl.post('/account/password', { current, wanted, again: wanted })
    const statuses: number[] = []
    for (let nth = 0; nth < 6; nth += 1) statuses.push((await attempt('wrong wrong')).status)
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
    expect((await attempt(passwordOf('carl'))).status).toBe(429)
    await own.close()
  })
})

describe('the audit log', () => {
  it('never keeps what was typed as a name that nobody has: it may be a password', async () => {
    const browser = openBrowser(site.app)
    const fields = { name: 'my secret sentence', password: 'wrong wrong' }
    for (let nth = 0; nth < 6; nth += 1) await browser.post('/login', fields)
    expect(told('refused further logins')).toEqual([['', 'a name that nobody has']])
    expect(told('secret')).toEqual([])
  })

  it('tells of corrections that were imported', async () => {
    const line = { id: 'a1', at: '2026-01-01T00:00:00Z', do: 'reject', facet: 'people' }
    const lines = JSON.stringify({ ...line, value: 'nora-someone' })
    await anna.post('/corrections/import', { lines })
    expect(told('imported corrections')).toEqual([])
    await anna.post('/corrections/import', { lines, sure: 'yes' })
    expect(told('imported corrections')).toEqual([['anna', '1 correction']])
  })

  it('tells of the sample, when it comes and when it goes', async () => {
    for (const what of ['load', 'remove'])
      expect((await anna.post(`/sample/${what}`)).status).toBe(303)
    expect([told('loaded the sample'), told('removed the sample')]).toEqual([
      [['anna', '']],
      [['anna', '']],
    ])
  }, 60_000)

  it.each([
    'delete from audit',
    "update audit set account = 'ben'",
    "update audit set details = '' where id = 1",
  ])('is only ever added to, whoever asks the file for: %s', (statement) => {
    const other = new DatabaseSync(join(site.dataDir, 'user.sqlite'))
    expect(() => {
      other.exec(statement)
    }).toThrow('only ever added to')
    other.close()
  })
})

describe('the store', () => {
  it('has each change on the disk before it is told as kept', () => {
    expect(db.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 })
  })
})

describe('limits', () => {
  it.each([
    ['notes of a collection', '/collections', { name: 'Long', notes: 'x'.repeat(5_001) }, 400],
    ['the name of a collection', '/collections', { name: 'x'.repeat(101) }, 400],
    ['the name of a saved query', '/saved', { name: 'x'.repeat(101), search: 'q=a' }, 400],
    ['a saved search', '/saved', { name: 'Long', search: `q=${'x'.repeat(8_000)}` }, 400],
    [
      'the number of fields',
      '/saved',
      Object.fromEntries(Array.from({ length: 251 }, (_, n) => [`f${n}`, ''])),
      413,
    ],
  ])('refuse more than fits: %s', async (_what, path, fields, status) => {
    expect((await ben.post(path, fields)).status).toBe(status)
  })

  it('refuse longer notes than can be kept with an article of a collection, and with a saved query', async () => {
    const note = 'x'.repeat(20_001)
    const id = site.store.collections.add(bensNumber, { name: 'Noted', notes: '', shared: false })
    const query = site.store.savedQueries.add(bensNumber, { name: 'Q', search: 'q=a', seen: 0 })
    const onArticle = { article, note: note.slice(0, 2_001) }
    expect((await ben.post(`/collections/${id}/note`, onArticle)).status).toBe(400)
    expect((await ben.post(`/saved/${query.id}/notes`, { notes: note })).status).toBe(400)
  })

  it('refuse the saved query and the collection that are one too many', async () => {
    const { savedQueries, collections } = site.store
    site.store.together(() => {
      for (let nth = savedQueries.count(bensNumber); nth < mostSaved; nth += 1)
        savedQueries.add(bensNumber, { name: `Number ${nth}`, search: 'q=a', seen: 0 })
      for (let nth = collections.list(bensNumber).length; nth < mostCollections; nth += 1)
        collections.add(bensNumber, { name: `Number ${nth}`, notes: '', shared: false })
    })
    expect((await ben.post('/saved', { name: 'One more', search: 'q=a' })).status).toBe(400)
    expect((await ben.post('/collections', { name: 'One more' })).status).toBe(409)
    expect([savedQueries.count(bensNumber), collections.list(bensNumber).length]).toEqual([
      500, 500,
    ])
  }, 30_000)

  it('refuse a password of more than five hundred characters', () => {
    const letters = 'abcde fghij'
    expect(faultOfPassword(letters.repeat(50).slice(0, 500), 'ben')).toBe('')
    expect(faultOfPassword(letters.repeat(50).slice(0, 501), 'ben')).toContain('at most 500')
  })

  it('let sixteen wait for their password to be checked', async () => {
    const turnstile = makeTurnstile()
    const first = Promise.withResolvers<undefined>()
    const waiting = Array.from({ length: 16 }, () => turnstile.pass(() => first.promise))
    await expect(turnstile.pass(() => first.promise)).rejects.toThrow('Too many people')
    first.resolve(undefined)
    await Promise.all(waiting)
  })
})

describe('a shared collection', () => {
  it('says to its owner that others see it, and to others whose it is', async () => {
    const shared = { name: 'For all', notes: '', shared: true }
    const id = site.store.collections.add(annasNumber, shared)
    expect((await anna.get(`/collections/${id}`)).text).toContain('shared with other readers')
    expect((await anna.get('/collections')).text).toContain('shared with other readers')
    expect((await ben.get(`/collections/${id}`)).text).toContain('shared by anna')
    expect((await ben.get('/collections')).text).toContain('shared by anna')
  })
})
