import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { permissions } from '../../../server/accounts/permissions.ts'
import { routesOf } from '../routes-of.ts'
import { openTestSite, type TestSite } from '../test-site.ts'
import type { Visitor } from '../visitor.ts'

let site: TestSite
let article: string
let admin: Visitor
let reader: Visitor
beforeAll(async () => {
  site = await openTestSite({ accounts: { anna: 'admin', ben: 'reader' } })
  const ids = await site.add(
    { title: 'Convoy', text: 'Trucks with Nora Someone.', people: ['Nora Someone'] },
    { title: 'Harbour', text: 'A ship.' },
  )
  article = ids[0] ?? ''
  admin = await site.logIn('anna')
  reader = await site.logIn('ben')
})
afterAll(() => site.close())

const routes = () => routesOf(site.app)
const table = new Map<string, string>(Object.entries(permissions))

describe('the table of permissions', () => {
  it('says who may use each route that changes something', () => {
    const changing = routes().filter((route) => !route.startsWith('GET '))
    expect(changing.length).toBeGreaterThan(10)
    expect(changing.filter((route) => !table.has(route))).toEqual([])
  })

  it('has no route that the site has not', () => {
    const all = new Set(routes())
    expect([...table.keys()].filter((route) => !all.has(route))).toEqual([])
  })
})

describe('what is for admins', () => {
  const forAdmins = [...table].filter(([, who]) => who === 'admin').map(([route]) => route)

  it.each(forAdmins)('%s is refused to readers with 403', async (route) => {
    const [method, path = ''] = route.replace(':id', article).split(' ')
    const spellings = [path, `${path}/`, path.toUpperCase().replace(article.toUpperCase(), article)]
    for (const spelling of path.includes('.') ? [path] : spellings) {
      const answer = method === 'GET' ? await reader.get(spelling) : await reader.post(spelling)
      expect([spelling, answer.status]).toEqual([spelling, 403])
    }
    expect(site.archive.get(article)).toBeDefined()
  })

  it('is not offered to readers', async () => {
    for (const path of [`/article/${article}`, '/corrections', '/search', '/account']) {
      const { text } = await reader.get(path)
      expect(text).not.toMatch(/\/remove"|\/audit|corrections\/import|Correct</)
    }
    expect((await admin.get(`/article/${article}`)).text).toContain(`/article/${article}/remove`)
  })

  it('is refused where a route has no line in the table', async () => {
    const { status, text } = await reader.post('/nowhere/at/all')
    expect([status, text.includes('Only an admin')]).toEqual([403, true])
  })

  it('ends with the role, at once', async () => {
    const anna = site.store.accounts.byName('anna')
    const ben = site.store.accounts.byName('ben')
    if (!anna || !ben) throw new Error('The accounts are gone.')
    site.store.accounts.setRole(ben, 'admin', 'a test')
    expect((await reader.get('/audit')).status).toBe(200)
    site.store.accounts.setRole(ben, 'reader', 'a test')
    expect((await reader.get('/audit')).status).toBe(403)
  })
})

describe('removing an article', () => {
  it('is asked for, done, told, and no later indexing brings it back', async () => {
    const [id = ''] = await site.add({ title: 'To go', text: 'A quagga was seen.' })
    expect((await admin.get(`/article/${id}/remove`)).text).toContain('To go')
    const { status, headers } = await admin.post(`/article/${id}/remove`, { reason: 'asked to' })
    expect([status, headers['location']]).toEqual([303, `/article/${id}/remove`])
    expect((await admin.get(`/article/${id}/remove`)).text).toContain('This article was removed')
    expect((await admin.get(`/article/${id}`)).status).toBe(404)
    expect((await admin.get('/search.json?q=quagga')).body).toMatchObject({ total: 0 })
    expect(site.store.audit.list('removed an article', 1, 1).lines).toMatchObject([
      { account: 'anna', subject: id, details: 'asked to' },
    ])
    expect(site.archive.takenDown().map((each) => each.id)).toContain(id)
  })

  it('waits for who is writing, and says so', async () => {
    const lease = acquireLease(site.dataDir, 'an import')
    try {
      const { status, text } = await admin.post(`/article/${article}/remove`)
      expect([status, text.includes('being written by an import')]).toEqual([409, true])
      expect(site.archive.get(article)).toBeDefined()
    } finally {
      lease.release()
    }
  })

  it('needs an article', async () => {
    expect((await admin.get('/article/0000000000000/remove')).status).toBe(404)
    expect((await admin.post('/article/0000000000000/remove')).status).toBe(404)
  })
})

describe('the audit log', () => {
  it('tells who corrected what, and who took it back', async () => {
    const fields = { do: 'reject', facet: 'people', value: 'nora-someone', article }
    expect((await admin.post('/corrections', fields)).status).toBe(303)
    const id = site.correcting.read().corrections.at(-1)?.id ?? ''
    expect((await admin.post(`/corrections/${id}/undo`)).status).toBe(303)
    const told = site.store.audit.list(id, 1, 10).lines
    expect(told.map(({ account, action }) => [account, action])).toEqual([
      ['anna', 'took back a correction'],
      ['anna', 'made a correction'],
    ])
    expect(told[1]?.details).toContain('Nora Someone')
  })

  it('is searched and paged, as page and as JSON', async () => {
    for (let nth = 0; nth < 60; nth += 1)
      site.store.audit.add({
        account: 'anna',
        action: 'shared',
        subject: `list ${nth}`,
        details: '',
      })
    const page = await admin.get('/audit?find=shared+anna')
    expect(page.text).toContain('60 entries')
    expect(page.text).toContain('href="/audit?find=shared+anna&amp;part=2"')
    const { body } = await admin.get('/audit.json?find=shared&part=2')
    expect(body).toMatchObject({ total: 60, part: 2 })
    expect((await admin.get('/audit?find=%25')).text).toContain('No entry says')
    expect((await admin.get('/audit?part=0')).status).toBe(400)
  })

  it('keeps a line a line, whatever is told', () => {
    const subject = 'list\r\n2026-01-01 anna removed everything\u202e\u2028\u0000'
    site.store.audit.add({ account: 'anna', action: 'shared', subject, details: 'x'.repeat(9_000) })
    const [line] = site.store.audit.list('removed everything', 1, 1).lines
    expect(line?.subject).toBe(
      'list\\u{d}\\u{a}2026-01-01 anna removed everything\\u{202e}\\u{2028}\\u{0}',
    )
    expect(line?.details).toHaveLength(2_000)
  })
})
