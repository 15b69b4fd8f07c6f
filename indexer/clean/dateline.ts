/** Where a dateline stands in a line, in UTF-16 units. */
export interface Dateline {
  /** Behind a byline on the same line: "By Ann Lee MOSCOW (Reuters) - …". */
  readonly start: number
  /** Where the first sentence begins. */
  readonly end: number
  /** Place, day and agency as printed, without the dash: `MOSCOW/ANKARA (Reuters)`. */
  readonly text: string
}

/** No dateline is longer, a byline with it. */
const longest = 140

// Headings in capitals are followed by dashes too.
const capitals = String.raw`(?!(?:FILE|UPDATE|FINAL|BREAKING|EXCLUSIVE|WATCH|VIDEO|PHOTO|ANALYSIS|OPINION|CORRECTION|NOTE|LIVE)\b)\p{Lu}[\p{Lu}.'’-]{2,20}(?:[\s/]{1,2}\p{Lu}[\p{Lu}.'’-]{0,20}){0,4}`
const place = String.raw`\p{Lu}[\p{L}.'’-]{1,20}(?:[\s/]{1,2}\p{Lu}[\p{L}.'’-]{0,20}){0,3}`
const region = String.raw`(?:,\s\p{Lu}[\p{L}.]{1,20}(?:\s\p{Lu}[\p{L}.]{1,20}){0,2})`
const day = String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}{0,6}\.?\s\d{1,2}(?:,\s\d{4})?`
const agency = String.raw`[\p{L}][^()\n]{1,40}`
const dash = String.raw`\s?(?:--|[–—])\s?|\s-{1,2}\s`
const sentence = String.raw`(?=["“”‘'(\[…]{0,3}[\p{Lu}\d])`

/** "By Ann Lee MOSCOW (Reuters) -" */
const behindByline = String.raw`(\s*By\s[\p{L}\s.,'’-]{3,50}?\s)(${capitals}${region}?(?:[,.]\s${day}[,.]?)?\s\(${agency}\))(?:${dash})`

const forms = [
  behindByline,
  ...[
    // "MOSCOW/ANKARA (Reuters) -", "TEHRAN, April 11 (Xinhua) --", "MOSCOW. Nov 12 (Interfax) -", "(CNN) —", "Sept. 15 (UPI) --"
    String.raw`((?:(?:${place})${region}?(?:[,.]\s${day}[,.]?)?\s|${day}\s)?\(${agency}\))(?:${dash})`,
    // CNN alone prints no dash: "Washington (CNN)The president"
    String.raw`((?:${place}\s)?\(CNN\))\s?${sentence}`,
    // "MOSCOW, May 5. /TASS/."
    String.raw`(${place}${region}?[,.]\s${day}[,.]?\s?/\p{L}[^/\n]{1,30}/)[.\s]\s?`,
    // "Tehran, Feb 10, IRNA -"
    String.raw`(${place}${region}?[,.]\s${day}[,.]\s\p{Lu}[\p{L} ]{1,20})(?:${dash})`,
    // "TEHRAN –", "MOSCOW, Russia -", "MOSCOW, May 5 —"
    String.raw`(${capitals}${region}?(?:[,.]\s${day}[,.]?)?)(?:${dash})${sentence}`,
    // "Moscow, Russia -"
    String.raw`(${place}${region})(?:${dash})${sentence}`,
  ].map((form) => String.raw`(\s*)${form}`),
].map((form) => new RegExp(`^${form}`, 'u'))

/** Worth a closer look: what is no dateline mostly has none of these near its beginning. */
const sign = /\(|\/|[-–—]/

/** Reads the dateline at the beginning of a line; undefined where there is none. */
export function readDateline(line: string): Dateline | undefined {
  const beginning = line.slice(0, longest)
  if (!sign.test(beginning)) return undefined
  for (const form of forms) {
    const match = form.exec(beginning)
    if (match) return datelineOf(match)
  }
  return undefined
}

function datelineOf([whole, before = '', text = '']: RegExpExecArray): Dateline {
  return { start: before.length, end: whole.length, text: text.trim() }
}
