import type { MentionedDate } from '../../../engine/article.ts'
import { dateFrom } from '../day.ts'
import { monthNamed } from '../month-names.ts'
import type { Clock } from './clock.ts'
import { before, behind, type Trigger } from './found-date.ts'
import { leaningOf } from './leaning.ts'
import { nearestDay, nearestMonth, weekdayNames } from './nearest.ts'
import { yearBeside, type YearBeside } from './year-beside.ts'

const weekday = String.raw`(?:(${weekdayNames.join('|')}),? (?:the )?)?`
const dayBefore = new RegExp(
  String.raw`${weekday}(?<![\d.,:/$€£-])(?:(\d{1,2})(?:st|nd|rd|th)?( ?[-–] ?| to | and ))?(\d{1,2})(?:st|nd|rd|th)?(?: of)? $`,
)
const weekdayBefore = new RegExp(`${weekday}$`)
const dayBehind =
  /^\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d| (?:a\.?m|p\.?m|percent|million|billion|miles|people|years?)\b)/
const secondDay =
  /^( ?[-–] ?| to | and | or |, )(\d{1,2})(?:st|nd|rd|th)?(?![\d:%\p{L}]|[.,]\d| (?:a\.?m|p\.?m|percent|million|billion|people|years?|months?|days?|weeks?|other)\b)/u
/** Behind these a month's name is one, and not a person, a verb or a march. */
const bareMonth =
  /\b(?:in|since|until|till|by|from|to|through|during|of|for|before|after|between|and|into|least|back as|late|early|mid|last|next|this)[ -]$/i
