import type { SourceCue } from './cue-before.ts'
import type { Lists } from './lists.ts'
import { offsetsOf, type Reading } from './reading.ts'

/**
 * A medium that stands where a reference does: “…” — Jane Doe, Harbour Post; “…” (Harbour Post); (Newsweek, May 13, 1983);
 * Reuters / Jane Doe] at the end of what is taken from it; Harbour Post: “…”.
 */
export function cueReference(
  reading: Reading,
  from: number,
  to: number,
  lists: Lists,
): SourceCue | undefined {
  const { start, end } = offsetsOf(reading, from, to)
  const tail = reading.text.slice(end, end + longest)
  if (inBrackets.test(tail)) return reference('in brackets')
  if (closesBracket.test(tail) && isTime(reading, to, lists)) return reference('with its date')
  if (opensQuotation.test(tail)) return reference('before a quotation')
  if (!endsLine.test(tail)) return undefined
  const lead = reading.text.slice(Math.max(0, start - longest), start)
  return signatures.some((shape) => shape.test(lead)) ? reference('under a quotation') : undefined
}

/** A longer signature, and a date further behind the name, is none. */
const longest = 80

const inBrackets = /^ \/ [^\]\n]{2,60}\]/
const closesBracket = /^, [^()\n]{1,40}\)/
const opensQuotation = /^(?:[\p{L} ]{0,20})?: ?(?:\n|[“"])/u
const endsLine = /^\s*\)?\s*(?:\n|$)/

const signatures = [
  /[”"]\s*\($/u,
  /[”"]\s*(?:[—–-]+\s*)?(?:(?:(?:\p{Lu}[\p{L}.’'-]*|and)\s){1,6}\p{Lu}[\p{L}.’'-]*,\s)(?:the\s)?$/u,
]

function isTime(reading: Reading, at: number, lists: Lists): boolean {
  const key = reading.words[at]?.key ?? ''
  return /^\d/.test(key) || lists.isKind(key, 'calendar')
}

function reference(where: string): SourceCue {
  return { rule: `reference ${where}`, close: true }
}
