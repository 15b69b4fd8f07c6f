import { percentile, printTable, shown } from '../measure.ts'
import type { PageScore } from './score-page.ts'

/** Prints the figures of all pages. */
export function printFigures(scores: readonly PageScore[], pagesPerSecond: number): void {
  const f1 = scores.map(({ body }) => body.f1)
  const asRead = scores.map(({ bodyAsRead }) => bodyAsRead.f1)
  printTable([
    [`${scores.length} pages`, 'mean', 'median', 'precision', 'recall'],
    ['F1', figure(mean(f1)), figure(percentile(f1, 0.5)), ...precisionAndRecall(scores)],
    ['as read', figure(mean(asRead)), figure(percentile(asRead, 0.5)), '', ''],
  ])
  const authors = scores.map((score) => score.authors).filter((value) => value !== undefined)
  printTable([
    ['', 'right', 'of'],
    ['title', ...share(scores.map(({ titleExact }) => titleExact))],
    ['title but for spaces and quotes', ...share(scores.map(({ titleTidied }) => titleTidied))],
    ['date', ...share(scores.map(({ date }) => date))],
    ['authors, mean F1', figure(mean(authors)), String(authors.length)],
    ['pages/s on one core', shown(pagesPerSecond), ''],
  ])
}

function precisionAndRecall(scores: readonly PageScore[]): string[] {
  return [
    figure(mean(scores.map(({ body }) => body.precision))),
    figure(mean(scores.map(({ body }) => body.recall))),
  ]
}

function share(values: readonly (boolean | undefined)[]): string[] {
  const known = values.filter((value) => value !== undefined)
  const right = known.filter((value) => value).length
  return [`${shown((100 * right) / known.length)} %`, String(known.length)]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function figure(value: number): string {
  return value.toFixed(4)
}

/** Prints the pages with the lowest F1, then every title and date that is not right. */
export function printFaults(scores: readonly PageScore[], worst: number): void {
  if (worst === 0) return
  const lowest = scores.toSorted((a, b) => a.body.f1 - b.body.f1).slice(0, worst)
  printTable([
    ['lowest F1', 'F1', 'as read', 'precision', 'recall'],
    ...lowest.map(({ page, body, bodyAsRead, read }) => [
      `${page.file}${read.reason === '' ? '' : ` (${read.reason})`}`,
      ...[body.f1, bodyAsRead.f1, body.precision, body.recall].map(figure),
    ]),
  ])
  for (const { page, read, titleExact, date } of scores) {
    if (titleExact === false)
      console.log(`${page.file} title: ${read.title}\n  gold: ${page.title}`)
    if (date === false)
      console.log(`${page.file} date: ${read.published || 'none'}; gold: ${page.published}`)
  }
}

/** Prints the lines of each page that are missing and the ones that are too many. */
export function printDifferences(scores: readonly PageScore[]): void {
  for (const { page, read } of scores) {
    console.log(`\n${page.file}`)
    for (const line of linesBeyond(page.text, read.text)) console.log(`- ${line}`)
    for (const line of linesBeyond(read.text, page.text)) console.log(`+ ${line}`)
    if (page.authors)
      console.log(`authors: ${read.authors.join(' | ')}; gold: ${page.authors.join(' | ')}`)
  }
}

/** The lines of a text that another one has nowhere, but for white space. */
function linesBeyond(text: string, other: string): string[] {
  const bare = (line: string) => line.replace(/\s+/g, '')
  const all = bare(other)
  return text.split('\n').filter((line) => !all.includes(bare(line)))
}
