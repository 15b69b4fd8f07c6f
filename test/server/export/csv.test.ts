import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvRow } from '../../../server/export/csv.ts'
import { writeCsv } from '../../../server/export/lists.ts'
import { byFacet } from '../../../engine/by-facet.ts'
import { storedArticle } from '../stored-article.ts'
import { exportedOf, written } from './to-export.ts'

const value = (name: string) => ({ id: name, name, evidence: [], rule: 'test', broader: [] })

const convoy = storedArticle({
  id: 'k3f9',
  title: 'Convoy reaches "the port"',
  text: 'The convoy is here.',
  outlet: 'The Harbour Post',
  published: '2016-04',
  dating: { from: 'dateline', sureness: 'likely' },
  url: 'https://harbour.example/convoy',
  authors: ['Ann Lee', 'Bo Ray'],
  language: 'en',
  family: 'f7',
  facets: { ...byFacet(() => []), people: [value('Ann Lee'), value('Ray; Bo')] },
})

const rowsOf = (csv: Buffer): string[][] => parse(csv, { bom: true, record_delimiter: '\r\n' })

describe('CSV', () => {
  it('has its columns in an order that stays', async () => {
    const remarkOn = () => ({ relevance: 'relevant', note: 'See page 4' })
    const [head = [], row = []] = rowsOf(
      await written(writeCsv(exportedOf([convoy], { remarkOn }))),
    )
    expect(head.map((name, at) => [name, row[at]])).toEqual([
      ['number', '1'],
      ['id', 'k3f9'],
      ['title', 'Convoy reaches "the port"'],
      ['outlet', 'The Harbour Post'],
      ['published', '2016-04'],
      ['dated_from', 'dateline'],
      ['dating', 'likely'],
      ['url', 'https://harbour.example/convoy'],
      ['authors', 'Ann Lee; Bo Ray'],
      ['language', 'en'],
      ['people', 'Ann Lee; Ray, Bo'],
      ['places', ''],
      ['weapons', ''],
      ['cites', ''],
      ['family', 'f7'],
      ['text_sha256', 'd030dd63adb3b51b5c5671ad8260145870e8d4e42da33d59abb99729ab1e5b70'],
      ['original_sha256', 'ab'.repeat(32)],
      ['first_indexed', '2026-01-02T03:04:05.000Z'],
      ['link', 'http://127.0.0.1:3000/article/k3f9'],
      ['relevance', 'relevant'],
      ['note', 'See page 4'],
    ])
  })

  it('begins with a byte order mark and ends each row with CR LF', async () => {
    const csv = await written(writeCsv(exportedOf([convoy, convoy])))
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(csv.toString().match(/\r\n/g)).toHaveLength(3)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u00a0@x', '＝1'])(
    'does not let %j run',
    (cell) => {
      expect(rowsOf(Buffer.from(csvRow([cell])))).toEqual([[`'${cell}`]])
    },
  )

  it('reads back as it was, but for the apostrophe before a formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ';', '=', '-', 'a', ' ') }),
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const [row = [], ...more] = rowsOf(Buffer.from(csvRow(cells)))
        expect(more).toEqual([])
        expect(row.map((read, at) => (read === cells[at] ? read : read.slice(1)))).toEqual(cells)
        for (const read of row) expect(read).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})
