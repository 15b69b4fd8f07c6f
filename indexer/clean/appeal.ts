import { findLines } from './cut-lines.ts'
import type { Line, Step } from './page.ts'
import { speaksToReaders } from './speaks-to-readers.ts'

const calls: readonly RegExp[] = [
  /^support [^.?]{1,60}!$/i,
  /^(?:please )?(?:donate|contribute|make a (?:donation|contribution)|become a (?:member|supporter|subscriber)|support us)(?: now| today| here)?[!:.]?$/i,
  /^support [^.?]{1,40}\bjournalism[!:.]?$/i,
]
const longestCall = 100

const opening = /\bwe(?:['’]ve| have)(?: got)? a (?:small |simple |big |quick )?favou?r to ask\b/i
/** Worth looking for an opening. */
const asking = /favou?r to ask/i
const button =
  /^(?:continue|read more|donate|contribute|not now|remind me(?: later| next month)?)$/i
const pleads = /\b(?:support|donat|contribut|journalis|help|independent)/i
const byWhom = /\b(?:we|us|our|you|your)\b/i
const longestParagraph = 900
/** Lines of an appeal at most. */
const mostLines = 14

/** Removes appeals for money: "Support the Gazette!", "Donate now", and "… we have a small favor to ask." with the paragraphs and buttons below it. */
export const removeAppeals: Step = {
  name: 'appeal for support',
  find: (page) => {
    const ends = asking.test(page.text) ? appealEnds(page.lines) : []
    let end = 0
    return findLines(page, ({ text }, index) => {
      end = Math.max(end, ends[index] ?? 0)
      return index < end || isCall(text)
    })
  },
}

function isCall(line: string): boolean {
  return line.length <= longestCall && calls.some((call) => call.test(line))
}

/** For each line that opens an appeal, the index behind its last line. */
function appealEnds(lines: readonly Line[]): (number | undefined)[] {
  return lines.map(({ text }, index) => (isOpening(text) ? appealEnd(lines, index) : undefined))
}

function isOpening(line: string): boolean {
  return line.length <= longestParagraph && opening.test(line) && speaksToReaders(line)
}

function appealEnd(lines: readonly Line[], at: number): number {
  const textOf = (index: number) => lines[index]?.text ?? ''
  let end = at + 1
  while (end < at + mostLines && pleadsOn(textOf(end))) end++
  while (button.test(textOf(end))) end++
  return end
}

function pleadsOn(line: string): boolean {
  return line.length <= longestParagraph && pleads.test(line) && byWhom.test(line)
}
