import { isCredit } from './credits.ts'
import { cueAfter } from './cue-after.ts'
import { cueAuthor } from './cue-author.ts'
import { cueBefore, type SourceCue } from './cue-before.ts'
import { cueReference } from './cue-reference.ts'
import type { Lists } from './lists.ts'
import type { NamedMedium } from './named-medium.ts'
import { isJoined, keyAt, type Reading } from './reading.ts'
import { gapText } from './sentences.ts'
import { isOneOf } from './kinds-of-word.ts'

/**
 * What makes a medium the source where it is named; undefined where nothing does, as in a credit.
 */
export function sourceCue(
  reading: Reading,
  medium: NamedMedium,
  lists: Lists,
): SourceCue | undefined {
  const { from, to, trust } = medium
  const isListed = trust === 'plain' || trust === 'cue'
  const reference = isListed ? cueReference(reading, from, to, lists) : undefined
  if (reference) return reference
  const cue = directCue(reading, medium, lists)
  if (!cue || isCredit(reading, from, to, lists)) return undefined
  return isName(reading, medium, cue, lists) ? cue : undefined
}

function directCue(reading: Reading, medium: NamedMedium, lists: Lists): SourceCue | undefined {
  const { from, to, trust } = medium
  const before = cueBefore(reading, from, trust, lists)
  if (before?.close) return before
  return cueAfter(reading, to, lists) ?? before ?? cueAuthor(reading, from, to, lists)
}

function isName(reading: Reading, medium: NamedMedium, cue: SourceCue, lists: Lists): boolean {
  const { from, to, trust } = medium
  switch (trust) {
    case 'programme':
      return isBroadcast(reading, from, to, lists)
    case 'short':
      return cue.close
    case 'plain':
      return true
    case 'cue':
    case 'unlisted':
      return cue.close && isWrittenAsName(reading, medium, lists)
  }
}

// On "Meet the Press", CNN's State of the Union: not "in his State of the Union".
function isBroadcast(reading: Reading, from: number, to: number, lists: Lists): boolean {
  const before = keyAt(reading, from - 1)
  if (/^(?:on|of|to|with)$/.test(before) || lists.isKind(before, 'tell-verb')) return true
  const behind = [keyAt(reading, to - 1), keyAt(reading, to)]
  if (behind.some((key) => /^(?:show|interview|broadcast)$/.test(key))) return true
  if (lists.isKind(keyAt(reading, to), 'journalist')) return true
  if (isOutletAt(reading, from - 1) || lists.isKind(before, 'calendar')) return true
  return /["“”‘'’]$/.test(gapText(reading, from))
}

function isOutletAt(reading: Reading, at: number): boolean {
  return reading.matchAt[at]?.values.some((value) => value.list === 'outlets') ?? false
}

// A short name that is also a word, at the head of a sentence, is the word ("Time said nothing", "Reason told him"), and
// within a longer name part of that ("Fusion GPS").
function isWrittenAsName(reading: Reading, medium: NamedMedium, lists: Lists): boolean {
  const { from, trust } = medium
  const key = keyAt(reading, from)
  const isFirst = reading.words[from]?.gap === 'start' && lists.commonWords.has(key)
  const isWord = isFirst || lists.isKind(key, 'function')
  if (trust === 'cue' && isWord && isOneWord(reading, medium)) return false
  return !isOffice(reading, from, lists) && !isPartOfName(reading, medium, lists)
}

function isPartOfName(reading: Reading, { from, to }: NamedMedium, lists: Lists): boolean {
  if (reading.titleCase) return false
  return isNameBeside(reading, to, to, lists) || isNameBeside(reading, from - 1, from, lists)
}

// "the Ministry of Foreign Affairs".
function isOffice(reading: Reading, from: number, lists: Lists): boolean {
  return keyAt(reading, from - 1) === 'of' && lists.isKind(keyAt(reading, from - 2), 'organisation')
}

function isNameBeside(reading: Reading, at: number, joint: number, lists: Lists): boolean {
  const word = reading.words[at]
  if (word?.shape !== 'upper' || !isJoined(reading, joint) || reading.matchAt[at]) return false
  return !isOneOf(word.key, apart, lists)
}

const apart = [
  'calendar',
  'demonym',
  'medium-noun',
  'medium-name',
  'journalist',
  'source-noun',
  'function',
]

function isOneWord(reading: Reading, { from, to }: NamedMedium): boolean {
  return to - from === 1 && reading.words[from]?.shape === 'upper'
}

/** Whether the name is somebody's in this text, of whose `surnames` it is one. */
export function isPerson(
  reading: Reading,
  medium: NamedMedium,
  surnames: ReadonlySet<string>,
): boolean {
  return (
    isOneWord(reading, medium) &&
    surnames.has(keyAt(reading, medium.from)) &&
    medium.trust !== 'short'
  )
}

/** Those of `keys` that stand behind a given name or a title: in an article about Michael Bloomberg, Bloomberg is the man. */
export function surnamesIn(reading: Reading, keys: ReadonlySet<string>, lists: Lists): Set<string> {
  const surnames = new Set<string>()
  if (keys.size === 0) return surnames
  for (const [at, { key }] of reading.words.entries()) {
    if (keys.has(key) && isBehindGivenName(reading, at, lists)) surnames.add(key)
  }
  return surnames
}

function isBehindGivenName(reading: Reading, at: number, lists: Lists): boolean {
  const before = reading.words[at - 1]
  if (!before || before.shape === 'lower') return false
  if (lists.isKind(before.key, 'abbreviated-title')) return true
  return isJoined(reading, at) && lists.givenNames.has(before.key)
}
