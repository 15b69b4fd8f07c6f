import { cutLines } from './cut-lines.ts'
import { readDateline } from './dateline.ts'
import type { Page, Step } from './page.ts'

/** Longer lines are paragraphs. UTF-16 units. */
const longestHeadline = 200
/** Of a title made of a sentence. */
const longestTitle = 120

/**
 * Finds the title of a page that has none: the first line where that is a headline, which then leaves the text; else the first sentence
 * without its dateline, shortened, and the text stays whole.
 */
export const findHeadline: Step = {
  name: 'headline',
  find: (page) => {
    if (page.title !== '') return undefined
    const first = page.lines[0]?.text ?? ''
    return page.lines.length > 1 && isHeadline(first)
      ? { cut: cutLines(page, [0]), fields: { title: first, titleFrom: 'first line' } }
      : { cut: [], fields: { title: titleOf(page), titleFrom: 'first sentence' } }
  },
}

const sentenceEnd = /(?:[^.\p{Lu}]\p{L}*[.]|[…:;,])["”’)]*$/u
const abbreviation = /\b(?:\p{Lu}\.(?:\p{Lu}\.)+|Inc\.|Co\.|Corp\.|Jr\.|No\.)$/u

function isHeadline(line: string): boolean {
  if (line.length > longestHeadline || readDateline(line)) return false
  if (!/\p{L}/u.test(line)) return false
  return !sentenceEnd.test(line) || abbreviation.test(line)
}

function titleOf({ text }: Page): string {
  const line = text.slice(0, 2_000).split('\n', 1)[0] ?? ''
  const sentence = line.slice(readDateline(line)?.end ?? 0)
  const end = sentenceBreak(sentence)
  const title = sentence.slice(0, end).trim()
  return title.length <= longestTitle ? title : shorten(title)
}

/** A full stop behind a word of three letters or more ends a sentence where a capital follows. */
function sentenceBreak(line: string): number {
  const end = /(?<=[\p{L}\p{N}]{3}[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u.exec(line)
  return end ? end.index : line.length
}

function shorten(sentence: string): string {
  return `${sentence.slice(0, longestTitle).replace(/[\s,;:–—-]+\S*$/u, '')} …`
}
