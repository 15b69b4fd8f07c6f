import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { lighten } from '../../../../indexer/read/html/lighten.ts'

describe('a page made lighter', () => {
  it.each([
    ['scripts', '<p>a</p><script>if (a < b) c()</script><p>b</p>'],
    ['styles', '<p>a</p><STYLE type="text/css">p { color: red }</STYLE><p>b</p>'],
    ['drawings', '<p>a</p><svg viewBox="0 0 1 1"><text>x</text></svg><p>b</p>'],
    ['comments', '<p>a</p><!-- <p>x</p> --><p>b</p>'],
    ['comments with scripts in them', '<p>a</p><!-- <script> --><p>b</p>'],
  ])('has no %s', (_, html) => {
    expect(lighten(html)).toBe('<p>a</p><p>b</p>')
  })

  it('keeps JSON-LD', () => {
    const html = '<script type="application/ld+json">{"@type":"Article"}</script>'
    expect(lighten(html)).toBe(html)
  })

  it('loses pictures that are written into it', () => {
    expect(lighten(`<img src="data:image/png;base64,${'A'.repeat(300)}">`)).toBe('<img src="">')
  })

  it('keeps what follows a script without an end', () => {
    expect(lighten('<p>a</p><script>x<p>b</p>')).toBe('<p>a</p><script>x<p>b</p>')
  })

  it('is the same where there is nothing to leave out', () => {
    const pieces = fc.array(fc.constantFrom('<p>', '</p>', '<b>', 'text', ' < ', '&lt;', '>'))
    fc.assert(
      fc.property(pieces, (list) => {
        expect(lighten(list.join(''))).toBe(list.join(''))
      }),
    )
  })
})
