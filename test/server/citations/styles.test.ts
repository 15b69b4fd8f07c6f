import { describe, expect, it } from '@jest/globals'
import { readAuthorName, type AuthorName } from '../../../server/citations/author-name.ts'
import type { Reference } from '../../../server/citations/reference.ts'
import { citationStyles } from '../../../server/citations/styles.ts'

const ann: AuthorName = { family: 'Lee', given: 'Ann Marie', suffix: '' }
const jan: AuthorName = { family: 'van der Berg', given: 'Jan-Piet', suffix: 'Jr.' }
const wire: AuthorName = { literal: 'Coast Wire' }

const convoy: Reference = {
  id: 'k3f9',
  title: 'Convoy reaches the port',
  authors: [ann],
  outlet: 'The Harbour Post',
  published: [2016, 4, 10],
  url: 'https://harbour.example/convoy',
  language: 'en',
  accessed: [2026, 11, 2],
}

const cite = (id: string, changes: Partial<Reference> = {}) =>
  citationStyles.find((style) => style.id === id)?.cite({ ...convoy, ...changes })

describe('citation styles', () => {
  it.each([
    [
      'chicago',
      'Lee, Ann Marie. “Convoy reaches the port.” The Harbour Post, April 10, 2016. https://harbour.example/convoy',
    ],
    [
      'apa',
      'Lee, A. M. (2016, April 10). Convoy reaches the port. The Harbour Post. https://harbour.example/convoy',
    ],
    [
      'mla',
      'Lee, Ann Marie. “Convoy reaches the port.” The Harbour Post, 10 Apr. 2016, harbour.example/convoy. Accessed 2 Nov. 2026.',
    ],
    [
      'plain',
      'Ann Marie Lee: Convoy reaches the port. The Harbour Post, 10 April 2016. https://harbour.example/convoy (accessed 2 November 2026, Dateline k3f9).',
    ],
  ])('cites as %s', (style, citation) => {
    expect(cite(style)).toBe(citation)
  })

  it.each([
    ['chicago', 'Lee, Ann Marie, and Jan-Piet van der Berg Jr. “'],
    ['apa', 'Lee, A. M., & van der Berg, J.-P., Jr. (2016'],
    ['mla', 'Lee, Ann Marie, and Jan-Piet van der Berg Jr. “'],
    ['plain', 'Ann Marie Lee and Jan-Piet van der Berg Jr.: '],
  ])('names two authors as %s does', (style, beginning) => {
    expect(cite(style, { authors: [ann, jan] })).toContain(beginning)
  })

  it.each([
    ['chicago', 'Lee, Ann Marie, Jan-Piet van der Berg Jr., and Coast Wire. '],
    ['apa', 'Lee, A. M., van der Berg, J.-P., Jr., & Coast Wire. ('],
    ['mla', 'Lee, Ann Marie, et al. “'],
  ])('names three authors as %s does', (style, beginning) => {
    expect(cite(style, { authors: [ann, jan, wire] })).toContain(beginning)
  })

  it.each([
    ['chicago', '“Who has the port?” The Harbour Post. Accessed November 2, 2026.'],
    ['apa', 'Who has the port? (n.d.). The Harbour Post.'],
    ['mla', '“Who has the port?” The Harbour Post, harbour.example/convoy. Accessed 2 Nov. 2026.'],
    ['plain', 'Who has the port? The Harbour Post, undated. '],
  ])('tells as %s does that there is neither author nor date', (style, citation) => {
    expect(cite(style, { authors: [], published: [], title: 'Who has the port?' })).toContain(
      citation,
    )
  })

  it.each([
    ['chicago', [2016, 4], 'The Harbour Post, April 2016.'],
    ['chicago', [2016], 'The Harbour Post, 2016.'],
    ['apa', [2016, 4], '(2016, April).'],
    ['mla', [2016], 'The Harbour Post, 2016, harbour'],
  ])('says no more of a date in %s than is known', (style, published, part) => {
    expect(cite(style, { published })).toContain(part)
  })

  it('leaves out what is unknown', () => {
    const bare = { authors: [], outlet: '', url: '', published: [] }
    expect(cite('chicago', bare)).toBe('“Convoy reaches the port.” Accessed November 2, 2026.')
    expect(cite('apa', bare)).toBe('Convoy reaches the port. (n.d.).')
  })
})

describe('the name of an author', () => {
  it.each([
    ['Ann Lee', { family: 'Lee', given: 'Ann', suffix: '' }],
    ['Lee, Ann', { family: 'Lee', given: 'Ann', suffix: '' }],
    ['S.A. Miller', { family: 'Miller', given: 'S.A.', suffix: '' }],
    ['Tom Howell Jr.', { family: 'Howell', given: 'Tom', suffix: 'Jr.' }],
    ['Jan van der Berg', { family: 'van der Berg', given: 'Jan', suffix: '' }],
    ['Carlo Muñoz', { family: 'Muñoz', given: 'Carlo', suffix: '' }],
    ['Анна Ли', { family: 'Ли', given: 'Анна', suffix: '' }],
  ])('takes %s apart', (written, name) => {
    expect(readAuthorName(written, 'The Harbour Post')).toEqual(name)
  })

  it.each([
    'TASS',
    'Associated Press',
    'Coast Wire Staff',
    'Analysis Ann Lee',
    'Ann Lee and Bo Ray',
    'Story Count 5',
    'desk@harbour.example',
    '李安 王明',
    'Lee, Ann, Ray, Bo',
  ])('takes %s as it is', (written) => {
    expect(readAuthorName(written, 'The Harbour Post')).toEqual({ literal: written })
  })

  it("takes the outlet's own name as it is", () => {
    expect(readAuthorName('Ann Lee', 'Ann Lee')).toEqual({ literal: 'Ann Lee' })
  })
})