const bareMay = /\b(?:in|since|until|till|late|early|mid|last|next|this)[ -]$/i
/** What is spoken of beforehand by the month for which it is set. */
const scheduled =
  /^(?:['’]s)? (?:[\p{L}-]+ )?(?:elections?|summit|vote|referendum|midterms?|primary|primaries|runoff|ballot|polls)(?!\p{L})/u
const modifier = /\b(last|next)[ ]$/i
const attack = /^(?:['’]s)?,? (?:terror|attack|hijack|commission|victims?\b|al[- ]qaida)/i

/** The dates of which a month's name is part: "Tuesday, April 12, 2016", "5-7 April", "April 2016", "in April", "last April". */
export function monthDates(trigger: Trigger): readonly MentionedDate[] {
  const month = monthNamed(trigger.word, 'en')
  if (month === undefined) return []
  return dayFirst(trigger, month) ?? monthFirst(trigger, month) ?? withoutDay(trigger, month)
}

/** "Tuesday, 12 April 2016", "5-7 April". */
function dayFirst(trigger: Trigger, month: number): readonly MentionedDate[] | undefined {
  const { text, start, end } = trigger
  const match = dayBefore.exec(before(text, start))
  if (!match) return undefined
  const [whole, name, firstDay, , day] = match
  const year = yearBeside(text, end, trigger.clock)
  const from = start - whole.length
  if (from < trigger.previousEnd) return undefined
  const to = end + (year?.length ?? 0)
  const resolve = (number: string | undefined) =>
    resolveDay({ trigger, month, day: Number(number), year, weekday: name, from, to })
  if (firstDay === undefined) return mention(resolve(day), from, to)
  const between = start - whole.length + whole.indexOf(firstDay) + firstDay.length
  const second = text.indexOf(day ?? '', between)
  return [...mention(resolve(firstDay), from, between), ...mention(resolve(day), second, to)]
}

/** "Tuesday, April 12, 2016", "April 5-7", "April 5 and 7, 2016". */
function monthFirst(trigger: Trigger, month: number): readonly MentionedDate[] | undefined {
  const { text, start, end } = trigger
  const day = dayBehind.exec(behind(text, end))
  if (!day) return undefined
  const [named = '', weekday] = weekdayBefore.exec(before(text, start)) ?? []
  const firstEnd = end + day[0].length
  const more = secondDay.exec(behind(text, firstEnd))
  const behindDays = firstEnd + lengthOf(more)
  const year = yearBeside(text, behindDays, trigger.clock)
  const to = behindDays + (year ? year.length : 0)
  const from = start - named.length
  const wanted = { trigger, month, year, weekday, from, to }
  const first = resolveDay({ ...wanted, day: Number(day[1]) })
  if (!more) return mention(first, from, to)
  const [, gap = '', last] = more
  const second = resolveDay({ ...wanted, weekday: undefined, day: Number(last) })
  return [...mention(first, from, firstEnd), ...mention(second, firstEnd + gap.length, to)]
}

const lengthOf = (match: RegExpExecArray | null) => match?.[0].length ?? 0

interface DayWanted {
  readonly trigger: Trigger
  readonly month: number
  readonly day: number
  readonly year: YearBeside | undefined
  readonly weekday: string | undefined
  readonly from: number
  readonly to: number
}

function resolveDay({ trigger, month, day, year, weekday, from, to }: DayWanted): string {
  if (year) return year.year === undefined ? '' : dateFrom(year.year, month, day)
  const { text, clock } = trigger
  if (month === 9 && day === 11 && attack.test(behind(text, to))) return '2001-09-11'
  if (clock.month === '') return ''
  return nearestDay({ month, day, weekday }, clock, leaningOf(text, from, to))
}

/** "April 2016", "April of last year", "in April", "last April". */
function withoutDay(trigger: Trigger, month: number): readonly MentionedDate[] {
  const { text, start, end, word, clock } = trigger
  const year = yearBeside(text, end, clock)
  if (year) return ofYear(trigger, month, year)
  const isShortened = word.length < 4 && word !== 'May'
  if (isShortened || clock.month === '' || !standsAlone(trigger)) return []
  const [, which] = modifier.exec(before(text, start)) ?? []
  if (which === undefined) return mention(nearMonth(trigger, month), start, end)
  const from = start - which.length - 1
  return mention(besideClock(month, clock, which.toLowerCase()), from, end)
}

/** "The women’s march last year" names no month. */
function ofYear(trigger: Trigger, month: number, { year, length }: YearBeside) {
  const { text, start, end, word } = trigger
  const isPrinted = /\d{4}$/.test(text.slice(end, end + length))
  const isDoubtful = !isPrinted && (word === 'May' || word === 'March') && !standsAlone(trigger)
  return year === undefined || isDoubtful ? [] : mention(dateFrom(year, month), start, end + length)
}

function nearMonth({ text, start, end, clock }: Trigger, month: number): string {
  const leaning = leaningOf(text, start, end)
  const isAhead = leaning === 'open' && scheduled.test(behind(text, end))
  return nearestMonth(month, clock, isAhead ? 'future' : leaning)
}

/** Not "Theresa May’s", "the March on Washington", "April Ryan". */
function standsAlone({ text, word, start, end }: Trigger): boolean {
  const lead = before(text, start)
  const rest = behind(text, end)
  if (isAttributive(word, lead, rest)) return true
  const preposition = word === 'May' || word === 'March' ? bareMay : bareMonth
  return preposition.test(lead) && !noMonthBehind.test(rest)
}

/** "a November rally", "the March crash", "December’s attack". */
function isAttributive(word: string, lead: string, rest: string): boolean {
  if (word !== 'May' && /\b(?:an?|the|its|his|her|their|this) $/i.test(lead)) return noun.test(rest)
  return /^['’]s /.test(rest) && !givenNames.includes(word)
}

const givenNames: readonly string[] = ['April', 'May', 'June', 'August', 'March']
const noun =
  /^ (?!on|for|against|was|were|is|are|has|had|will|and|or|to|in|at|from|of|by)\p{Ll}{3,}/u
const noMonthBehind = /^['’]s|^ \p{Lu}\p{Ll}|^-|^ (?:on|for|against) /u

/** "last April" in April or later is the one of the year before; "next April" is the next that begins. */
function besideClock(month: number, clock: Clock, which: string): string {
  const now = Number(clock.month.slice(5))
  const year = Number(clock.year)
  if (which === 'last') return dateFrom(month < now ? year : year - 1, month)
  return dateFrom(month > now ? year : year + 1, month)
}

function mention(date: string, start: number, end: number): readonly MentionedDate[] {
  return date === '' ? [] : [{ date, start, end }]
}
