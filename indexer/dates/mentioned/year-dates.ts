import type { MentionedDate } from '../../../engine/article.ts'
import { dateFrom } from '../day.ts'
import { before, behind, type Trigger } from './found-date.ts'

const otherBefore =
  /(?:©|copyright) $|[\p{L}\d$€£#/.,:_–-]$|\b(?:fiscal|fiscal year|FY|No\.?|Section|Resolution|resolution|Room|Highway|Route|than|nearly|almost|some|about|over|exceed(?:ed|ing)?) $/u
const otherBehind =
  /^(?:[\d%°]|[.,:]\d|[-–/]?\p{L}{1,3}\b|-(?!year|era|present)|s\b|['’]?s?\b-\d| (?:GMT|UTC|hours|local|EST|EDT|percent|per cent|million|billion|miles|km|kilomet|met(?:er|re)s|feet|tons?|tonnes|people|troops|soldiers|men|women|children|fighters|civilians|votes|dollars|euros|pounds|points|jobs|families|homes|votes|students|workers|members|acres|delegates|times|pages|rounds|missiles|tanks|aircraft|years|days)\b)/u
const timeWords =
  /\b(?:in|since|until|till|during|late|early|mid|year|spring|summer|fall|autumn|winter|circa|back in|into|as)[ -]$/i
const openWords =
  /(?:\b(?:by|of|from|to|through|before|after|between|for|least|the|a|an|his|her|its|their|our|that|this|on)|['’]s?)[ -]$/i
/** What is named by its year. */
const occasions =
  /^ (?:\p{Lu}|elections?|presidential|campaigns?|race|primary|primaries|nomin|census|recession|budget|reports?|study|survey|poll|deal|agreement|war\b|invasion|referendum|midterms?|general|cycle|season|vote|law|accord|treaty|convention)/u
const yearsNear = 8
const span = /^ ?[-–] ?((?:19|20)?\d\d)(?![\d,-]|\.\d)/

/** The year that four digits are: "in 2010", "the 2012 election", "(2010-2014)", "2016-04-27"; not "2000 troops", "$2016" or "1830 GMT". */
export function yearDates(trigger: Trigger): readonly MentionedDate[] {
  const { text, word, start, end } = trigger
  const lead = before(text, start)
  const rest = behind(text, end)
  if (otherBefore.test(lead)) return []
  const iso = /^-(\d\d)-(\d\d)(?!\d)/.exec(rest)
  if (iso) return mention(dateFrom(Number(word), Number(iso[1]), Number(iso[2])), start, end + 6)
  const more = span.exec(rest)
  const ending = more ? end + more[0].length : end
  if (!isYear(trigger, lead, behind(text, ending))) return []
  return [...mention(word, start, end), ...(more ? lastOfSpan(word, more[1] ?? '', ending) : [])]
}

function isYear(trigger: Trigger, lead: string, rest: string): boolean {
  if (otherBehind.test(rest)) return false
  if (lead.endsWith('(')) return /^[),;]/.test(rest)
  if (isListed(trigger)) return true
  const isPlain = !trigger.word.endsWith('00') && Number(trigger.word) >= 1900
  return isPlain ? isPlainYear(trigger, lead, rest) : isRoundYear(lead, rest)
}

function isPlainYear(trigger: Trigger, lead: string, rest: string): boolean {
  const isAfterPreposition = timeWords.test(lead) || openWords.test(lead)
  return isAfterPreposition || occasions.test(rest) || isNear(trigger, rest)
}

/** What may as well be a number: 2000, and all before 1900. */
function isRoundYear(lead: string, rest: string): boolean {
  return timeWords.test(lead) ? endsPhrase(rest) : occasions.test(rest) && !/^ \p{Lu}/u.test(rest)
}

/** "tough 2014 bids": so near to publication four digits are hardly anything else. */
function isNear({ clock, word }: Trigger, rest: string): boolean {
  return Math.abs(Number(clock.year) - Number(word)) <= yearsNear && /^ \p{Ll}{4,}/u.test(rest)
}

/** "in 2010, 2012 and 2014" */
function isListed({ text, start, previousEnd }: Trigger): boolean {
  return previousEnd > 0 && /^(?:, |,? and |,? or |,? to )$/.test(text.slice(previousEnd, start))
}

/** "in 1600," and "in 1600 the", but not "in 1600 homes". */
function endsPhrase(rest: string): boolean {
  return /^(?:[\s]*$|[.,;:)?!]|['’]s|\n|\s?[–—-]|\s(?:and|or|to|when|but|after|as|the|a|by|for|with|while|he|she|it|they|is|was|were|had|because|under|on|in|that|who)\b)/.test(
    rest,
  )
}

function lastOfSpan(first: string, last: string, end: number): readonly MentionedDate[] {
  const year = last.length === 2 ? `${first.slice(0, 2)}${last}` : last
  return Number(year) > Number(first) ? mention(year, end - last.length, end) : []
}

function mention(date: string, start: number, end: number): readonly MentionedDate[] {
  return date === '' ? [] : [{ date, start, end }]
}
