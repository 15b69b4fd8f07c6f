import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFeed } from '../../../indexer/feeds/read-feed.ts'
import { Unreadable } from '../../../indexer/read/draft.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string, url = 'https://daily.example/feed') =>
  readFeed(bytesOf(text), { url, charset: '' })
const first = (text: string, url?: string) => {
  const [entry] = read(text, url).entries
  if (!entry) throw new Error('The feed has no entry.')
  return entry
}
const rss = (items: string, head = '<title>Harbour Daily</title>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`

describe('readFeed', () => {
  it('reads RSS 2.0 with the namespaces of publishing systems', () => {
    const entry = first(`<?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>World news | Harbour Daily</title><link>https://daily.example/</link><language>en-GB</language>
      <item><title>Frigate &amp;amp; crew return</title><link>/2016/03/frigate?a=1&amp;b=2</link>
        <guid isPermaLink="false">tag:daily,17</guid><dc:creator>Ann Lee</dc:creator>
        <pubDate>Tue, 15 Mar 2016 08:00:00 GMT</pubDate>
        <description>They are back.</description>
        <content:encoded><![CDATA[<p>The frigate returned.</p><p>All were well.</p>]]></content:encoded></item>
      </channel></rss>`)
    expect(entry).toEqual({
      guid: 'tag:daily,17',
      url: 'https://daily.example/2016/03/frigate?a=1&b=2',
      title: 'Frigate & crew return',
      content: { kind: 'html', value: '<p>The frigate returned.</p><p>All were well.</p>' },
      summary: { kind: 'html', value: 'They are back.' },
      published: ['Tue, 15 Mar 2016 08:00:00 GMT'],
      authors: ['Ann Lee'],
      outlet: 'Harbour Daily',
      language: 'en-GB',
    })
  })

  it('reads RSS 1.0', () => {
    const entry = first(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://old.example/rss"><title>Old Gazette</title></channel>
      <item rdf:about="https://old.example/1"><title>Treaty</title><link>https://old.example/1</link>
      <description>Signed.</description><dc:date>2003-04-05</dc:date></item></rdf:RDF>`)
    expect(entry).toMatchObject({
      url: 'https://old.example/1',
      title: 'Treaty',
      outlet: 'Old Gazette',
      published: ['2003-04-05'],
    })
  })

  it('reads Atom: the page among several links, XHTML content, the date of publication before that of a change', () => {
    const entry =
      first(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://blog.example/x/">
      <title>Notes</title><entry><id>urn:1</id><title type="html">A &amp;lt; B</title>
      <link rel="self" href="self.xml"/><link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="one"/>
      <updated>2016-05-02T00:00:00Z</updated><published>2016-05-01T00:00:00Z</published>
      <author><name>Bo Ek</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry></feed>`)
    expect(entry).toMatchObject({
      url: 'https://blog.example/x/one',
      title: 'A < B',
      content: { kind: 'html', value: '<p>Text</p>' },
      published: ['2016-05-01T00:00:00Z', '2016-05-02T00:00:00Z'],
      authors: ['Bo Ek'],
      language: 'de',
    })
  })

  it('reads JSON Feed', () => {
    const entry = first(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Signals',
        language: 'en',
        items: [
          {
            id: 7,
            url: '/7',
            title: 'Seven',
            content_text: 'One.\n\nTwo.',
            date_published: '2016-01-02',
          },
        ],
      }),
      'https://signals.example/feed.json',
    )
    expect(entry).toMatchObject({
      guid: '7',
      url: 'https://signals.example/7',
      content: { kind: 'text', value: 'One.\n\nTwo.' },
      outlet: 'Signals',
    })
  })

  it('names the publisher an aggregator has an entry from', () => {
    const feed = rss(
      '<item><title>a</title><source url="https://wire.example">Coast Wire</source></item>',
    )
    expect(first(feed).outlet).toBe('Coast Wire')
  })

  it.each([
    [
      'a namespace that is not declared',
      rss('<item><title>a</title><dc:creator>Bo</dc:creator></item>'),
    ],
    [
      'entities that XML does not know',
      rss('<item><title>a &nbsp;&bogus; &amp; b & c</title></item>'),
    ],
    ['output before the XML declaration', `<br />\n${rss('<item><title>a</title></item>')}`],
    ['characters that XML forbids', rss('<item><title>a\u0008\u0000</title></item>')],
    [
      'an end that is cut off',
      rss('<item><title>a</title></item><item><title>b</ti').slice(0, -20),
    ],
    [
      'an entry that is not closed properly',
      rss('<item><title>a</title></item><item><title><b</item><item><title>c</title></item>'),
    ],
  ])('reads a feed with %s', (_what, feed) => {
    expect(read(feed).entries[0]?.title).toMatch(/^a/)
  })

  it('counts the entries that are too broken to be read', () => {
    const feed = read(rss('<item><title>a</title></item><item><title>b'))
    expect(feed.entries.map(({ title }) => title)).toEqual(['a'])
    expect(feed.leftOut).toEqual({ beyond: 0, broken: 1 })
  })

  it.each([
    ['windows-1251', [0xca, 0xe8, 0xe5, 0xe2], 'windows-1251', ''],
    ['windows-1251 that only the server declares', [0xca, 0xe8, 0xe5, 0xe2], '', 'windows-1251'],
    ['UTF-8 that is declared as something else', [...bytesOf('Киев')], 'iso-8859-1', ''],
  ])('decodes %s', (_what, title, declared, charset) => {
    const encoding = declared === '' ? '' : ` encoding="${declared}"`
    const bytes = Uint8Array.from([
      ...bytesOf(`<?xml version="1.0"${encoding}?><rss version="2.0"><channel><title>`),
      ...title,
      ...bytesOf('</title><item><title>a</title></item></channel></rss>'),
    ])
    expect(readFeed(bytes, { url: '', charset }).outlet).toBe('Киев')
  })

  it('expands no entity and reads nothing outside the feed', () => {
    const laughs = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    )
    const feed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs.join('')}
      <!ENTITY secret SYSTEM "file:///etc/hostname">]>
      <rss version="2.0"><channel><title>x</title><item><title>&l12; &secret;</title></item></channel></rss>`
    expect(first(feed).title).toBe('&l12; &secret;')
  })

  it('reads no entry of a feed whose entries open again and again', () => {
    expect(read(rss('<item><title>'.repeat(100_000))).leftOut.broken).toBe(1)
  })

  it('reads five thousand entries of a hundred thousand', () => {
    const feed = read(rss('<item><title>a</title></item>'.repeat(100_000)))
    expect(feed.entries).toHaveLength(5_000)
    expect(feed.leftOut.beyond).toBe(95_000)
  })

  it.each([
    ['a page', '<html><body><p>Text</p></body></html>'],
    ['other JSON', '{"text":"a"}'],
    ['nothing', ''],
    ['tags a million deep', `<rss version="2.0"><channel>${'<a>'.repeat(300_000)}`],
  ])('refuses %s', (_what, text) => {
    expect(() => read(text)).toThrow(Unreadable)
  })

  it('gives links of http and https only', () => {
    const link = (address: string) =>
      first(rss(`<item><title>a</title><link>${address}</link></item>`)).url
    expect(['javascript:alert(1)', 'file:///etc/passwd', 'http://['].map(link)).toEqual([
      '',
      '',
      '',
    ])
  })

  it('reads a feed or throws Unreadable, whatever the bytes', () => {
    const parts = [
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '&amp;',
      '<feed>',
      '<entry>',
      '{"items":[',
      'a',
      '"',
      '<!DOCTYPE rss [',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (pieces) => {
        try {
          expect(read(pieces.join('')).entries.length).toBeGreaterThanOrEqual(0)
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable)
        }
      }),
      { numRuns: 300 },
    )
  })
})
