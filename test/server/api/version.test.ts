import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
  await site.add({ title: 'A ferry', text: 'It sailed.', people: ['Ada Admiral'] })
})
afterAll(() => site.close())

describe('versioned addresses', () => {
  it.each([
    ['/api/v1/search?q=ferry', '/search.json?q=ferry'],
    ['/api/v1/facet/person', '/facet/person.json'],
    ['/api/v1/saved/', '/saved.json'],
  ])('%s answers as %s does', async (versioned, plain) => {
    const { status, body } = await site.get(versioned)
    expect(status).toBe(200)
    expect(body).toEqual((await site.get(plain)).body)
  })

  it('tell what cannot be read as a problem', async () => {
    const { status, body, headers } = await site.get('/api/v1/search?from=soon')
    expect(status).toBe(400)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({
      type: 'about:blank',
      status: 400,
      problems: [{ parameter: 'from', given: 'soon' }],
    })
  })

  it.each(['/api/v1', '/api/v1/', '/api/v2/search', '/api/v1/nothing', '/api/v1//search'])(
    'are no others: %s',
    async (path) => {
      expect((await site.get(path)).status).toBe(404)
    },
  )
})
