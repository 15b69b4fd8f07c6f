import { lineStep } from './cut-lines.ts'
import type { Page } from './page.ts'

const network =
  'facebook|twitter|instagram|linkedin|telegram|youtube|whatsapp|reddit|pinterest|flipboard'
const follow: readonly RegExp[] = [
  /^(?:(?:follow )?@\w{2,30}[ ,.]*)+$/i,
  new RegExp(String.raw`^follow .{1,120}(?:\bon (?:${network})\b|\s@\w|\btwitter\.com/)`, 'i'),
  new RegExp(
    String.raw`^(?:like|join|find|connect with) (?:us|our page)\b.{0,60}\b(?:${network})\b`,
    'i',
  ),
  /^follow us\b.{0,60}$/i,
]
const comments =
  /^(?:(?:leave|post|write|add|make) a comment|(?:view|show|see|read|hide)(?: all)?(?: the)?(?: \d+)? comments?|comment on this (?:story|article)|\d+ (?:comments?|shares?)|comments?(?: are closed)?|join the (?:conversation|discussion)|read or share this (?:story|article):?.{0,120}|skip to (?:main )?content)[!:.]?$/i

/** Words of which bars for sharing consist. */
const barWords = new Set(
  `${network}|share|tweet|post|email|e-mail|print|pocket|messenger|copy|link|copied|pin|save|comment|comments|this|article|story|on|via|to|more|x`.split(
    '|',
  ),
)
/** One of these makes it a bar; the others are headings too. */
const deeds = /\b(?:share|tweet|print|copy link|link copied|whatsapp|pinterest|flipboard)\b/i
const names = new RegExp(String.raw`\b(?:${network}|e-?mail)\b`, 'i')

/** Removes bars for sharing, calls to follow someone and to comment: "Share Tweet Email", "Follow us on Facebook", "View comments". */
export const removeSharing = lineStep('sharing and comments', 200, (line, page, index) => {
  const said = line.replace(/^[^\p{L}@\d]{1,5}/u, '')
  return comments.test(said) || follow.some((form) => form.test(said)) || isBar(said, page, index)
})

function isBar(line: string, page: Page, index: number): boolean {
  if (!hasOnlyBarWords(line)) return false
  if (deeds.test(line)) return true
  return (
    names.test(line) &&
    [index - 1, index + 1].some((at) => hasOnlyBarWords(page.lines[at]?.text ?? ''))
  )
}

function hasOnlyBarWords(line: string): boolean {
  if (line.length > 100) return false
  const words = line
    .toLowerCase()
    .split(/[\s|•·,/:&+0-9]+/)
    .filter((word) => word !== '')
  return words.length > 0 && words.every((word) => barWords.has(word))
}
