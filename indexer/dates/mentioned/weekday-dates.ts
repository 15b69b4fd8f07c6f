import type { MentionedDate } from '../../../engine/article.ts'
import { addDays } from '../day.ts'
import { before, behind, type Trigger } from './found-date.ts'
import { leaningOf } from './leaning.ts'
import { weekdayNames, weekdayOf } from './nearest.ts'

/** Days that have a name of their own, any such day, and names of programmes. */
const otherBefore =
  /(?:\b(?:Black|Super|Good|Bloody|Ash|Palm|Easter|Cyber|Giving|Casual|Mardi|News|Nation|Morning|every|each|any|most|one|per|of a|alternate)|\b[Ff]irst|\b[Ss]econd|\b[Tt]hird|\b[Ff]ourth)[ -]$/
const otherBehind =
  /^(?:s\b|[ -](?:Times|Night|Post|Herald|Express|Telegraph|Mail|Review|Mirror|Sun|Star|School|school|Show|Evening|Group|Tribune)\b|-(?:morning quarterback|to-))/
/** "on a Sunday" is any, "a Sunday meeting" a certain one. */
const anyBefore = /\ban? $/i
const attributive =
  /^ (?!in|of|night|when|that|like|before|after|or|and|at|for|with|to|is|was)\p{Ll}{3,}/u
const modifier = /\b(?:last|next|this past|this coming|this) $/i
/** The month's name takes care of "Tuesday, April 12" and of "Tuesday 12 April". */
const dateBehind =
  /^,? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:Jan|Feb|Mar(?:ch|\.)|Apr|May \d|June|July|Aug|Sept?|Oct|Nov|Dec)/

/** The day that a weekday's name is, seen from the day of publication: past, unless the text speaks of the future. */
export function weekdayDates(trigger: Trigger): readonly MentionedDate[] {
  const { text, word, start, end, clock } = trigger
  const lead = before(text, start)
  if (clock.day === '' || isNoDay(lead, behind(text, end))) return []
  const [named = ''] = modifier.exec(lead) ?? []
  const days = offset(trigger, daysTo(word, clock.day), named.trim().toLowerCase())
  return [{ date: addDays(clock.day, days), start: start - named.length, end }]
}

function isNoDay(lead: string, rest: string): boolean {
  if (dateBehind.test(rest) || otherBehind.test(rest) || otherBefore.test(lead)) return true
  return anyBefore.test(lead) && !attributive.test(rest)
}

/** Days since the weekday was last: 0 on the day itself. */
function daysTo(weekday: string, today: string): number {
  return (weekdayNames.indexOf(weekdayOf(today)) - weekdayNames.indexOf(weekday) + 7) % 7
}

function offset(trigger: Trigger, ago: number, modifier = ''): number {
  const next = 7 - ago
  switch (modifier) {
    case 'next':
    case 'this coming':
      return next
    case 'last':
    case 'this past':
      return ago === 0 ? -7 : -ago
    default:
      return ago > 0 && isAhead(trigger, modifier) ? next : -ago
  }
}

function isAhead({ text, start, end }: Trigger, modifier: string): boolean {
  const leaning = leaningOf(text, start, end)
  return leaning === 'future' || (modifier === 'this' && leaning === 'open')
}
