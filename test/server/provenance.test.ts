import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openTestSite, type TestSite } from './test-site.ts'

let site: TestSite
let id = ''
beforeAll(async () => {
  site = await openTestSite()
  const text = 'Cranes moved on 3 May. They will move again on <b>Monday</b>.'
  ;[id = ''] = await site.add({
    title: 'Cranes move',
    text,
    published: '2016-05-04',
    more: {
      dating: { from: 'text', sureness: 'guessed' },
      datesMentioned: [
        { date: '2016-05-09', start: text.indexOf('<b>'), end: text.indexOf('</b>') },
        { date: '2016-05-03', start: 16, end: 21 },
        { date: '2016-05-03', start: 16, end: 21 },
      ],
    },
    cleaning: {
      titleFrom: 'first sentence',
      removed: [{ step: 'donation appeal', start: 0, end: 9, text: 'Give <now>' }],
    },
  })
})
afterAll(() => site.close())

const page = async () => (await site.get(`/article/${id}`)).text

describe('where an article comes from', () => {
  it('says how its date was found, where the source does not say it', async () => {
    expect(await page()).toContain('<span class="rule">(guessed from the text)</span>')
  })

  it('says how sure its date is', async () => {
    expect(await page()).toContain('<dt>Date</dt><dd>from the text, in doubt')
    const [dated = ''] = await site.add({
      title: 'Dated',
      text: 'Twice.',
      published: '2016-05-04',
      more: { dating: { from: 'metadata', sureness: 'sure' } },
    })
    const { text } = await site.get(`/article/${dated}`)
    expect(text).toContain('as the source says, confirmed by a second source')
    expect(text).toContain('<dt>Language</dt><dd>not determined</dd>')
  })

  it('says that its title was made of its first sentence', async () => {
    expect(await page()).toContain('made of the first sentence')
  })

  it('shows what was cleaned away', async () => {
    const text = await page()
    expect(text).toContain('<summary>1 piece cleaned away</summary>')
    expect(text).toContain('<span class="rule">donation appeal</span> <del>Give &lt;now&gt;</del>')
  })

  it('lists the dates of the text in order, each once, as the text writes them', async () => {
    const dates = /<details class="dates">[\s\S]*?<\/details>/.exec(await page())?.[0] ?? ''
    expect(dates).toContain('<summary>2 dates in the text</summary>')
    expect(dates.match(/datetime="[^"]+"/g)).toEqual([
      'datetime="2016-05-03"',
      'datetime="2016-05-09"',
    ])
    expect(dates).toContain('as “3 May”')
  })

  it('keeps the hash and the day of a version that was replaced', async () => {
    const [first = ''] = await site.add({ title: 'Quay shut', text: 'It was shut.' })
    const before = site.archive.get(first)?.originalHash ?? ''
    await site.add({ title: 'Quay shut', text: 'It was shut at noon.' })
    const { text } = await site.get(`/article/${first}`)
    expect(text).toMatch(new RegExp(`Replaced .*<code>${before}</code>`))
  })
})

describe('an article of another language', () => {
  it('says which, and why it has no facets', async () => {
    const [russian = ''] = await site.add({ title: 'Порт', text: 'Порт закрыт.', language: 'ru' })
    const { text } = await site.get(`/article/${russian}`)
    expect(text).toContain('<dt>Language</dt><dd>Russian</dd>')
    expect(text).toContain('found in English texts only; this article is in Russian.')
    expect(text).toContain('<div class="body" lang="ru" dir="auto">')
    expect(await page()).not.toContain('English texts only')
  })
})

describe('the original of an article', () => {
  it('is a download that no browser takes for anything but text', async () => {
    const { status, headers, text } = await site.get(`/article/${id}/original`)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename="${id}-original.txt"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(text).toBe(String(site.archive.original(id)?.bytes))
  })

  it('is not there for an article that is not', async () => {
    expect((await site.get('/article/none/original')).status).toBe(404)
  })
})
