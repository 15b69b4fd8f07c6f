import { describe, expect, it } from '@jest/globals'
import { readMarkdown } from '../../../../indexer/read/markdown/markdown-article.ts'

const read = (text: string) => readMarkdown(Buffer.from(text))

describe('a Markdown file', () => {
  it('tells about itself in front matter', () => {
    const text =
      '---\ntitle: "Corvette sold: at last"\ndate: 2016-04-27\nsource: The Sample Gazette\nauthor: [Ann Lee, Bo Ek]\nlang: en\nid: 7\nurl: https://gazette.example/a\n---\n\nThe **corvette** was [sold](https://x.example).\n'
    expect(read(text)).toEqual({
      title: 'Corvette sold: at last',
      text: 'The corvette was sold.',
      outlet: 'The Sample Gazette',
      published: ['2016-04-27'],
      url: 'https://gazette.example/a',
      authors: ['Ann Lee', 'Bo Ek'],
      language: 'en',
      givenId: '7',
    })
  })

  it('has its first heading for a headline', () => {
    expect(read('# Corvette *sold*\n\nOn Monday.\n\n## Later\n\nNobody paid.')).toMatchObject({
      title: 'Corvette sold',
      text: 'On Monday.\n\nLater\n\nNobody paid.',
    })
  })

  it('does not say its title twice', () => {
    expect(read('---\ntitle: Corvette sold\n---\n# Corvette sold\n\nOn Monday.')).toMatchObject({
      title: 'Corvette sold',
      text: 'On Monday.',
    })
  })

  it('keeps lists line by line, and leaves scripts out', () => {
    expect(read('# T\n\n- one & two\n- three\n\n<script>alert(1)</script>\n\nEnd.').text).toBe(
      'one & two\nthree\n\nEnd.',
    )
  })

  it.each([
    ['---\ntitle: [a\n---\nText.', 'the front matter is not valid YAML'],
    ['# Only a heading', 'no text: nothing follows the headline'],
  ])('is set aside when it is %j: %s', (text, reason) => {
    expect(() => read(text)).toThrow(reason)
  })

  it('is not undone by front matter that grows', () => {
    const anchors = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} [*a${at},*a${at},*a${at}]`,
    )
    expect(() => read(`---\na0: &a0 [x]\n${anchors.join('\n')}\n---\nText.`)).toThrow(
      'the front matter is not valid YAML',
    )
  })
})
