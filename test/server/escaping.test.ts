import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

const evil = '<script>alert("x")</script>'
let site: TestSite
let id: string
beforeAll(async () => {
  site = await openTestSite()
  const ids = await site.add({
    title: `Harbour ${evil} <mark>title</mark>`,
    text: `Harbour ${evil} and <mark>text</mark> with Nora "<img src=x onerror=alert(1)>" Nobody.`,
    outlet: `Outlet ${evil}`,
    published: '2016',
    people: ['Nora "<img src=x onerror=alert(1)>" Nobody'],
  })
  id = ids[0] ?? ''
})
afterAll(() => site.close())

const pages = [
  ['search page', () => site.get('/search?q=harbour')],
  [
    'search page with the name as a filter',
    () =>
      site.get(
        `/search?person=${encodeURIComponent('Nora "<img src=x onerror=alert(1)>" Nobody')}`,
      ),
  ],
  [
    'search page with markup as the query',
    () => site.get(`/search?q=${encodeURIComponent(`"${evil}" after:${evil}`)}`),
  ],
  [
    'search page with markup as a filter',
    () =>
      site.get(
        `/search?outlet=${encodeURIComponent(evil)}&-cites=${encodeURIComponent('"><img>')}`,
      ),
  ],
  ['search page with markup as a date', () => site.get(`/search?from=${encodeURIComponent(evil)}`)],
  ['article page', () => site.get(`/article/${id}?q=harbour`)],
  [
    'article page with markup as the query',
    () => site.get(`/article/${id}?q=${encodeURIComponent(evil)}`),
  ],
  ['page of an unknown article', () => site.get(`/article/${encodeURIComponent(evil)}`)],
  ['page of an unknown address', () => site.get(`/${encodeURIComponent(evil)}`)],
] as const

describe('markup in an article, a name or an address', () => {
  it.each(pages)('is text on the %s', async (_page, get) => {
    const { text } = await get()
    expect(text).toContain('</html>')
    expect(text).not.toMatch(/<script>|<img|<mark>(title|text)<\/mark>/)
  })

  it('can be read as text', async () => {
    const { text } = await site.get(`/article/${id}`)
    expect(text).toContain('&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;')
    expect(text).toContain('&lt;mark&gt;text&lt;/mark&gt;')
  })

  it('is text on the page of saved queries', async () => {
    await site.post('/saved', { name: evil, search: `q=${encodeURIComponent(evil)}` })
    const { text } = await site.get('/saved')
    expect(text).toContain('&lt;script&gt;')
    expect(text).not.toContain('<script>')
  })
})

describe('every page', () => {
  it.each(['/search', '/saved', '/help', '/nowhere'])(
    '%s has no inline script or style',
    async (path) => {
      const { text } = await site.get(path)
      const tags = (text.match(/<[^>]*>/g) ?? []).join('').replace(/"[^"]*"/g, '""')
      expect(tags).toContain('<script type="" src=""')
      expect(tags).not.toMatch(/<script(?! type="" src=)|<style|\sstyle=|\son[a-z]+=/)
    },
  )
})
