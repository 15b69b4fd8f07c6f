/** No dateline is longer before its agency, a byline with it. UTF-16 units. */
const longestDateline = 110

const byline = String.raw`(?:By\s[\p{L}\s.,'’-]{3,50}?\s)?`
const capitals = String.raw`\p{Lu}[\p{Lu}\s,./()'’-]{2,60}`
const place = String.raw`\p{Lu}[\p{L}\s/'’-]{2,40}`
const months = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)'
const date = String.raw`[,.]\s*${months}\p{Ll}*\.?\s\d{1,2}(?:,\s\d{4})?[,.]?`

/** What stands before an agency in a dateline, and what behind it. */
const shapes: readonly (readonly [lead: RegExp, tail: RegExp])[] = [
  // "MOSCOW/ANKARA (Reuters) -", "By Jane Doe MOSCOW (Reuters) -"
  [new RegExp(String.raw`^\s*${byline}${capitals}\($`, 'u'), /^\)\s*[-–—]/],
  // "TEHRAN, April 11 (Xinhua) --", "MOSCOW. Nov 12 (Interfax) -"
  [new RegExp(String.raw`^\s*${byline}${place}${date}\s*\($`, 'u'), /^\)\s*[-–—]/],
  // "MOSCOW, May 5. /TASS/."
  [new RegExp(String.raw`^\s*${place}${date}\s*/$`, 'u'), /^\/[.\s]/],
  // "Tehran, Feb 10, IRNA -"
  [new RegExp(String.raw`^\s*${place}${date}\s*$`, 'u'), /^\s*[-–—]/],
]

/** Whether a name from `start` to `end` is the agency of a dateline: the place, often the day, the agency, a dash. */
export function isDatelineCredit(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(0, start - longestDateline), start).replace(/^.*\n/s, '')
  const tail = text.slice(end, end + 5)
  return shapes.some(([lead, closing]) => closing.test(tail) && lead.test(line))
}
