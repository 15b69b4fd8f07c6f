import { describe, expect, it } from '@jest/globals'
import { readPage } from '../../../../indexer/read/html/page-article.ts'

const paragraphs = [
  'The delegation arrived on Monday and was met at the airport by the deputy minister and a guard of honour.',
  'Both sides spoke of a “frank exchange”, which in the language of diplomats means that they could not agree.',
  'A second round is planned for the autumn, officials said, provided that the ministry finds a date for it.',
  'Observers were not surprised: the same item has stood on the agenda, in the same words, for eleven years.',
]

function page(
  head: string,
  body = paragraphs.map((text) => `<p>${text}</p>`).join(''),
): Uint8Array {
  return Buffer.from(`<!doctype html><html lang="en-GB"><head>${head}</head><body>
    <nav><a href="/">Home</a> <a href="/world">World</a></nav><article>${body}</article></body></html>`)
}

const linked = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('the text of a page', () => {
  it('is its article, paragraph by paragraph, without the navigation', () => {
    expect(readPage(page('<title>Talks</title>')).text).toBe(paragraphs.join('\n\n'))
  })

  it('keeps lists and line breaks apart', () => {
    const list = '<ul><li>First item of the agenda</li><li>Second<br>item</li></ul>'
    const { text } = readPage(page('', paragraphs.map((p) => `<p>${p}</p>`).join('') + list))
    expect(text).toContain('First item of the agenda\n')
    expect(text).toContain('Second\nitem')
  })

  it('is text: markup that was escaped in the page stays visible', () => {
    const { text } = readPage(
      page(
        '',
        `<p>Type &lt;script&gt;alert(1)&lt;/script&gt; there.</p>${paragraphs.map((p) => `<p>${p}</p>`).join('')}`,
      ),
    )
    expect(text).toContain('<script>alert(1)</script>')
  })

  it('never contains or runs a script', () => {
    const script = '<script>globalThis.ranAScript = true</script>'
    const { text } = readPage(page('', paragraphs.map((p) => `<p>${p}${script}</p>`).join('')))
    expect(text).not.toContain('ranAScript')
    expect('ranAScript' in globalThis).toBe(false)
  })

  it('is what the page says to machines where its body has none', () => {
    const article = {
      '@type': 'NewsArticle',
      headline: 'Talks',
      articleBody: 'Only machines read this.',
    }
    expect(readPage(page(linked(article), ' ')).text).toBe('Only machines read this.')
  })

  it('is missing in an empty page', () => {
    expect(() => readPage(Buffer.from(''))).toThrow('no article was found in the page')
    expect(() => readPage(Buffer.from('<html><body></body></html>'))).toThrow(
      'no article was found in the page',
    )
  })
})

describe('what a page says about itself', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'Talks resume',
    datePublished: '2016-04-27T23:30:00-04:00',
    author: [
      { '@type': 'Person', name: 'Ann Lee' },
      { '@type': 'Person', name: 'Bo Ek' },
    ],
    publisher: { '@type': 'Organization', name: 'The Sample Gazette' },
    mainEntityOfPage: { '@id': 'https://gazette.example/talks' },
  }
  const expected = {
    title: 'Talks resume',
    outlet: 'The Sample Gazette',
    url: 'https://gazette.example/talks',
    authors: ['Ann Lee', 'Bo Ek'],
    language: 'en-GB',
  }

  it.each([
    ['alone', article],
    ['in an array', [{ '@type': 'WebSite', name: 'Gazette' }, article]],
    [
      'in a graph',
      { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, article] },
    ],
    ['of two types', { ...article, '@type': ['Article', 'ReportageNewsArticle'] }],
  ])('is read from JSON-LD %s', (_, value) => {
    const draft = readPage(page(linked(value)))
    expect(draft).toMatchObject(expected)
    expect(draft.published[0]).toBe('2016-04-27T23:30:00-04:00')
  })

  it('follows references within JSON-LD', () => {
    const graph = [
      { ...article, publisher: { '@id': '#publisher' } },
      { '@type': 'Organization', '@id': '#publisher', name: 'The Sample Gazette' },
    ]
    expect(readPage(page(linked({ '@graph': graph }))).outlet).toBe('The Sample Gazette')
  })

  it('survives JSON-LD that is broken', () => {
    const broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    expect(readPage(page(`${broken}<meta property="og:title" content="Talks resume">`)).title).toBe(
      'Talks resume',
    )
  })

  it('is read from Open Graph and other <meta>', () => {
    const head = `<meta property="og:title" content="Talks resume | The Sample Gazette">
      <meta property="og:site_name" content="The Sample Gazette"><meta name="author" content="By Ann Lee and Bo Ek">
      <meta property="article:published_time" content="2016-04-27"><meta property="og:url" content="https://gazette.example/talks">`
    expect(readPage(page(head))).toMatchObject({ ...expected, published: ['2016-04-27'] })
  })

  it('is read from its elements', () => {
    const body = `<h1>Talks resume</h1><time datetime="2016-04-27T10:00">27 April</time>${paragraphs.map((p) => `<p>${p}</p>`).join('')}`
    const draft = readPage(
      page(
        '<title>Talks resume - Gazette</title><link rel="canonical" href="https://gazette.example/talks">',
        body,
      ),
    )
    expect(draft).toMatchObject({ title: 'Talks resume', url: 'https://gazette.example/talks' })
    expect(draft.published[0]).toBe('2016-04-27T10:00')
  })

  it('shows an apostrophe that the page escaped twice', () => {
    expect(
      readPage(page('<meta property="og:title" content="The minister&amp;#8217;s visit">')).title,
    ).toBe('The minister’s visit')
  })

  it('never is an address that a browser should not follow', () => {
    expect(readPage(page('<link rel="canonical" href="javascript:alert(1)">')).url).toBe('')
  })
})

describe('the authors that a page prints', () => {
  const author = (name: string) =>
    `<span itemprop="author"><a rel="author" itemprop="name">${name}</a></span>`

  it('are those of its byline, not those of the articles that it links to', () => {
    const teaser = `<div><h3>Another river without a bridge</h3>${author('Cy Ray')}</div>`
    const text = paragraphs.map((each) => `<p>${each}</p>`).join('')
    const body = `<h1>Talks end</h1><p>${author('Ann Lee')} and ${author('Bo Ek')}</p>${text}${teaser}`
    expect(readPage(page('', body)).authors).toEqual(['Ann Lee', 'Bo Ek'])
  })
})

describe('the outlet of a page', () => {
  it('is what its site is called, where the publisher is given a motto', () => {
    const publisher = { '@type': 'Organization', name: 'All the Rivers Fit to Bridge' }
    const graph = {
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Talks',
          url: 'https://www.specimengazette.com/a',
          publisher,
        },
        { '@type': 'WebSite', name: 'The Specimen Gazette' },
      ],
    }
    expect(readPage(page(linked(graph))).outlet).toBe('The Specimen Gazette')
  })
})
