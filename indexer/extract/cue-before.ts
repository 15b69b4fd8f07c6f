import type { Lists } from './lists.ts'
import type { NamedMedium } from './named-medium.ts'
import { isCapital, isJoined, keyAt, type Reading } from './reading.ts'
import { endsBefore, gapText } from './sentences.ts'
import { isOneOf } from './kinds-of-word.ts'

/** A word that makes a medium the source. `close`: beside the name, so that even an everyday name is one. */
export interface SourceCue {
  readonly rule: string
  readonly close: boolean
}

/** How far before a preposition which kinds of words (of words.tsv) make what follows it a source. */
interface Look {
  readonly kinds: readonly string[]
  readonly within: number
}

const looks: ReadonlyMap<string, Look> = new Map([
  ['by', { kinds: ['published', 'source-noun'], within: 5 }],
  ['to', { kinds: ['speech-verb', 'spoken', 'handed'], within: 30 }],
  ['with', { kinds: ['speech-verb', 'spoken', 'met'], within: 8 }],
  ['in', { kinds: ['source-noun', 'published', 'wrote', 'speech-verb', 'spoken'], within: 14 }],
  ['on', { kinds: ['speech-verb', 'spoken', 'published', 'source-noun', 'met'], within: 40 }],
  ['from', { kinds: ['source-noun', 'journalist'], within: 4 }],
  ['for', { kinds: ['source-noun', 'wrote'], within: 6 }],
])

/** At most so many words between the preposition and its verb or noun are beside it. */
const beside = 3

/** The words before a medium that make it a source: "told", "according to", "an interview with", "said Sunday on". */
export function cueBefore(
  reading: Reading,
  from: number,
  trust: NamedMedium['trust'],
  lists: Lists,
): SourceCue | undefined {
  const at = governor(reading, from, lists)
  if (at < 0 || endsBefore(reading, at + 1)) return undefined
  const phrase = `${keyAt(reading, at - 1)} ${keyAt(reading, at)}`
  if (phrases.has(phrase)) return cue(phrase, true)
  if (isCitingVerb(reading, at, lists)) return cue(keyAt(reading, at), true)
  if (trust === 'programme' && keyAt(reading, at) === 'on') return cue('on', true)
  return behindPreposition(reading, at, lists)
}

/** As words: "h/t" is two. */
const phrases = new Set(['according to', 'more from', 'h t'])

function isCitingVerb(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  if (lists.isKind(key, 'tell-verb')) return true
  if (reading.words[at]?.shape !== 'lower') return false
  return citing.has(key) || isInverted(reading, at, lists)
}

// "It is over," reports the Harbour Post.
function isInverted(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  if (word?.shape !== 'lower' || !lists.isKind(word.key, 'source-verb')) return false
  return word.gap === 'comma' || /[,”"’']\s$/.test(gapText(reading, at))
}

const citing = new Set([
  'citing',
  'quoting',
  'cited',
  'quoted',
  'cites',
  'quotes',
  'per',
  'credited',
])

/** The index of the word that a name depends on: before articles, "the official Russian news agency" and "CBS's". */
export function governor(reading: Reading, from: number, lists: Lists): number {
  let at = from - 1
  while (at >= 0 && from - at <= 10 && !endsBefore(reading, at + 1)) {
    if (!describes(reading, at, lists)) return at
    at--
  }
  return at
}

function describes(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  if (!word) return false
  if (isOutlet(reading, at) || reading.words[at + 1]?.gap === 'possessive') return true
  if (isNationality(reading, at, lists)) return true
  if (word.shape !== 'lower' && !reading.titleCase) return false
  return isOneOf(word.key, describing, lists)
}

const describing = ['determiner', 'medium-adjective', 'medium-noun']

// "South Korean" is a demonym of two words.
function isNationality(reading: Reading, at: number, lists: Lists): boolean {
  // "Arabic-language", and "South Korean" below.
  if (keyAt(reading, at + 1) === 'language') return true
  if (lists.isKind(keyAt(reading, at), 'demonym')) return true
  return (
    /^(?:north|south|saudi)$/.test(keyAt(reading, at)) &&
    lists.isKind(keyAt(reading, at + 1), 'demonym')
  )
}

function isOutlet(reading: Reading, at: number): boolean {
  return reading.matchAt[at]?.values.some((value) => value.list === 'outlets') ?? false
}

function behindPreposition(reading: Reading, at: number, lists: Lists): SourceCue | undefined {
  const preposition = keyAt(reading, at)
  const look = looks.get(preposition)
  if (!look) return undefined
  for (let back = at - 1; back >= Math.max(0, at - look.within); back--) {
    if (endsBefore(reading, back + 1) || isFilled(reading, preposition, back)) break
    const key = keyAt(reading, back)
    if (isOfAuthor(reading, back)) return undefined
    if (saysTo(reading, { preposition, at, verb: back }, look, lists))
      return cue(`${key} ${preposition}`, at - back <= beside)
  }
  return preposition === 'on' ? saidAfter(reading, at, lists) : undefined
}

/** Further before "to" than so many words a verb has to stand before a name: "said Jane Doe, head of the …, to Reuters". */
const nearTo = 10

function saysTo(
  reading: Reading,
  { preposition, at, verb }: { preposition: string; at: number; verb: number },
  { kinds }: Look,
  lists: Lists,
): boolean {
  if (!isOneOf(keyAt(reading, verb), kinds, lists)) return false
  if (preposition !== 'to' || at - verb <= nearTo) return true
  return isCapital(reading, verb + 1) && isJoined(reading, verb + 1)
}

// "told Reuters that the way to CNN is closed": the verb has its medium already.
function isFilled(reading: Reading, preposition: string, at: number): boolean {
  return preposition === 'to' && (keyAt(reading, at) === 'that' || isOutlet(reading, at))
}

// "Her work has appeared in Slate": what somebody is, not what this article has from it.
function isOfAuthor(reading: Reading, at: number): boolean {
  if (!/^(?:published|featured|appeared|written|been|work)$/.test(keyAt(reading, at))) return false
  return [at - 1, at - 2].some((before) => /^(?:has|have|been)$/.test(keyAt(reading, before)))
}

// "On CNN, the senator said": the sentence begins with the broadcaster.
function saidAfter(reading: Reading, at: number, lists: Lists): SourceCue | undefined {
  for (let next = at + 1; next <= at + 20 && !endsBefore(reading, next); next++) {
    const key = keyAt(reading, next)
    if (reading.words[next]?.shape === 'lower' && lists.isKind(key, 'speech-verb'))
      return cue(`on … ${key}`, false)
  }
  return undefined
}

function cue(words: string, close: boolean): SourceCue {
  return { rule: `source cue "${words}"`, close }
}
