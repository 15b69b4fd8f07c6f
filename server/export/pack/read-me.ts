import { counted } from '../../view-models/counting.ts'
import type { Exported } from '../exported.ts'

/** What an evidence pack says of itself besides what was asked for. */
export interface PackFigures {
  readonly articles: number
  readonly idsSha256: string
  readonly hasOriginals: boolean
}

/** The README of an evidence pack: what was asked for, what each file is, and how to check them. */
export function readMe(
  exported: Exported,
  { articles, idsSha256, hasOriginals }: PackFigures,
): string {
  const { name, facts, home, href } = exported
  return `${oneLine(name)}
${'='.repeat(Math.min(72, Array.from(oneLine(name)).length))}

An evidence pack of ${counted(articles, 'article')}, made by Dateline.

${facts.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('')}Page: ${home}${href}
Articles: ${articles}, all that was found, in the order in which they were first indexed
SHA-256 of their ids: ${idsSha256}

texts/        each article's text as the archive has it, below lines that say what it is
${hasOriginals ? originals : ''}articles.csv  a table of the articles, in UTF-8; a cell that a spreadsheet would take
              for a formula begins with an apostrophe
articles.ris  the same as references for Zotero, EndNote and Mendeley
report.html   what was asked for, counts, and each article with passages, to read and to print
hashes.csv    the SHA-256 of each text alone (without the lines above it, and without the
              line feed at its end), and of the original that it was read from
query.json    what was asked for and by which versions it was found, for programs
SHA256SUMS    the SHA-256 of every file here

To check that no file was changed or lost, in this folder:

    sha256sum --check SHA256SUMS

The SHA-256 of the ids is that of the column "id" of articles.csv, sorted by bytes, with a
line feed between them and none at the end. Dates of publication are the publishers';
articles.csv says where each comes from and how sure it is.
`
}

const originals = `originals/    the bytes that each article was read from, as they were
`

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
