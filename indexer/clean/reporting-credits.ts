import { splitAuthors } from '../read/draft.ts'
import { cutInside, cutLines } from './cut-lines.ts'
import { namesOnly } from './names-only.ts'
import type { Finding, Page, Step } from './page.ts'

const work = String.raw`(?:(?:additional|further|extra)\s)?(?:reporting|writing|editing|edited|written|compiled|translated|translation|compilation|graphics?|research|production|produced|reported)(?:,? (?:and )?(?:additional )?(?:reporting|writing|editing|edited|written))?\sby:?\s`
const opening = new RegExp(String.raw`^\(?${work}`, 'i')
const works = new RegExp(work, 'gi')
const standards = /^our standards:/i
const longestCredits = 500
/** Lines of the end that may be credits. */
const lastLines = 6

/**
 * Removes who else worked on an article, at its end: "(Additional reporting by Ann Lee in Tunis; Editing by Bo Ek)". Those behind
 * "Reporting by" are its authors where nothing else says who is.
 */
export const removeReportingCredits: Step = {
  name: 'reporting credits',
  find: (page) => wholeLines(page) ?? behindLastParagraph(page),
}

function wholeLines(page: Page): Finding | undefined {
  const from = Math.max(1, page.lines.length - lastLines)
  const found = page.lines.flatMap(({ text }, index) =>
    index >= from && (areCredits(text) || standards.test(text)) ? [index] : [],
  )
  if (found.length === 0) return undefined
  const credits = found.map((index) => page.lines[index]?.text ?? '')
  return { cut: cutLines(page, found), fields: authorsOf(page, credits) }
}

function behindLastParagraph(page: Page): Finding | undefined {
  const last = page.lines.at(-1)
  if (!last?.text.endsWith(')')) return undefined
  const open = last.text.lastIndexOf('(')
  const credits = last.text.slice(open)
  if (open < 1 || !areCredits(credits)) return undefined
  return {
    cut: [cutInside(page.text, last.start + open, last.end)],
    fields: authorsOf(page, [credits]),
  }
}

function areCredits(line: string): boolean {
  if (line.length > longestCredits || !opening.test(line)) return false
  return namesOnly(line.replace(works, '').replace(/^\(|\)?\.?$/g, ''))
}

function authorsOf(page: Page, credits: readonly string[]): Pick<Page, 'authors'> {
  if (page.authors.length > 0) return { authors: page.authors }
  const reporters = credits
    .map((line) => /^\(?reporting by:? ((?:\b\p{L}\.|[^;.)])+)/iu.exec(line)?.[1] ?? '')
    .filter((names) => names !== '')
  return {
    authors: reporters.flatMap(splitAuthors).map((name) => name.replace(/ in \p{Lu}.*$/u, '')),
  }
}
