import { describe, expect, it } from '@jest/globals'
import { isWhole } from '../../../indexer/feeds/entry-draft.ts'
import { feedRecords } from '../../../indexer/feeds/feed-records.ts'
import { Unreadable } from '../../../indexer/read/draft.ts'

const records = (items: string) =>
  feedRecords(
    new TextEncoder().encode(
      `<rss version="2.0"><channel><title>Harbour Daily</title>${items}</channel></rss>`,
    ),
  ).records
const record = (item: string) => {
  const [only] = records(`<item>${item}</item>`)
  if (!only) throw new Error('The feed has no entry.')
  return only
}
const html = (text: string) => `<content:encoded><![CDATA[${text}]]></content:encoded>`
const long = `<p>${'The ship left the port. '.repeat(40)}</p>`

describe('feedRecords', () => {
  it('makes a draft of an entry: HTML as text, what the feed says as metadata', () => {
    const { parse } = record(`<title>Ship leaves</title><link>https://daily.example/1</link>
      <dc:creator>By Ann Lee and Bo Ek</dc:creator><pubDate>Tue, 15 Mar 2016 08:00:00 GMT</pubDate>
      ${html('<p>It left&nbsp;at dawn.</p><ul><li>One</li><li>Two</li></ul><script>track()</script>')}`)
    expect(parse()).toMatchObject({
      title: 'Ship leaves',
      outlet: 'Harbour Daily',
      url: 'https://daily.example/1',
      authors: ['Ann Lee', 'Bo Ek'],
      published: ['Tue, 15 Mar 2016 08:00:00 GMT'],
      text: 'It left at dawn.\n\nOne\nTwo',
      givenId: '',
    })
  })

  it('takes the id of an entry without an address', () => {
    const { parse } = record(
      '<title>a</title><guid isPermaLink="false">17</guid><description>Text.</description>',
    )
    expect(parse().givenId).toBe('17')
  })

  it('leaves out what publishing systems put below an entry', () => {
    const { parse } = record(
      `<title>a</title>${html('<p>Text.</p><p>The post <a href="#">a</a> appeared first on <a href="#">Daily</a>.</p>')}`,
    )
    expect(parse().text).toBe('Text.')
  })

  it('keeps what the feed says of an entry as JSON, the same wherever the entry stands', () => {
    const item = '<item><title>a</title><description>Text.</description></item>'
    const [, moved] = records(`<item><title>new</title></item>${item}`)
    const [before] = records(item)
    expect(moved?.bytes).toEqual(before?.bytes)
    expect(JSON.parse(new TextDecoder().decode(before?.bytes))).toEqual({
      title: 'a',
      outlet: 'Harbour Daily',
      summary: { kind: 'html', value: 'Text.' },
    })
  })

  it.each([
    ['is nested too deeply', '<div>'.repeat(100_000)],
    ['has too many elements', '<p>a'.repeat(100_000)],
    ['is nothing but signs', '<'.repeat(1_000_000)],
    ['is too long', 'a'.repeat(3_000_000)],
  ])('refuses an entry whose HTML %s', (_what, text) => {
    expect(() => record(`<title>a</title>${html(text)}`).parse()).toThrow(Unreadable)
  })

  it('takes no entry for an article that is only a title', () => {
    expect(() => record('<title>a</title><link>https://daily.example/1</link>').parse()).toThrow(
      new Unreadable('no text: the feed gives only a title'),
    )
  })
})

describe('isWhole', () => {
  it.each([
    ['an article in an element of its own', html(long), true],
    ['a teaser in that element', html('<p>The ship left.</p>'), false],
    ['a text that breaks off', html(`${long}<p>And so […]</p>`), false],
    ['a text that ends in an invitation', html(`${long}<a href="#">Read more</a>`), false],
    ['a description of 960 characters', `<description><![CDATA[${long}]]></description>`, false],
    ['a description of 1,920', `<description><![CDATA[${long}${long}]]></description>`, true],
  ])('says of %s: %#', (_what, item, whole) => {
    expect(isWhole(record(`<title>a</title>${item}`).entry)).toBe(whole)
  })
})
