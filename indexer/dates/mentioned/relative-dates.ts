import type { MentionedDate } from '../../../engine/article.ts'
import { before, behind, type Trigger } from './found-date.ts'
import { readRelative } from './relative-phrase.ts'

const amountBefore =
  /(?<![\d,.])\b(a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|\d{1,3}) (days?|months?|years?|decades?|century) $/i
/** Roughly is not when. */
const roughly =
  /\b(?:than|over|nearly|almost|about|some|around|roughly|least|to|or|half|and|approximately|under|only|few|couple)(?: of)? $/i
const period = /^ (?:month|year)\b(?!['’]?-)/
/** "the last month" and "over the past year" are how long, not when. */
const duration = /\b(?:the|these|those|every|each|a|its|his|her|their|our|my) $/i

/** The dates that only relate to publication: "yesterday", "three days ago", "a year ago", "last month", "next year". */
export function relativeDates(trigger: Trigger): readonly MentionedDate[] {
  if (trigger.clock.year === '') return []
  switch (trigger.word.toLowerCase()) {
    case 'ago':
      return ago(trigger)
    case 'last':
    case 'next':
    case 'this':
      return besideNow(trigger)
    default:
      return mention(trigger, trigger.start, trigger.end)
  }
}

function ago(trigger: Trigger): readonly MentionedDate[] {
  const lead = before(trigger.text, trigger.start)
  const match = amountBefore.exec(lead)
  if (!match || roughly.test(lead.slice(0, match.index))) return []
  return mention(trigger, trigger.start - match[0].length, trigger.end)
}

function besideNow(trigger: Trigger): readonly MentionedDate[] {
  const { text, start, end } = trigger
  const match = period.exec(behind(text, end))
  if (!match || duration.test(before(text, start))) return []
  return mention(trigger, start, end + match[0].length)
}

function mention({ text, clock }: Trigger, start: number, end: number): readonly MentionedDate[] {
  const date = readRelative(text.slice(start, end).toLowerCase(), clock)
  return date === '' ? [] : [{ date, start, end }]
}
