import type { MentionedDate } from '../../../engine/article.ts'
import { addDays } from '../day.ts'
import { before, behind, type Trigger } from './found-date.ts'
import { leaningOf } from './leaning.ts'
import { weekdayNames, weekdayOf } from './nearest.ts'

/** Days that have a name of their own, any such day, and names of programmes. */
const otherBefore =
  /(?:\b(?:Black|Super|Good|Bloody|Ash|Palm|Easter|Cyber|Giving|Casual|Mardi|News|Nation|Morning|every|each|any|most|one|single|per|of a|alternate)|\b[Ff]irst|\b[Ss]econd|\b[Tt]hird|\b[Ff]ourth)[ -]$/
const otherBehind =
  /^(?:s\b|[ -](?:Times|Night|Post|Herald|Express|Telegraph|Mail|Review|Mirror|Sun|Star|School|school|Show|shows?|talk shows?|Evening|Group|Tribune)\b|-(?:morning quarterback|to-))/
/** "on a Sunday" is any, "a Sunday meeting" a certain one. */
const anyBefore = /\ban? $/i
const attributive =
  /^ (?!in|of|night|when|that|like|before|after|or|and|at|for|with|to|is|was)\p{Ll}{3,}/u
const modifier = /\b(?:last|next|this past|this coming|this) $/i
const following = new RegExp(
  String.raw`^( and | or | to | through |[-–/])(${weekdayNames.join('|')})(?![\p{L}'’]|,? (?:the )?\d|,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[Mm]orning [Hh]erald|Night|Post|Times))`,
  'u',
)
/** "before Tuesday’s vote" may be ahead, "about Tuesday’s attack" is not. */
const unscheduled =
  /^['’]s (?!(?:\p{L}+ )?(?:elections?|vote|debate|summit|meetings?|hearing|primary|primaries|runoff|ballot|ceremony|inauguration|game|match|final|race|rally|march|contests?|caucus(?:es)?|referendum|deadline|session|conference|event|talks|polls)(?!\p{L}))/u
/** "would honour him for the victory Sunday" */
const happened =
  /\b(?:victory|win|loss|defeat|attacks?|shootings?|killings?|deaths?|clash(?:es)?|crash|arrests?|bombings?|blasts?|explosions?|strikes?|tweets?)(?: on)? $/
/** The month's name takes care of "Tuesday, April 12" and of "Tuesday 12 April". */
const dateBehind =
  /^,? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:Jan|Feb|Mar(?:ch|\.)|Apr|May \d|June|July|Aug|Sept?|Oct|Nov|Dec)/

/** The day that a weekday's name is, seen from the day of publication: past, unless the text speaks of the future. */
export function weekdayDates(trigger: Trigger): readonly MentionedDate[] {
  const { text, word, start, end, clock } = trigger
  const lead = before(text, start)
  if (clock.day === '' || isNoDay(lead, behind(text, end))) return []
  const [named = ''] = modifier.exec(lead) ?? []
  const modified = named.trim().toLowerCase()
  const next = modified === '' ? following.exec(behind(text, end)) : null
  const ago = daysTo(word, clock.day)
  if (next) return twoDays(trigger, ago, next)
  const days = offset(trigger, ago, modified)
  return [{ date: addDays(clock.day, days), start: start - named.length, end }]
}

/** "Friday and Saturday", "Tuesday through Thursday": the second is the one after the first, and both are past where both can be. */
function twoDays(trigger: Trigger, ago: number, [whole, gap = '', name = '']: RegExpExecArray) {
  const { text, start, end, clock } = trigger
  const apart = (weekdayNames.indexOf(name) - weekdayNames.indexOf(trigger.word) + 7) % 7
  const leaning = leaningOf(text, start, end)
  const isOver = ago >= apart || (ago === 0 && leaning !== 'past')
  const isComing = leaning === 'future' && ago > 0
  const first = isComing ? 7 - ago : isOver ? -ago : -ago - 7
  return [
    { date: addDays(clock.day, first), start, end },
    { date: addDays(clock.day, first + apart), start: end + gap.length, end: end + whole.length },
  ]
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
  if (unscheduled.test(behind(text, end)) || happened.test(before(text, start))) return false
  const leaning = leaningOf(text, start, end)
  return leaning === 'future' || (modifier === 'this' && leaning === 'open')
}
