/** Further down it is events that are dated. */
const charactersTried = 800
const weekday = String.raw`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`
const month = String.raw`(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))`
const fullDate = String.raw`(?:${month} \d{1,2},? \d{4}|\d{1,2} ${month},? \d{4})`
const forms: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:published|posted|date)(?: on)?:? (?:${weekday},? )?(${fullDate})`,
    'i',
  ),
  new RegExp(
    String.raw`(?<!In (?:this|a) )\b${weekday},? (?:the )?(${fullDate})(?!,? (?:file|photo))`,
  ),
]

/**
 * A full date near the beginning of a text that is likely its own: "Published: April 12, 2016", or one with its weekday, as in "on
 * Tuesday, April 12, 2016", but not what a photograph is dated. As printed; '' where there is none.
 */
export function dateNearTop(text: string): string {
  const top = text.slice(0, charactersTried)
  for (const form of forms) {
    const date = form.exec(top)?.[1]
    if (date !== undefined) return date
  }
  return ''
}
