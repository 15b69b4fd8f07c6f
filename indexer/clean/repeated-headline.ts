import { fold } from '../../engine/text/fold.ts'
import { cutLines } from './cut-lines.ts'
import type { Page, Range, Step } from './page.ts'

/** Below this a headline may well be the first word of a sentence: "Iran" of "Iranian officials". */
const shortestGluedHeadline = 20

/**
 * Removes the headline where the text begins with it again, once or more, on a line of its own (whatever its capitals and quotation
 * marks) or glued to what follows ("Talks resume in ViennaTalks resume in ViennaNegotiators met"). A sentence that merely begins with
 * the words of the headline stays whole.
 */
export const removeRepeatedHeadline: Step = {
  name: 'repeated headline',
  find: (page) => {
    if (page.title === '') return undefined
    const end = endOfRepeats(page)
    return end === 0 ? undefined : { cut: [{ start: 0, end }] }
  },
}

function endOfRepeats(page: Page): number {
  const { title, text } = page
  let end = 0
  for (;;) {
    const line = lineLength(text, end)
    const after = text.startsWith(title, end) ? end + title.length : end
    if (after > end && headlineEndsAt(page, after)) end = skipBlank(text, after)
    else if (line <= 2 * title.length && isSame(text.slice(end, end + line), title))
      end = skipBlank(text, end + line)
    else return end
  }
}

function lineLength(text: string, from: number): number {
  const lineBreak = text.indexOf('\n', from)
  return (lineBreak < 0 ? text.length : lineBreak) - from
}

const bareForm = (line: string) =>
  fold(line)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function isSame(line: string, title: string): boolean {
  return line !== '' && bareForm(line) === bareForm(title)
}

function headlineEndsAt({ title, text }: Page, at: number): boolean {
  if (at === text.length || text[at] === '\n') return true
  if (text.startsWith(title, skipBlank(text, at))) return true
  return title.length >= shortestGluedHeadline && /[\p{Lu}"“‘(]/u.test(text.charAt(at))
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  return at
}

/** Shorter lines may well be said twice. */
const shortestParagraph = 40

/** Removes the first paragraph where it stands twice in a row. */
export const removeRepeatedLead: Step = {
  name: 'repeated paragraph',
  find: (page) => {
    const [first, second] = page.lines
    if (!first || first.text !== second?.text || first.text.length < shortestParagraph)
      return undefined
    const cut: readonly Range[] = cutLines(page, [1])
    return { cut }
  },
}
