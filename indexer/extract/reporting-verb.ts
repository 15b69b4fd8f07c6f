import type { SourceCue } from './cue-before.ts'
import { namesJournalist } from './journalists.ts'
import type { Lists } from './lists.ts'
import { keyAt, type Reading } from './reading.ts'
import { endsBefore, gapText } from './sentences.ts'
import { isOneOf } from './kinds-of-word.ts'

/** What stands between a medium and the verb that may belong to it. */
interface Subject {
  readonly reading: Reading
  readonly to: number
  readonly isJournalist: boolean
  readonly lists: Lists
}

/** What a medium, or its journalist, does within the sentence: "reported", "has quoted", ", which first published". */
export function reportingVerb(reading: Reading, to: number, lists: Lists): SourceCue | undefined {
  const subject = { reading, to, lists, isJournalist: namesJournalist(reading, to, lists) }
  let aside = to
  for (let at = to; at < to + farthest && !endsBefore(reading, at); at++) {
    if (isVerb(subject, at)) return verbCue(subject, at)
    if (aside === to && mayOpenAside(reading, at)) aside = at
    if (goesOn(subject, at)) continue
    const end = asideEnd(subject, aside)
    if (end <= at) return undefined
    at = end - 1
  }
  return undefined
}

/** A verb so many words behind the name belongs to something else. */
const farthest = 24

/** In a headline every word has a capital; elsewhere one with a capital is a name. */
export function isPlainWord(reading: Reading, at: number): boolean {
  return reading.titleCase || reading.words[at]?.shape === 'lower'
}

function isVerb({ reading, isJournalist, lists }: Subject, at: number): boolean {
  const word = reading.words[at]
  if (!word || !isPlainWord(reading, at) || word.gap === 'hyphen') return false
  if (lists.isKind(word.key, 'source-verb')) return true
  return isJournalist && isOneOf(word.key, ['speech-verb', 'spoken'], lists)
}

function verbCue({ reading, to, isJournalist }: Subject, at: number): SourceCue | undefined {
  const key = keyAt(reading, at)
  // "CNN was criticised" is news about CNN; "CNN was told" is news from it.
  const isPassive = /^(?:was|were|been|be|being)$/.test(keyAt(reading, at - 1))
  if (isPassive && key !== 'told') return undefined
  const rule = isJournalist ? `its journalist "${key}"` : `source cue "${key}"`
  return { rule, close: at - to <= 3 }
}

function goesOn(subject: Subject, at: number): boolean {
  const { reading, to, isJournalist, lists } = subject
  const word = reading.words[at]
  if (!word || opensAside(subject, at)) return false
  if (isTime(word.key, lists)) return true
  if (word.shape !== 'lower') return (isJournalist && at <= to + 6) || isStation(subject, at)
  return word.key.endsWith('ly') || isOneOf(word.key, between, lists)
}

const between = ['goes-on', 'medium-noun', 'medium-adjective', 'journalist']

const isTime = (key: string, lists: Lists) => /^\d/.test(key) || lists.isKind(key, 'calendar')

// A comma or a bracket, unless a word like "which" goes on behind it.
function opensAside({ reading, to, lists }: Subject, at: number): boolean {
  return at > to && mayOpenAside(reading, at) && !lists.isKind(keyAt(reading, at), 'goes-on')
}

const mayOpenAside = (reading: Reading, at: number) => /[,(–—]/.test(gapText(reading, at))

// "CBS Chicago", "BBC Persian".
function isStation({ reading, to }: Subject, at: number): boolean {
  if (at !== to || reading.words[at]?.gap !== 'space') return false
  return reading.matchAt[at]?.values.some((value) => value.list === 'places') ?? false
}

const asides: readonly (readonly [opens: RegExp, closes: RegExp])[] = [
  [/\(/, /\)/],
  [/[–—]/, /[–—]/],
  [/,/, /,/],
]

// "CNN, an American broadcaster, reported": where the sentence goes on, -1 where it does not.
function asideEnd({ reading, lists }: Subject, at: number): number {
  const closes = asides.find(([opens]) => opens.test(gapText(reading, at)))?.[1]
  if (!closes) return -1
  for (let next = at + 1; next < at + 14 && !endsBefore(reading, next); next++) {
    if (closes.test(gapText(reading, next))) return next
    if (lists.isKind(keyAt(reading, next), 'speech-verb')) return -1
  }
  return -1
}
