import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { textAsRead } from '../../../../engine/archive/text-as-read.ts'
import { draftAsRead } from '../../../../indexer/boilerplate/draft-as-read.ts'
import { cleanDraft } from '../../../../indexer/clean/clean.ts'
import { storedArticle } from '../../../engine/meilisearch/stored-article.ts'
import { readPage } from '../../../../indexer/read/html/page-article.ts'

const paragraphs = [
  'The delegation arrived on Monday and was met at the airport by the deputy minister and a guard of honour.',
  'Both sides spoke of a “frank exchange”, which in the language of diplomats means that they could not agree.',
  'A second round is planned for the autumn, officials said, provided that the ministry finds a date for it.',
  'Observers were not surprised: the same item has stood on the agenda, in the same words, for eleven years.',
]
const [first = '', second = '', ...others] = paragraphs.map((text) => `<p>${text}</p>`)
const whole = paragraphs.join('\n\n')

function textOf(body: string): string {
  return readPage(Buffer.from(`<html><body><h1>Border talks end</h1>${body}</body></html>`)).text
}

describe('the text of a page', () => {
  it.each([
    [
      'a line that is one link',
      '<p><a href="/x">The river that moved a frontier by a mile</a></p>',
    ],
    ['a link behind a label', '<p>READ MORE: <a href="/x">The river that moved a frontier</a></p>'],
    [
      'a caption',
      '<figure><img src="a"><figcaption>The hall, with its clock</figcaption></figure>',
    ],
    ['a line below a picture', '<p><img src="a"></p><p>The hall, with its clock</p>'],
    [
      'an advertisement',
      '<div class="ad-slot"><p>Buy two clocks and pay for one, this week only.</p></div>',
    ],
    [
      'an element named for what it is',
      '<related-stories><p>Nobody has ever seen the clock stand still.</p></related-stories>',
    ],
    [
      'what the page hides',
      '<p style="display: none">This line is for those who copy the page.</p>',
    ],
    [
      'a letter to readers',
      '<div class="newsletterSignup"><p>Get our letter about clocks every Monday.</p></div>',
    ],
    ['a line of signs', '<p>* * *</p>'],
    ['the same paragraph once more', second],
  ])('leaves out %s', (_, insert) => {
    expect(textOf(`<div>${first}${second}${insert}${others.join('')}</div>`)).toBe(whole)
  })

  it.each([
    ['a heading', '<h2>What follows</h2>', 'What follows'],
    [
      'a heading called after the design',
      '<h3 class="widget-title">What follows</h3>',
      'What follows',
    ],
    ['a quotation', '<blockquote><p>We could not agree.</p></blockquote>', 'We could not agree.'],
    ['a short paragraph', '<p>Nobody laughed.</p>', 'Nobody laughed.'],
    [
      'a paragraph with a link',
      '<p>The <a href="/x">agenda</a> is long.</p>',
      'The agenda is long.',
    ],
    [
      'a sentence of which most is a link',
      '<p>It also <a href="/x">co-ordinates the exercises of four navies and their harbours</a>.</p>',
      'It also co-ordinates the exercises of four navies and their harbours.',
    ],
    ['the rows of a table', '<table><tr><td>1990</td><td>three</td></tr></table>', '1990 three'],
    [
      'an element that has no advertisement',
      '<p class="no-ads">Nobody laughed.</p>',
      'Nobody laughed.',
    ],
  ])('keeps %s', (_, insert, kept) => {
    const [one, two, ...rest] = paragraphs
    const text = [one, two, kept, ...rest].join('\n\n')
    expect(textOf(`<div>${first}${second}${insert}${others.join('')}</div>`)).toBe(text)
  })

  it('begins with what the page calls its lead', () => {
    const lead = 'The neighbours still do not know their border.'
    const head = `<div class="article-lead">${lead}</div><div class="byline">By Ann Lee</div>`
    expect(textOf(`${head}<div>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>`)).toBe(
      `${lead}\n\n${whole}`,
    )
  })

  it('does not depend on what the elements around it are called', () => {
    const names = fc.constantFrom(
      'related',
      'comments',
      'sidebar',
      'ad',
      'share',
      'teaser',
      'video',
    )
    fc.assert(
      fc.property(fc.array(names, { maxLength: 3 }), (list) => {
        const open = list.map((name) => `<div class="${name}">`).join('')
        expect(textOf(`${open}${first}${second}${others.join('')}`)).toBe(whole)
      }),
      { numRuns: 50 },
    )
  })

  it('breaks lines where the page does so by class or style', () => {
    const line = '<span class="strong">What Follows</span><span class="part br"></span>'
    const own = '<span style="display:block">Nobody laughed.</span><x-part>Nobody left.</x-part>'
    const [one, two, ...rest] = paragraphs
    const body = `${first}<p>${line}${two}</p><div>${own}</div>${others.join('')}`
    expect(textOf(`<div>${body}</div>`)).toBe(
      [one, 'What Follows', two, 'Nobody laughed.', 'Nobody left.', ...rest].join('\n\n'),
    )
  })

  it('keeps headings that share their element with paragraphs and a picture', () => {
    const br = '<span class="br"></span>'
    const flow = paragraphs.map((text) => `<b class="x">What Follows</b>${br}${text}`).join(br)
    expect(textOf(`<div><p><img src="a"></p>${flow.replaceAll(/<\/?b[^>]*>/g, '')}</div>`)).toBe(
      paragraphs.map((text) => `What Follows\n\n${text}`).join('\n\n'),
    )
  })
})

describe('what stood between the paragraphs of a page', () => {
  const inserts = [
    '<figure><img src="a"><figcaption>The hall, with its clock</figcaption></figure>',
    '<p>READ MORE: <a href="/x">The river that moved a frontier</a></p>',
    '<div class="newsletterSignup"><p>Get our letter about clocks.</p></div>',
  ]
  const body = [first, inserts[0], second, inserts[1], inserts[2], ...others].join('')
  const html = `<html><body><nav>Home and World</nav><h1>Border talks end</h1><div>${body}</div><footer>Ours</footer></body></html>`

  it('is kept with its place and kind, without what stands around the article', () => {
    const { text, leftOut = [] } = readPage(Buffer.from(html))
    expect(leftOut.map((piece) => [piece.step, piece.text.trim()])).toEqual([
      ['caption in the page', 'The hall, with its clock'],
      ['related stories in the page', 'READ MORE: The river that moved a frontier'],
      ['widget in the page', 'Get our letter about clocks.'],
    ])
    expect(leftOut.map(({ at }) => text.slice(at, at + 5))).toEqual(['Both ', 'A sec', 'A sec'])
  })

  it('is removed by cleaning, so that the text as read shows it at its place', () => {
    const { text, cleaning } = cleanDraft(readPage(Buffer.from(html)))
    expect(text).toBe(whole)
    const [one, two, ...rest] = paragraphs
    const [caption, related, letter] = cleaning.removed.map((removal) => removal.text.trim())
    expect(textAsRead(text, cleaning.removed)).toBe(
      [one, caption, two, related, letter, ...rest].join('\n\n'),
    )
  })

  it('is left out again where the article is made again of what the archive keeps', () => {
    const draft = readPage(Buffer.from(html))
    const cleaned = cleanDraft(draft)
    const stored = storedArticle({ text: cleaned.text })
    const again = draftAsRead(stored, cleaned.cleaning)
    expect({ text: again.text, leftOut: again.leftOut }).toEqual({
      text: draft.text,
      leftOut: draft.leftOut,
    })
  })
})
