import { stringify } from 'csv-stringify/sync'
import type { StoredArticle } from '../../engine/article.ts'
import { pageOf, type Exported } from './exported.ts'
import { namesOfFacet } from './facet-names.ts'
import { hashText } from './hash-text.ts'

/** Spreadsheets take a file without it for one in their own character set. */
const byteOrderMark = '\u{FEFF}'

type Cell = (article: StoredArticle, exported: Exported) => string

/** The columns, in order: they keep their names and places; later versions add theirs at the end. */
const columns: readonly (readonly [name: string, cell: Cell])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['outlet', ({ outlet }) => outlet],
  ['published', ({ published }) => published],
  ['dated_from', ({ published, dating }) => (published === '' ? '' : dating.from)],
  ['dating', ({ published, dating }) => (published === '' ? '' : dating.sureness)],
  ['url', ({ url }) => url],
  ['authors', ({ authors }) => authors.map((name) => name.replaceAll(';', ',')).join('; ')],
  ['language', ({ language }) => language],
  ['people', (article) => namesOfFacet(article, 'people')],
  ['places', (article) => namesOfFacet(article, 'places')],
  ['weapons', (article) => namesOfFacet(article, 'weapons')],
  ['cites', (article) => namesOfFacet(article, 'cites')],
  ['family', ({ family }) => family],
  ['text_sha256', ({ text }) => hashText(text)],
  ['original_sha256', ({ originalHash }) => originalHash],
  ['first_indexed', ({ firstIndexed }) => firstIndexed],
  ['link', (article, exported) => pageOf(exported, article)],
  ['relevance', ({ id }, { remarkOn }) => remarkOn(id)?.relevance ?? ''],
  ['note', ({ id }, { remarkOn }) => remarkOn(id)?.note ?? ''],
]

/** The first lines of a CSV file (RFC 4180): byte order mark and the columns' names. */
export function csvHead(): string {
  return byteOrderMark + csvRow(['number', ...columns.map(([name]) => name)])
}

/** An article as a row; `number` counts from 1. */
export function csvArticle(article: StoredArticle, number: number, exported: Exported): string {
  const cells = columns.map(([, cell]) => cell(article, exported))
  return csvRow([String(number), ...cells])
}

/** Rows end with CR LF. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvRow(cells: readonly string[]): string {
  return stringify([cells.map(withoutFormula)], { record_delimiter: 'windows' })
}

/** Spreadsheets look past white space, and some past the wide forms of the signs. */
function withoutFormula(cell: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell
}
