import { namesOfAuthors } from './author-names.ts'
import type { Draft } from '../read/draft.ts'

const lineBreaks = /\r\n?|[\u2028\u2029\v\f]/g
// C0 and C1 controls but tab and newline, zero-width spaces and byte order marks: nothing a reader could see.
const invisible = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\ufeff]/g
const spaceRuns = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+| {2,}/g
const spacesAtLineEnds = / *\n */g
const manyBlankLines = /\n{4,}/g

/** What the patterns above change, in one: most texts have nothing of it. */
const untidy =
  /[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]| [ \n]|\n(?: |\n{3})/

/** In UTF-16 units; no outlet has so long a name. */
const longestOutlet = 300

/**
 * One kind of line break, single ordinary spaces, no spaces at the ends of lines, two blank lines at most, no invisible
 * controls. Titles, outlets and authors become one line; authors that are no names go.
 */
export function tidyWhitespace(draft: Draft): Draft {
  return {
    ...draft,
    title: tidyLine(draft.title),
    outlet: tidyLine(draft.outlet.slice(0, longestOutlet)),
    authors: namesOfAuthors(draft.authors.map(tidyLine).filter((author) => author !== '')),
    text: tidyText(draft.text),
  }
}

/** Tidies a text of several lines, as `tidyWhitespace` says. */
export function tidyText(text: string): string {
  if (text.isWellFormed() && !untidy.test(text)) return text.trim()
  return text
    .toWellFormed()
    .replace(lineBreaks, '\n')
    .replace(invisible, '')
    .replace(spaceRuns, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(spacesAtLineEnds, '\n')
    .replace(manyBlankLines, '\n\n\n')
    .trim()
}

/** The same for what must be one line. */
export function tidyLine(text: string): string {
  return tidyText(text).replace(/\n+/g, ' ')
}
