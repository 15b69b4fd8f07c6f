import { findLines } from './cut-lines.ts'
import type { Step } from './page.ts'
import { speaksToReaders } from './speaks-to-readers.ts'

const notices: readonly RegExp[] = [
  /^(?:we|this (?:web ?)?site|our (?:web ?)?sites?)\b.{0,60}\buses? (?:[\p{L}-]+ ){0,3}cookies\b/iu,
  /^by (?:continuing|using|clicking|browsing|closing|accepting)\b.{0,200}\bcookies?\b/i,
  /^(?:accept|reject|manage|allow|decline)(?: all)?(?: our| the)? cookies?(?: settings| preferences)?[!.]?$/i,
  /^cookies? (?:policy|notice|settings|preferences|consent)[!.:]?$/i,
]

/** In UTF-16 units. */
const longestNotice = 600

/** Removes notices about cookies: "This site uses cookies.", "Accept all cookies". */
export const removeCookieNotices: Step = {
  name: 'cookie notice',
  find: (page) =>
    /cookie/i.test(page.text) ? findLines(page, ({ text }) => isNotice(text)) : undefined,
}

function isNotice(line: string): boolean {
  if (line.length > longestNotice) return false
  return notices.some((notice) => notice.test(line)) && speaksToReaders(line)
}
