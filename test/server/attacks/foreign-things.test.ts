import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { routesOf } from '../routes-of.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import type { Visitor } from '../visitor.ts'

let site: TestSite
let article: string
let ben: Visitor
const annas = { query: 0, collection: 0 }
const [anna, owner0] = [1, 0]
beforeAll(async () => {
  site = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
  const ids = await site.add({ title: 'Convoy', text: 'Trucks.' })
  article = ids[0] ?? ''
  ben = await site.logIn('ben')
})
afterAll(() => site.close())
beforeEach(() => {
  const { savedQueries, collections } = site.store
  const name = `Trucks to Somewhere ${savedQueries.list(anna).length}`
  annas.query = savedQueries.add(anna, { name, search: 'q=trucks', seen: 0 }).id
  annas.collection = collections.add(anna, { name, notes: 'Secret notes', shared: false })
})

const foreign = () =>
  routesOf(site.app)
    .filter((route) => /\/(saved|collections)\/:id/.test(route))
    .map((route) => {
      const [method = '', path = ''] = route.split(' ')
      const id = path.startsWith('/saved') ? annas.query : annas.collection
      return { route, method, path: path.replace(':id', String(id)) }
    })

describe('what belongs to another account', () => {
  it('is neither shown nor changed by any route', async () => {
    const before = [
      site.store.savedQueries.get(anna, annas.query),
      site.store.collections.own(anna, annas.collection),
    ]
    const fields = {
      name: 'Mine',
      notes: 'Mine',
      tags: 'mine',
      shared: 'yes',
      article,
      mark: 'not',
    }
    expect(foreign().length).toBeGreaterThan(15)
    for (const { route, method, path } of foreign()) {
      const answer = method === 'GET' ? await ben.get(path) : await ben.post(path, fields)
      expect([route, answer.status]).toEqual([route, 404])
      expect(answer.text).not.toMatch(/Trucks to Somewhere|Secret notes/)
    }
    expect([
      site.store.savedQueries.get(anna, annas.query),
      site.store.collections.own(anna, annas.collection),
    ]).toEqual(before)
    expect(site.store.savedQueries.list(2)).toEqual([])
  }, 60_000)

  it.each([
    '/saved',
    '/saved.json',
    '/saved/export.json',
    '/collections',
    '/collections.json',
    '/new',
    '/search?q=trucks',
    '/suggest.json?q=tru',
    '/account',
  ])('is not told on %s', async (path) => {
    const { status, text } = await ben.get(path)
    expect(status).toBe(200)
    expect(text).not.toMatch(/Trucks to Somewhere|Secret notes/)
  })

  it('is not what the owner of a site without accounts kept, either', async () => {
    const kept = site.store.savedQueries.add(owner0, {
      name: 'Left behind',
      search: 'q=a',
      seen: 0,
    })
    expect((await ben.get(`/saved/${kept.id}`)).status).toBe(404)
    expect((await ben.get('/saved')).text).not.toContain('Left behind')
  })

  it('is not run as a search that knows its name', async () => {
    const { text } = await ben.get(`/search?q=trucks&saved=${annas.query}`)
    expect(text).not.toContain('Trucks to Somewhere')
  })
})
