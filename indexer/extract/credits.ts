import type { Lists } from './lists.ts'
import { keyAt, offsetsOf, type Reading } from './reading.ts'
import { gapText } from './sentences.ts'

/**
 * Whether a name of a medium only says who took, sold or first printed something: "(Reuters)", "Photo: AFP",
 * "AFP/Getty Images", "PutinReuters", "The Associated Press contributed to this report".
 */
export function isCredit(reading: Reading, from: number, to: number, lists: Lists): boolean {
  if (reading.words[from]?.gap === 'glued') return true
  const { start, end } = offsetsOf(reading, from, to)
  const lead = reading.text.slice(Math.max(0, start - 60), start).replace(/^.*\n/s, '')
  const tail = reading.text.slice(end, end + 60).replace(/\n.*$/s, '')
  if (isPoll(reading, to, lists)) return false
  return isBracketed(lead, tail) || before.some((p) => p.test(lead)) || isFollowed(tail)
}

const before = [
  // A name or a slash before it: "Carlo Allegri/Reuters", "| Reuters".
  /[/|]\s*$/,
  /(?:photo|photos|photograph|photographer|image|images|picture|credit|credits|copyright|caption|contributing|courtesy)s?\b\s*(?:©|\(c\)|:|by|from|of|via|\.{3}|\d{4}|\s)*(?:the\s+)?$/i,
  /(?:©|\(c\)|@|\bvia)\s*(?:\d{4},?\s+)?(?:the\s+)?$/i,
  /\b(?:video provided|this (?:story|report|article) (?:was )?(?:reported|written|produced)) by (?:the\s+)?$/i,
  /\b(?:first|originally) (?:appeared|published|ran) (?:by|in|on|at) (?:the\s+)?$/i,
  /\bmaterial from (?:[\w ,]+ and )?(?:the\s+)?$/i,
]

const after = [
  /^\s*[/|](?![^\]\n]{2,40}\])/,
  /^\s*(?:photo|photos|file photo|images)\b/i,
  /^\s*\)?\s*via\s+(?:getty|ap\b|reuters|afp)/i,
  /^\s*\|\|?\s/,
]

// "The Associated Press contributed to this report"; looked for only where the word stands at all.
const contributed = /^(?:['’]s?)?(?:\s[\p{L}.'’-]+){0,12}\s+contributed (?:to|reporting)\b/iu

function isFollowed(tail: string): boolean {
  return (
    after.some((p) => p.test(tail)) || (tail.includes(' contributed ') && contributed.test(tail))
  )
}

function isBracketed(lead: string, tail: string): boolean {
  return /[([]\s*$/.test(lead) && /^\s*[)\]]/.test(tail)
}

// "Reuters/Ipsos poll", "ABC News/Washington Post survey": two that asked, not one that sold.
function isPoll(reading: Reading, to: number, lists: Lists): boolean {
  for (let at = to; at < to + 6; at++) {
    if (/^(?:polls?|surveys?|polling)$/.test(keyAt(reading, at))) return true
    const isName =
      (reading.words[at]?.shape ?? 'lower') !== 'lower' ||
      lists.isKind(keyAt(reading, at), 'medium-adjective')
    if (!isName || /[^\s/–-]/.test(gapText(reading, at))) return false
  }
  return false
}
