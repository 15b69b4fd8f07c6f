import { facetNames, type StoredArticle } from '../../../engine/article.ts'

/** The outlet has a column of its own already, as printed. */
const listedFacets = facetNames.filter((facet) => facet !== 'outlet')

const columns: readonly (readonly [string, (article: StoredArticle) => string])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['outlet', ({ outlet }) => outlet],
  ['published', ({ published }) => published],
  ['dated by', ({ dating }) => dating.from],
  ['date is', ({ dating }) => dating.sureness],
  ['url', ({ url }) => url],
  ['authors', ({ authors }) => listed(authors)],
  ['language', ({ language }) => language],
  ['dateline', ({ dateline }) => dateline],
  ...listedFacets.map(
    (facet) =>
      [
        facet,
        ({ facets }: StoredArticle) => listed(facets[facet].map(({ name }) => name)),
      ] as const,
  ),
  ['family', ({ family }) => family],
  ['origin', ({ origin }) => origin],
  ['original SHA-256', ({ originalHash }) => originalHash],
  ['first indexed', ({ firstIndexed }) => firstIndexed],
  ['text', ({ text }) => text],
]

const listed = (names: readonly string[]) => names.join('; ')

/** Articles as rows below a header, behind the mark by which spreadsheets know UTF-8. No cell is taken for a formula. */
export async function* csvLines(articles: AsyncIterable<StoredArticle>): AsyncGenerator<string> {
  yield `\uFEFF${row(columns.map(([name]) => name))}`
  for await (const article of articles)
    yield row(columns.map(([, cell]) => harmless(cell(article))))
}

function row(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
}

/** With an apostrophe before what a spreadsheet would compute: OWASP's list for CSV. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r\n|%＝＋－＠]/.test(cell) ? `'${cell}` : cell
}
