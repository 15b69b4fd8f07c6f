import type { SourceCue } from './cue-before.ts'
import type { Lists } from './lists.ts'
import { isCapital, keyAt, type Reading } from './reading.ts'
import { endsBefore, gapText } from './sentences.ts'

/** The words behind a medium that make it a source: "reported", "'s Jane Doe wrote", "poll", a date in brackets. */
export function cueAfter(reading: Reading, to: number, lists: Lists): SourceCue | undefined {
  return (
    reference(reading, to, lists) ??
    content(reading, to, lists) ??
    reportingVerb(reading, to, lists)
  )
}

/** What a medium is said to do within the sentence: "reported", "has quoted", ", which first published". */
export function reportingVerb(reading: Reading, to: number, lists: Lists): SourceCue | undefined {
  const isJournalist = namesJournalist(reading, to, lists)
  let asides = 0
  for (let at = to; at < to + farthest && !endsBefore(reading, at); at++) {
    if (isVerb(reading, at, isJournalist, lists)) return verbCue(reading, at, to, isJournalist)
    if (isBetween(reading, at, to, isJournalist, lists)) continue
    const end = asides++ === 0 ? asideEnd(reading, at, lists) : -1
    if (end < 0) return undefined
    at = end - 1
  }
  return undefined
}

const farthest = 24

function verbCue(
  reading: Reading,
  at: number,
  to: number,
  isJournalist: boolean,
): SourceCue | undefined {
  const key = keyAt(reading, at)
  // "CNN was criticised" is news about CNN; "CNN was told" is news from it.
  if (/^(?:was|were|been|be|being)$/.test(keyAt(reading, at - 1)) && key !== 'told')
    return undefined
  return {
    rule: isJournalist ? `its journalist "${key}"` : `source cue "${key}"`,
    close: at - to <= 3,
  }
}

function isVerb(reading: Reading, at: number, isJournalist: boolean, lists: Lists): boolean {
  const word = reading.words[at]
  if (!word || !isPlainWord(reading, at) || word.gap === 'hyphen') return false
  if (lists.isKind(word.key, 'source-verb')) return true
  return isJournalist && ['speech-verb', 'spoken'].some((kind) => lists.isKind(word.key, kind))
}

// In a headline every word has a capital.
function isPlainWord(reading: Reading, at: number): boolean {
  return reading.titleCase || reading.words[at]?.shape === 'lower'
}

function isBetween(
  reading: Reading,
  at: number,
  to: number,
  isJournalist: boolean,
  lists: Lists,
): boolean {
  const word = reading.words[at]
  if (!word) return false
  // A comma or bracket opens an aside, unless a word like "which" goes on.
  if (at > to && /[,(–—]/.test(gapText(reading, at)) && !lists.isKind(word.key, 'goes-on'))
    return false
  if (word.shape !== 'lower')
    return (isJournalist && at <= to + 6) || isTime(word.key, lists) || isStation(reading, at, to)
  return (
    word.key.endsWith('ly') ||
    isTime(word.key, lists) ||
    between.some((kind) => lists.isKind(word.key, kind))
  )
}

const between = ['goes-on', 'medium-noun', 'medium-adjective', 'journalist']

// "CBS Chicago", "BBC Persian".
function isStation(reading: Reading, at: number, to: number): boolean {
  const values = reading.matchAt[at]?.values ?? []
  return (
    at === to &&
    reading.words[at]?.gap === 'space' &&
    values.some((value) => value.list === 'places')
  )
}

const isTime = (key: string, lists: Lists) => /^\d/.test(key) || lists.isKind(key, 'calendar')

// "CNN, an American broadcaster, reported": where the sentence goes on, -1 where it does not.
function asideEnd(reading: Reading, at: number, lists: Lists): number {
  const opening = gapText(reading, at)
  const closing = opening.includes('(')
    ? /\)/
    : /[–—]/.test(opening)
      ? /[–—]/
      : opening.includes(',')
        ? /,/
        : undefined
  if (!closing) return -1
  for (let next = at + 1; next < at + 14 && !endsBefore(reading, next); next++) {
    if (closing.test(gapText(reading, next))) return next
    if (lists.isKind(keyAt(reading, next), 'speech-verb')) return -1
  }
  return -1
}

// "CNN's Jane Doe", "CNN correspondent Jane Doe".
function namesJournalist(reading: Reading, to: number, lists: Lists): boolean {
  const next = reading.words[to]
  if (!next || endsBefore(reading, to)) return false
  if (belongs(reading, to) && next.shape !== 'lower')
    return isCapital(reading, to + 1) || !lists.isKind(next.key, 'source-noun')
  for (let at = to; at < to + 5; at++) {
    if (lists.isKind(keyAt(reading, at), 'journalist')) return true
    if (reading.words[at]?.shape !== 'lower' || endsBefore(reading, at + 1)) return false
  }
  return false
}

function belongs(reading: Reading, to: number): boolean {
  return reading.words[to]?.gap === 'possessive' || /^['’]s?\s/.test(gapText(reading, to))
}

// "a Reuters poll", "CNN's exclusive interview", "the Wall Street Journal front-page story".
function content(reading: Reading, to: number, lists: Lists): SourceCue | undefined {
  for (let at = to; at < to + 4; at++) {
    if (!isAttached(reading, at)) return undefined
    const key = keyAt(reading, at)
    if (isPlainWord(reading, at) && lists.isKind(key, 'source-noun'))
      return { rule: `source cue "${key}"`, close: at - to <= 1 }
    if (lists.isKind(key, 'function') || lists.isKind(key, 'source-verb')) return undefined
  }
  return undefined
}

function isAttached(reading: Reading, at: number): boolean {
  const gap = reading.words[at]?.gap
  if (gap === undefined || gap === 'comma') return false
  return gap !== 'other' || /^(?:['’]s?\s|\s?[–—]\s?|["“”]\s?|\s["“”])$/.test(gapText(reading, at))
}

/** A date so far behind the name, at most, belongs to it. */
const dateLength = 8

// "(Newsweek, September 13, 1983)", "[Reuters / Jane Doe]": where it stood.
function reference(reading: Reading, to: number, lists: Lists): SourceCue | undefined {
  const next = reading.words[to]
  const last = reading.words[to - 1]
  if (!last) return undefined
  if (/^ \/ [^\]\n]{2,60}\]/.test(reading.text.slice(last.end, last.end + 64)))
    return { rule: 'reference in brackets', close: true }
  if (next?.gap !== 'comma' || !isTime(next.key, lists)) return undefined
  const end = reading.words[to + dateLength]?.start ?? reading.text.length
  return /^[^()\n]*\)/.test(reading.text.slice(last.end, end))
    ? { rule: 'reference with its date', close: true }
    : undefined
}
