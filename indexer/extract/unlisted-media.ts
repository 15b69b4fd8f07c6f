import { outletKey, type Lists } from './lists.ts'
import type { NamedMedium } from './named-medium.ts'
import { slug } from './names.ts'
import { isJoined, keyAt, offsetsOf, startsSentence, type Reading } from './reading.ts'
import type { Word } from './words.ts'

/**
 * Media that no list has, by the word for what they are: "the Harbour Post", "the newspaper Listok", "the Al-Bayan
 * daily", "Harbour.com", "WXYZ". They count beside a close cue only.
 */
export function unlistedMedia(reading: Reading, lists: Lists): NamedMedium[] {
  const media: NamedMedium[] = []
  for (const [at, word] of reading.words.entries()) {
    const run = runAt(reading, at, word, lists)
    if (run && isFree(reading, run, lists)) media.push(asMedium(reading, run, lists))
  }
  return media.filter((medium, index) => (media[index - 1]?.to ?? 0) <= medium.from)
}

interface Run {
  readonly from: number
  readonly to: number
}

function runAt(reading: Reading, at: number, word: Word, lists: Lists): Run | undefined {
  if (word.shape === 'lower')
    return isMediumNoun(reading, at, lists) ? besideNoun(reading, at, lists) : domain(reading, at)
  if (reading.titleCase) return undefined
  if (lists.isKind(word.key, 'medium-name')) return endingIn(reading, at, lists)
  return isCallSign(reading, at, word) ? { from: at, to: at + 1 } : undefined
}

// "WXYZ", but not in a line of capitals.
function isCallSign(reading: Reading, at: number, word: Word): boolean {
  if (word.shape !== 'caps' || !/^[WK][A-Z]{3}$/.test(reading.text.slice(word.start, word.end)))
    return false
  return reading.words[at - 1]?.shape !== 'caps' && reading.words[at + 1]?.shape !== 'caps'
}

// A newspaper is a medium; an agency, a site or a network is one with "news" before it.
function isMediumNoun(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  if (lists.isKind(key, 'medium-sure')) return true
  return (
    lists.isKind(key, 'medium-broad') &&
    /^(?:news|television|tv|radio)$/.test(keyAt(reading, at - 1))
  )
}

// "the newspaper Listok" and "the Al-Bayan daily".
function besideNoun(reading: Reading, at: number, lists: Lists): Run | undefined {
  return behindNoun(reading, at, lists) ?? beforeNoun(reading, at, lists)
}

function behindNoun(reading: Reading, at: number, lists: Lists): Run | undefined {
  const isName = reading.words[at + 1]?.gap === 'space'
  // "On television Jane Doe said so."
  if (!isName || /^(?:tv|radio|television)$/.test(keyAt(reading, at))) return undefined
  const to = runEnd(reading, at + 1, lists)
  return to > at + 1 ? { from: at + 1, to } : undefined
}

function beforeNoun(reading: Reading, at: number, lists: Lists): Run | undefined {
  const end = reading.words[at - 1]?.shape === 'lower' ? at - 1 : at
  if (reading.words[end]?.gap !== 'space') return undefined
  const from = runStart(reading, end, lists)
  return from < end && !startsSentence(reading, from) ? { from, to: end } : undefined
}

// "the Harbour Post": two capitalised words or more, the last a word that newspapers are called.
function endingIn(reading: Reading, at: number, lists: Lists): Run | undefined {
  const next = reading.words[at + 1]
  if (next && isJoined(reading, at + 1) && (next.shape !== 'lower' || next.key === 'of'))
    return undefined
  const from = isJoined(reading, at) ? runStart(reading, at, lists) : at
  return from < at ? { from, to: at + 1 } : undefined
}

// "Harbour.com": the second word is the ending of an address that stands by itself in the text.
function domain(reading: Reading, at: number): Run | undefined {
  const [name, end] = [reading.words[at - 1], reading.words[at]]
  if (end?.gap !== 'dot' || !/^(?:com|net|tv)$/.test(end.key)) return undefined
  if (!name || name.shape === 'lower' || name.end !== end.start - 1) return undefined
  return standsAlone(reading.text, name.start, end.end) ? { from: at - 1, to: at + 1 } : undefined
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !/[/@.:-]/.test(text.charAt(start - 1)) && !/[/@]/.test(text.charAt(end))
}

const longest = 5

function runEnd(reading: Reading, from: number, lists: Lists): number {
  let to = from
  while (
    to < from + longest &&
    isNameWord(reading, to, lists) &&
    (to === from || isJoined(reading, to))
  )
    to++
  return to
}

function runStart(reading: Reading, to: number, lists: Lists): number {
  let from = to
  while (from > to - longest && isNameWord(reading, from - 1, lists) && isJoined(reading, from))
    from--
  return from
}

function isNameWord(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  if (!word || word.shape === 'lower' || reading.words[at + 1]?.gap === 'possessive') return false
  if (lists.isKind(word.key, 'calendar') || lists.isKind(word.key, 'function')) return false
  return !reading.matchAt[at]?.values.some((value) => value.list === 'outlets')
}

// Neither a social network nor made of what lists know as a person, a place or a people alone.
function isFree(reading: Reading, { from, to }: Run, lists: Lists): boolean {
  if (lists.titles.longestAt(reading.words, from)) return false
  let isNew = false
  for (let at = from; at < to; at++) {
    const key = keyAt(reading, at)
    const isMedium = lists.isKind(key, 'medium-name')
    if (lists.isKind(key, 'social-network')) return false
    if (lists.isKind(key, 'organisation') && !isMedium) return false
    if (isMedium ? !isGeneric(key) : !isKnown(reading, at, lists)) isNew = true
  }
  return isNew
}

// "Syrian TV" says what it is, "Harbour Post" what it is called.
const isGeneric = (key: string) =>
  /^(?:tv|television|fm|newspaper|magazine|news|daily|weekly)$/.test(key)

function isKnown(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  return reading.matchAt[at] !== undefined || lists.isKind(key, 'demonym') || /^\d+$/.test(key)
}

function asMedium(reading: Reading, { from, to }: Run, lists: Lists): NamedMedium {
  const { start, end } = offsetsOf(reading, from, to)
  const name = reading.text.slice(start, end).replace(/\s+/g, ' ')
  const listed = lists.outletsByDomain.get(outletKey(name))
  return { from, to, trust: 'unlisted', ...(listed ?? { id: slug(name), name }) }
}
