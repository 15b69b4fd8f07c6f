import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
let ids: string[]
beforeAll(async () => {
  site = await openTestSite()
  ids = await site.add(
    {
      title: 'Ada Admiral visits Northland',
      text: 'The minister, Ada Admiral, saw the S-300PMU-2 near the port.\n\nNorthland paid for it.',
      outlet: 'Harbour Gazette',
      published: '2016-04-11',
      url: 'https://www.harbour.example/visit',
      people: ['Ada Admiral'],
      places: ['Northland'],
      weapons: ['S-300', 'S-300PMU-2 < S-300'],
      sample: true,
    },
    { title: 'A bad link', text: 'Nothing.', url: 'javascript:alert(document.domain)' },
  )
})
afterAll(() => site.close())

const visit = (search = '') => site.get(`/article/${ids[0] ?? ''}${search}`)

describe('the article page', () => {
  it('shows where and when the article appeared, and links to the original', async () => {
    const { text } = await visit()
    expect(text).toContain('<time datetime="2016-04-11">11 April 2016</time>')
    expect(text).toContain('<a href="/search?outlet=harbour-gazette">Harbour Gazette</a>')
    expect(text).toContain(
      '<a href="https://www.harbour.example/visit" rel="noopener noreferrer nofollow">Original at harbour.example</a>',
    )
  })

  it('marks the entities in title and text by their kind', async () => {
    const { text } = await visit()
    expect(text).toContain(
      '<span class="entity people" id="person-ada-admiral-2" title="Ada Admiral">Ada Admiral</span>, saw',
    )
    expect(text).toContain(
      '<span class="entity places" id="place-northland-1" title="Northland">Northland</span></h1>',
    )
  })

  it('prints every character of overlapping mentions once', async () => {
    const { text } = await visit()
    expect(shownText(text)).toContain('saw the S-300PMU-2 near the port.')
  })

  it('gives the sentences of each value, linked to their place in the text', async () => {
    const { text } = await visit()
    const evidence = /<aside class="evidence"[\s\S]*<\/aside>/.exec(text)?.[0] ?? ''
    expect(evidence).toContain('<a class="entity people" href="/search?person=ada-admiral">')
    expect(evidence).toContain('2 mentions · test list')
    expect(evidence).toContain(
      '<a href="#place-northland-2"><mark>Northland</mark> paid for it.</a>',
    )
    expect(text).toContain('id="place-northland-2"')
  })

  it('says what else the article is found under, because a value stands below it', async () => {
    const { text } = await visit()
    expect(text).toContain('<p class="broader">in <a href="/search?weapon=s-300">S-300</a></p>')
  })

  it('names what it marks in place of what was typed', async () => {
    const { text } = await visit('?q=S-300')
    expect(text).toContain('<mark>S-300PMU-2</mark>')
    expect(text).toMatch(
      /S-300 <span[^>]*>≈<\/span><span[^>]*>stands here as<\/span> <b>S-300PMU-2<\/b>/,
    )
  })

  it('says that an outlet known from metadata is not in the text', async () => {
    expect((await visit()).text).toContain('not in the text · test list')
  })

  it('marks the query it was reached with, and leads back to the results', async () => {
    const { text } = await visit('?q=port+northland&person=ada-admiral&page=2')
    expect(text).toContain('the <mark id="match-2">port</mark>')
    expect(text).toContain('<mark id="match-3">Northland</mark>')
    expect(text).toContain('<a href="/search?q=port+northland&amp;person=ada-admiral&amp;page=2">')
  })

  it('shows where the original came from', async () => {
    const { text } = await visit()
    const article = site.archive.get(ids[0] ?? '')
    expect(article?.originalHash).toHaveLength(64)
    expect(text).toContain(article?.originalHash)
    expect(text).toContain('test.jsonl#1')
  })

  it('labels a sample article, here and among the hits', async () => {
    expect((await visit()).text).toContain('Sample article')
    expect((await site.get('/search?q=minister')).text).toContain('Sample article')
    expect((await site.get('/search?q=nothing')).text).not.toContain('Sample article')
  })

  it('links nothing but http(s)', async () => {
    const { text, status } = await site.get(`/article/${ids[1] ?? ''}`)
    expect(status).toBe(200)
    expect(text).not.toContain('javascript:')
  })
})

/** The words of a page's body as a reader sees them. */
function shownText(html: string): string {
  return html.replace(/<[^>]*>/g, '')
}
