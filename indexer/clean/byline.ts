import { splitAuthors } from '../read/draft.ts'
import { fold } from '../../engine/text/fold.ts'
import { readDateline } from './dateline.ts'
import { cutLines } from './cut-lines.ts'
import { namesOnly } from './names-only.ts'
import type { Finding, Page, Step } from './page.ts'

/** Lines of the beginning that may be a byline. */
const firstLines = 6
const longestByline = 160
const longestName = 60
const by = /^(?:by|written by|posted by|reported by|author|story by):? /i
const person =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|del|van|von|bin|ibn|al|el|la|der|den)\b|(?:al|el)-\p{Lu}|\p{Lu})[\p{L}.'’-]*){1,4}$/u
/** What may stand between names besides commas: "Ann Lee | Reuters", "ANN LEE ( @annlee )", "Ann Lee - October 20, 2014". */
const besides = /@\w+|[()–—-]|\d+/g
/** What stands behind a name: who the author is and works for. */
const role =
  /\b(?:correspondent|reporters?|editors?|writers?|staff|news|press|times|post|reuters|service|agency|contributor|columnist|bureau|chief|special|associated|today|journal|magazine|team|desk)\b/i

/**
 * Takes the byline out of the beginning of a text: "By Lidia Kelly and Parisa Hafezi", "By Ann Lee | Reuters", and a line that is nothing
 * but the name of an author whom the source gives. Its names become the authors, or join those whom the source gives.
 */
export const takeByline: Step = {
  name: 'byline',
  find: (page) => beforeDateline(page) ?? bylines(page),
}

function bylines(page: Page): Finding | undefined {
  const first = page.lines.slice(0, firstLines)
  const found = first.findIndex(({ text }) => text.length <= longestByline && isByline(text))
  const names = new Set(page.authors.map(fold))
  const named = first.flatMap(({ text }, index) =>
    text.length <= longestName && names.has(fold(text)) && standsOnce(text, page) ? [index] : [],
  )
  const cut = [...new Set(found < 0 ? named : [...named, found])].sort((a, b) => a - b)
  if (cut.length === 0) return undefined
  const authors = found < 0 ? page.authors : joined(page.authors, first[found]?.text ?? '')
  return { cut: cutLines(page, cut), fields: { authors } }
}

/** In an interview the author's name stands before every question. */
function standsOnce(name: string, { lines }: Page): boolean {
  return lines.filter(({ text }) => text === name).length === 1
}

/** "By Ann Lee MOSCOW (Reuters) - …" */
function beforeDateline(page: Page): Finding | undefined {
  const line = page.lines[0]
  if (!line || !/^By\s/.test(line.text)) return undefined
  const dateline = readDateline(line.text)
  if (!dateline || dateline.start === 0) return undefined
  const byline = line.text.slice(0, dateline.start)
  const authors = joined(page.authors, byline)
  return { cut: [{ start: 0, end: dateline.start }], fields: { authors } }
}

/** The authors whom the source gives, and those of a byline that names one of them: of another byline the source knows better. */
function joined(given: readonly string[], byline: string): readonly string[] {
  const printed = authorsIn(byline)
  if (given.length === 0) return printed
  const known = new Set(given.map(fold))
  if (!printed.some((name) => known.has(fold(name)))) return given
  return [...given, ...printed.filter((name) => !known.has(fold(name)))]
}

function isByline(line: string): boolean {
  if (!by.test(line) || !/^\p{Lu}/u.test(line)) return false
  const said = line.replace(by, '').replace(besides, ' ')
  return namesOnly(said) && authorsIn(line).length > 0
}

/** The names of a byline without what stands behind them. */
function namesIn(line: string): string {
  const [names = ''] = line.replace(by, '').split(/ ?(?:\||\/\/| [–—-] |\(|@)/)
  return names.trim()
}

function authorsIn(line: string): string[] {
  return splitAuthors(namesIn(line)).filter((name) => person.test(name) && !role.test(name))
}
