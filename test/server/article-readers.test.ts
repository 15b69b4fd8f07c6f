import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'
import { addTestAccount, logIn, type Visitor } from './visitor.ts'

let site: TestSite
let id = ''
let [admin, reader]: (Visitor | undefined)[] = []
beforeAll(async () => {
  site = await openTestSite()
  ;[id = ''] = await site.add({
    title: 'Ada Admiral sails',
    text: 'Ada Admiral left.',
    people: ['Ada Admiral'],
  })
  await addTestAccount(site.store, 'anna', 'admin')
  await addTestAccount(site.store, 'ben', 'reader')
  admin = await logIn(site.app, 'anna')
  reader = await logIn(site.app, 'ben')
})
afterAll(() => site.close())

describe('who may not correct', () => {
  it.each(['/article/ID', '/article/ID/evidence?person=ada-admiral', '/facet/person'])(
    'is offered no correction on %s',
    async (path) => {
      const own = path.replace('ID', id)
      const [toAdmin, toReader] = [await admin?.get(own), await reader?.get(own)]
      expect(toAdmin?.text).toContain('class="correct"')
      expect(toReader?.status).toBe(200)
      expect(toReader?.text).toContain('Ada Admiral')
      expect(toReader?.text).not.toContain('class="correct"')
      expect(toReader?.text).not.toContain('action="/correct"')
    },
  )

  it('does not get the form either', async () => {
    const form = `/correct?person=ada-admiral&article=${id}`
    expect((await admin?.get(form))?.status).toBe(200)
    expect((await reader?.get(form))?.status).toBe(403)
  })
})
