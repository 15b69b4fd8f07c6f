import { cutInside, findLines } from './cut-lines.ts'
import type { Page, Range, Step } from './page.ts'

const notice =
  /^(?:(?:©|\(c\)) ?(?:copyright )?(?:\d{4}|\p{Lu})|copyright,? ?(?:©|\(c\)|\d{4}\b))/iu
const reserved =
  /^all rights reserved\b|^this material may not be (?:published|reproduced)|^[^.]{0,80}\d{4}[^.]{0,60}\. all rights reserved\b/i
const longestNotice = 400
/** Of what follows the year where no rights are reserved: a name and a prompt. */
const longestOwner = 100

/** Where a notice is glued to the end of the last paragraph, it is not longer. */
const glued =
  /(?:©|\(c\)|\bCopyright) ?(?:(?:©|\(c\)|Copyright) ?)?\d{4}\b[^\n]{0,120}\ball rights reserved\b[^\n]{0,150}$/i

/** Removes notices of copyright, also at the end of the last paragraph: "© 2016 Specimen Wire. All rights reserved. This material may not be published …". */
export const removeCopyright: Step = {
  name: 'copyright notice',
  find: (page) => findLines(page, ({ text }) => isNotice(text)) ?? withRange(gluedNotice(page)),
}

function isNotice(line: string): boolean {
  if (line.length > longestNotice) return false
  if (reserved.test(line)) return true
  return notice.test(line) && (line.length <= longestOwner || /\brights|permission\b/i.test(line))
}

function withRange(range: Range | undefined) {
  return range && { cut: [range] }
}

function gluedNotice({ text }: Page): Range | undefined {
  const from = Math.max(0, text.length - longestNotice)
  const match = glued.exec(text.slice(from))
  return match ? cutInside(text, from + match.index, text.length) : undefined
}
