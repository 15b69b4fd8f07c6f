/** Further down it is events that are dated. */
const charactersTried = 800
const weekday = String.raw`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`
const month = String.raw`(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))`
const fullDate = String.raw`(?:${month} \d{1,2},? \d{4}|\d{1,2} ${month},? \d{4})`
/** The line ends, a sentence of its own begins, or a time follows: "Published on May 2, 2016, the report found" says something else. */
const complete = String.raw`(?= *(?:$|[|•·]|[.–—-] |,? (?:at )?\d{1,2}(?::|\.\d\d|[ap]m)))`
const labelled = new RegExp(
  String.raw`^(?:first )?(?:published|posted)(?: on)?:? (?:${weekday},? )?(${fullDate})${complete}`,
  'im',
)

/**
 * The full date near the beginning of a text that it calls its own: "Published: April 12, 2016", "Posted on 12 April 2016", where a
 * line begins. As printed; '' where there is none. Any other date in running text may be that of an event, however early it stands.
 */
export function dateNearTop(text: string): string {
  return labelled.exec(text.slice(0, charactersTried))?.[1] ?? ''
}
