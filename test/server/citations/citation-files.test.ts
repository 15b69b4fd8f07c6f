import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { StoredArticle } from '../../../engine/article.ts'
import { toBibtex } from '../../../server/citations/bibtex.ts'
import { toCsl, toCslItem } from '../../../server/citations/csl.ts'
import { dayOf, referenceOf } from '../../../server/citations/reference.ts'
import { toRis } from '../../../server/citations/ris.ts'
import { storedArticle } from '../stored-article.ts'
import { readBibtex, readRis } from './read-references.ts'

const convoy = storedArticle({
  id: 'k3f9',
  title: 'S-300 convoy reaches the port',
  authors: ['Ann Lee', 'Tom Ray Jr.', 'Coast Wire Staff'],
  outlet: 'The Harbour Post',
  published: '2016-04-10',
  url: 'https://harbour.example/a_b%20c',
  language: 'en',
})

const cited = (changes: Partial<StoredArticle> = {}) =>
  referenceOf({ ...convoy, ...changes }, '2026-11-02')

describe('RIS', () => {
  it('names everything that is known', () => {
    expect(toRis(cited()).split('\r\n')).toEqual([
      'TY  - NEWS',
      'AU  - Lee, Ann',
      'AU  - Ray, Tom, Jr.',
      'AU  - Coast Wire Staff',
      'TI  - S-300 convoy reaches the port',
      'T2  - The Harbour Post',
      'PY  - 2016',
      'DA  - 2016/04/10/',
      'UR  - https://harbour.example/a_b%20c',
      'Y2  - 2026/11/02/',
      'LA  - en',
      'DB  - Dateline',
      'AN  - k3f9',
      'ER  - ',
      '',
    ])
  })

  it('leaves the unknown parts of a date open', () => {
    expect(toRis(cited({ published: '2016' }))).toContain('DA  - 2016///\r\n')
    expect(toRis(cited({ published: '' }))).not.toContain('DA  -')
  })

  it('stays one record whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const title = `x${text}\r\nER  - \r\nTY  - BOOK x`
        const [record, ...more] = readRis(toRis(cited({ title })))
        expect(more).toEqual([])
        expect(record?.['TI']).toEqual([cited({ title }).title])
      }),
    )
  })
})

describe('BibTeX', () => {
  it('names everything that is known', () => {
    expect(toBibtex(cited())).toBe(
      [
        '@article{lee-2016-k3f9,',
        '  author = {Lee, Ann and Ray, Jr., Tom and {Coast Wire Staff}},',
        '  title = {{S-300} convoy reaches the port},',
        '  journal = {The Harbour Post},',
        '  date = {2016-04-10},',
        '  year = {2016},',
        '  month = {4},',
        '  url = {https://harbour.example/a_b%20c},',
        '  urldate = {2026-11-02},',
        '  langid = {en},',
        '  entrysubtype = {newspaper},',
        '  note = {Dateline k3f9},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it.each([
    [{ authors: ['Zoë Müller-Ångström'] }, 'mullerangstrom-2016-k3f9'],
    [{ authors: [] }, 'theharbourpost-2016-k3f9'],
    [{ authors: [], outlet: '海港', published: '' }, 'k3f9'],
  ])('makes a key of ASCII for %j', (changes, key) => {
    expect(readBibtex(toBibtex(cited(changes)))[0]?.key).toBe(key)
  })

  it('reads back as it was, whatever a title holds', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('\\{}%$#_&~^@",=ab Я字\n')),
    })
    fc.assert(
      fc.property(text, text, (title, outlet) => {
        const reference = cited({ title, outlet })
        const [entry, ...more] = readBibtex(toBibtex(reference))
        expect(more).toEqual([])
        expect(entry?.fields['title'] ?? '').toBe(reference.title)
        expect(entry?.fields['journal'] ?? '').toBe(reference.outlet)
      }),
    )
  })

  it('protects names in a title, not the punctuation beside them', () => {
    expect(toBibtex(cited({ title: 'After Tillerson, “Patriot” sails' }))).toContain(
      'title = {{After} {Tillerson}, “{Patriot}” sails}',
    )
  })

  it('keeps braces and backslashes out of addresses', () => {
    const url = 'https://harbour.example/a}b{c\\d'
    expect(toBibtex(cited({ url }))).toContain('url = {https://harbour.example/a%7Db%7Bc%5Cd}')
  })
})

describe('CSL-JSON', () => {
  it('names everything that is known', () => {
    expect(toCslItem(cited())).toEqual({
      id: 'k3f9',
      type: 'article-newspaper',
      title: 'S-300 convoy reaches the port',
      author: [
        { family: 'Lee', given: 'Ann' },
        { family: 'Ray', given: 'Tom', suffix: 'Jr.' },
        { literal: 'Coast Wire Staff' },
      ],
      'container-title': 'The Harbour Post',
      issued: { 'date-parts': [[2016, 4, 10]] },
      URL: 'https://harbour.example/a_b%20c',
      accessed: { 'date-parts': [[2026, 11, 2]] },
      language: 'en',
      archive: 'Dateline',
      archive_location: 'k3f9',
    })
  })

  it('leaves out what is unknown', () => {
    const item = toCslItem(cited({ published: '', authors: [], outlet: '', url: '' }))
    for (const variable of ['issued', 'author', 'container-title', 'URL'])
      expect(item).not.toHaveProperty(variable)
  })

  it('reads back as it was, whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const title = `x${text}`
        expect(JSON.parse(toCsl([cited({ title })]))).toMatchObject([
          { title: cited({ title }).title },
        ])
      }),
    )
  })
})

describe('a reference', () => {
  it('has no address that a program could run', () => {
    expect(cited({ url: 'javascript:alert(1)' }).url).toBe('')
  })

  it('is accessed on the day of this place', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
  })
})
