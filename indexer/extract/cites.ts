import { cueAfter, reportingVerb } from './cue-after.ts'
import { cueBefore, type SourceCue } from './cue-before.ts'
import type { EntityMention } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { namedInFull, namedMedia, type NamedMedium } from './named-media.ts'
import { inOneSentence, keyAt, offsetsOf, type Reading } from './reading.ts'
import { endsBefore } from './sentences.ts'

/**
 * The news media that an article gives as its source: those beside a source cue (`told Reuters`, `according to
 * IRNA`, `CNN reported`). Credits, media only talked about and the article's own outlet do not count.
 */
export function findCites(
  readings: readonly Reading[],
  ownOutlet: string,
  lists: Lists,
): EntityMention[] {
  const inFull = namedInFull(readings).add(ownOutlet)
  const own = family(ownOutlet, lists)
  return readings.flatMap((reading) => {
    const media = namedMedia(reading, inFull, lists)
    const cues = media.map((medium) => sourceCue(reading, medium, lists))
    return media.flatMap((medium, index) => {
      const rule = ruleOf(reading, media, cues, index, lists)
      if (rule === undefined || own.has(medium.id)) return []
      const { from, to, id, name } = medium
      return [{ reading, from, to, rule, entity: { id, name } }]
    })
  })
}

// NBC is no source of an article of NBC News.
function family(id: string, lists: Lists): Set<string> {
  const above = lists.outletsBroader.get(id) ?? []
  const below = [...lists.outletsBroader].filter(([, all]) => all.some((each) => each.id === id))
  return new Set([id, ...above.map((each) => each.id), ...below.map(([part]) => part)])
}

function ruleOf(
  reading: Reading,
  media: readonly NamedMedium[],
  cues: readonly (SourceCue | undefined)[],
  index: number,
  lists: Lists,
): string | undefined {
  const medium = media[index]
  if (!medium) return undefined
  const cue =
    cues[index] ?? sharedCue(reading, media, cues, index) ?? laterCue(reading, media, index, lists)
  if (cue === undefined) return undefined
  return medium.trust === 'programme' ? `programme of ${medium.name}, ${cue.rule}` : cue.rule
}

function sourceCue(reading: Reading, medium: NamedMedium, lists: Lists): SourceCue | undefined {
  const before = cueBefore(reading, medium.from, medium.trust, lists)
  const cue = before?.close ? before : (cueAfter(reading, medium.to, lists) ?? before)
  if (medium.trust !== 'cue' && medium.trust !== 'unlisted') return cue
  return cue?.close && isWrittenAsName(reading, medium, lists) ? cue : undefined
}

// A short name that is also a word, at the head of a sentence, is the word: "Time said nothing", "Reason told him".
function isWrittenAsName(reading: Reading, { from, to }: NamedMedium, lists: Lists): boolean {
  const word = reading.words[from]
  if (to - from > 1 || word?.shape === 'caps') return true
  return word !== undefined && word.gap !== 'start' && !lists.isKind(word.key, 'function')
}

// "told Reuters and AFP", "The New York Times and The Washington Post reported": one cue for both.
function sharedCue(
  reading: Reading,
  media: readonly NamedMedium[],
  cues: readonly (SourceCue | undefined)[],
  index: number,
): SourceCue | undefined {
  const medium = media[index]
  for (const other of [index - 1, index + 1]) {
    const [neighbour, cue] = [media[other], cues[other]]
    if (!medium || !neighbour || !cue) continue
    if (isItsProgramme(medium, neighbour) || areListed(reading, medium, neighbour)) return cue
  }
  return undefined
}

// "CBS's Face the Nation".
function isItsProgramme(medium: NamedMedium, next: NamedMedium): boolean {
  return next.trust === 'programme' && next.from - medium.to >= 0 && next.from - medium.to <= 1
}

function areListed(reading: Reading, a: NamedMedium, b: NamedMedium): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  if (!inOneSentence(reading, first.from, second.to)) return false
  const between = reading.text.slice(
    offsetsOf(reading, first.from, first.to).end,
    offsetsOf(reading, second.from, second.to).start,
  )
  return /^\s*(?:,|and|or|,\s*and|as well as|\/)\s*(?:the\s+)?$/i.test(between)
}

/** So many words behind a medium "the newspaper" still means it. */
const nearby = 45

// "… in the Harbour Post. The newspaper reported …": the medium named last, in the same paragraph.
function laterCue(
  reading: Reading,
  media: readonly NamedMedium[],
  index: number,
  lists: Lists,
): SourceCue | undefined {
  const medium = media[index]
  if (medium?.trust !== 'plain') return undefined
  const end = Math.min(media[index + 1]?.from ?? reading.words.length, medium.to + nearby)
  for (let at = medium.to + 1; at < end && !endsParagraph(reading, at); at++) {
    if (!/^(?:the|that)$/.test(keyAt(reading, at - 1)) || !isReferring(reading, at, lists)) continue
    const cue = reportingVerb(reading, at + 1, lists)
    if (cue?.close) return { ...cue, rule: `${cue.rule} behind "the ${keyAt(reading, at)}"` }
  }
  return undefined
}

function isReferring(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  if (reading.words[at]?.shape !== 'lower') return false
  return lists.isKind(key, 'medium-noun') || /^(?:article|story|piece)$/.test(key)
}

function endsParagraph(reading: Reading, at: number): boolean {
  const [word, previous] = [reading.words[at], reading.words[at - 1]]
  if (!word || !previous || word.gap === 'space') return false
  return endsBefore(reading, at) && reading.text.slice(previous.end, word.start).includes('\n')
}
