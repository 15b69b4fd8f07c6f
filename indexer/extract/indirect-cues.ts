import { isCredit } from './credits.ts'
import { reportingVerb } from './reporting-verb.ts'
import type { SourceCue } from './cue-before.ts'
import type { Lists } from './lists.ts'
import type { NamedMedium } from './named-medium.ts'
import { keyAt, offsetsOf, type Reading } from './reading.ts'
import { endsBefore } from './sentences.ts'

/** A named medium with the cue beside it, if there is one. */
export interface CuedMedium extends NamedMedium {
  readonly cue: SourceCue | undefined
}

/** At most so many media stand in one list. */
const longestList = 20

/** The cue of a neighbour that counts for a medium too: "told Reuters, AP and AFP", "CBS's Face the Nation". */
export function sharedCue(
  reading: Reading,
  media: readonly CuedMedium[],
  index: number,
): SourceCue | undefined {
  return cueAlong(reading, media, index, -1) ?? cueAlong(reading, media, index, 1)
}

function cueAlong(
  reading: Reading,
  media: readonly CuedMedium[],
  index: number,
  step: 1 | -1,
): SourceCue | undefined {
  for (let at = index; Math.abs(at - index) < longestList; at += step) {
    const [medium, other] = [media[at], media[at + step]]
    if (!medium || !other) return undefined
    if (!isItsProgramme(medium, other) && !areListed(reading, medium, other)) return undefined
    if (other.cue) return other.cue
  }
  return undefined
}

function isItsProgramme(medium: NamedMedium, next: NamedMedium): boolean {
  return next.trust === 'programme' && next.from - medium.to >= 0 && next.from - medium.to <= 1
}

// Only commas, slashes, quotes and "and" between them, so no sentence ends there.
function areListed(reading: Reading, a: NamedMedium, b: NamedMedium): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  const between = reading.text.slice(
    offsetsOf(reading, first.from, first.to).end,
    offsetsOf(reading, second.from, second.to).start,
  )
  return joint.test(between)
}

// "Kan public radio and", ", the state-run"
const joint =
  /^[”"’]?(?:\s(?:public|state|radio|television|tv))*\s*(?:,[”"’]?|and|or|,[”"’]?\s*and|as well as|\/)\s*(?:the\s+)?(?:(?:(?:state|semi)-[a-z]+|official|independent)\s+)?$/i

/** So many words behind a medium "the newspaper" still means it. */
const nearby = 45

/** The cue of "the newspaper", behind the medium that it means: the one named last, in the same paragraph. */
export function laterCue(
  reading: Reading,
  media: readonly NamedMedium[],
  index: number,
  lists: Lists,
): SourceCue | undefined {
  const medium = media[index]
  if (medium?.trust !== 'plain' || isCredit(reading, medium.from, medium.to, lists))
    return undefined
  const next = media[index + 1] ?? { from: reading.words.length }
  const end = Math.min(next.from, medium.to + nearby)
  for (let at = medium.to + 1; at < end && !endsParagraph(reading, at); at++) {
    if (isReferring(reading, at, lists)) return cueOfWord(reading, at, lists)
  }
  return undefined
}

function cueOfWord(reading: Reading, at: number, lists: Lists): SourceCue | undefined {
  const cue = reportingVerb(reading, at + 1, lists)
  return cue?.close ? { ...cue, rule: `${cue.rule} behind "the ${keyAt(reading, at)}"` } : undefined
}

function isReferring(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  if (reading.words[at]?.shape !== 'lower' || !/^(?:the|that)$/.test(keyAt(reading, at - 1)))
    return false
  return lists.isKind(key, 'medium-noun') || /^(?:article|story|piece)$/.test(key)
}

function endsParagraph(reading: Reading, at: number): boolean {
  const [word, previous] = [reading.words[at], reading.words[at - 1]]
  if (!word || !previous || word.gap === 'space') return false
  return endsBefore(reading, at) && reading.text.slice(previous.end, word.start).includes('\n')
}
