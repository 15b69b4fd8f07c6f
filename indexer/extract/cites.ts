import type { EntityMention } from './facet-values.ts'
import { outletOf } from './listed.ts'
import type { ListedName, Lists } from './lists.ts'
import { inOneSentence, offsetsOf, type ListedMatch, type Reading } from './reading.ts'

/**
 * The news media that an article gives as its source: those beside a source cue (`told Reuters`, `according to
 * IRNA`, `CNN reported`). Credits, media only talked about and the article's own outlet do not count.
 */
export function findCites(
  readings: readonly Reading[],
  ownOutlet: string,
  lists: Lists,
): EntityMention[] {
  return readings.flatMap((reading) => citesIn(reading, ownOutlet, lists))
}

function citesIn(reading: Reading, ownOutlet: string, lists: Lists): EntityMention[] {
  const named = namedOutlets(reading, ownOutlet)
  const cued = named.map((each) => ({
    ...each,
    cue: sourceCue(reading, each.match, each.outlet, lists),
  }))
  return cued.flatMap(({ match, outlet, cue }, index) => {
    const near = [cued[index - 1], cued[index + 1]].filter((other) => other !== undefined)
    const rule =
      cue ?? near.find((other) => other.cue && areListed(reading, match, other.match))?.cue
    if (rule === undefined || outlet.id === ownOutlet) return []
    return [
      {
        reading,
        from: match.from,
        to: match.to,
        rule,
        entity: { id: outlet.id, name: outlet.name },
      },
    ]
  })
}

interface NamedOutlet {
  readonly match: ListedMatch
  readonly outlet: ListedName
}

// "The Times" is the one that the article names in full, or itself; else the first that the list knows by it.
function namedOutlets(reading: Reading, ownOutlet: string): NamedOutlet[] {
  const inFull = new Set([ownOutlet])
  for (const match of reading.matches) {
    const outlet = outletOf(match)
    if (outlet?.trust === 'plain') inFull.add(outlet.id)
  }
  return reading.matches.flatMap((match) => {
    const possible = match.values.filter((value) => value.list === 'outlets')
    const outlet = possible.find((value) => inFull.has(value.id)) ?? possible[0]
    return outlet ? [{ match, outlet }] : []
  })
}

const before = [
  /\b(told|tells?|telling|briefing)\s+(?:the\s+|a\s+|both\s+|state\s+)*(?:[\w’'-]+\s+){0,3}$/i,
  /\b(according to|citing|quoted as saying by|reporting by|estimate by|estimates by|cited by|quoted by|quoted in|reported by|reports? by|reports? in|reports? from|reported in|reports? on|confirmed to|said to|disclosed to|speaking to|spoke to|spoke with|speaking with|talking to|announced on|aired on|aired by|seen by|obtained by|reviewed by|written in|wrote in|writes in|writing in|published in|published by|published on|printed in|broadcast on|broadcast by|carried by|posted by|revealed by|revealed in|released by|quoting|interview with|interviews with|interview to|interview on|interview in|interview by|interview for|statement to|statements to|remarks to|comments to|comment to|briefing to|email to|e-mail to|told reporters from|story in|stories in|article in|article for|op-ed in|op-ed for|piece in|piece for|column in|editorial in|investigation by|analysis by|poll by|survey by|as told to|report said|leaked to|given to|gave to|transcript from|footage from|video from|data from)\s+(?:(?:the|a|an|local|state|official|Iran['’]s|Russia['’]s|government|private|semi-official|semiofficial|state-run|state-owned|state-controlled|independent|leading|daily|newspaper|newspapers|news|agency|agencies|channel|television|network|broadcaster|website|site|magazine|media|outlet|outlets|paper|wire|service|British|Russian|Iranian|Chinese|Turkish|German|French|Israeli|American|Japanese|Saudi|Syrian|Iraqi|Lebanese|Ukrainian|Pakistani|Indian|Italian|Spanish|Arabic|pan-Arab|London-based)\s+|(?:["“]))*$/i,
  /\b(?:said|says|saying|appeared|appearing|appearance|interviewed|spoke|speaking|asked|told|argued|announced|quoted|commented|revealed|explained|claimed|guest|insisted|discussed|stated)\b[^.!?\n]{0,60}?\b(on|in|by)\s+(?:(?:the|a|an)\s+)?$/i,
  /\b(interview|report|op-ed|editorial|told)\s+(?:published\s+|broadcast\s+|aired\s+)(?:by|in|on)\s+(?:the\s+)?$/i,
]
const after = [
  /^(?:['’]s)?(?:\s+(?:news|state|press|wire|television|TV|radio|agency|newspaper|magazine|channel|website|site|service|network|semi-official|correspondent|reporter|reporters|journalist|analyst|also|first|has|have|had|later|earlier|previously|on|in|last|this|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|week|month|year|that|which|and|the|it|\w+ly|,))*,?\s+(reported|reports|is reporting|said|says|quoted|quotes|cited|cites|revealed|reveals|wrote|writes|noted|notes|added|adds|published|disclosed|broadcast|aired|obtained|confirmed|interviewed|described|claimed|claims|ran|showed|shows|detailed|estimated|uncovered|found|posted|announced|carried|states|stated|called|put|identified|reporting|asked)\b/i,
  /^(?:['’]s)?\s+(?:\p{Lu}[\p{L}'’.-]+\s+){1,3}(?:has\s+|have\s+|had\s+|also\s+|first\s+)?(reported|reports|wrote|writes|noted|notes|quoted)\b/u,
  /^(?:['’]s)?\s+(?:(?:news|state|exclusive|recent|original|TV|investigative|agency)\s+)*(report|reports|interview|exclusive|investigation|poll|story|article|op-ed|analysis|survey|editorial|account)\b(?!ers?)/i,
]

function sourceCue(
  reading: Reading,
  match: ListedMatch,
  outlet: ListedName,
  lists: Lists,
): string | undefined {
  if (outlet.trust === 'cue' && !isWrittenAsName(reading, match, lists)) return undefined
  const { start, end } = offsetsOf(reading, match.from, match.to)
  if (isCredit(reading.text, start, end)) return undefined
  const lead = reading.text.slice(Math.max(0, start - 140), start).replace(/^.*(?:\n|[.!?]\s)/s, '')
  const tail = reading.text.slice(end, end + 120).replace(/\n.*$/s, '')
  const cue = firstCue(before, lead) ?? firstCue(after, tail)
  return cue === undefined ? undefined : `source cue "${cue}"`
}

function firstCue(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const cue = pattern.exec(text)?.[1]
    if (cue !== undefined) return cue.toLowerCase().replace(/\s+/g, ' ')
  }
  return undefined
}

// A short name that is also a word, at the head of a sentence, is the word: "Time said nothing", "Reason told him".
function isWrittenAsName(reading: Reading, { from, to }: ListedMatch, lists: Lists): boolean {
  const word = reading.words[from]
  if (to - from > 1 || word?.shape === 'caps') return true
  return word !== undefined && word.gap !== 'start' && !lists.isKind(word.key, 'function')
}

/** "(Reuters)", "Photo: AFP", "AFP/Getty Images": who took or sold it, not who said it. */
function isCredit(text: string, start: number, end: number): boolean {
  const lead = text.slice(Math.max(0, start - 12), start)
  const tail = text.slice(end, end + 24)
  if (/\(\s*$/.test(lead) && /^\s*\)/.test(tail)) return true
  // "Reuters/Ipsos poll" is a source; "AFP/Getty Images" and "| Reuters" are not.
  if (/^\s*[/|](?!\s?[\p{L} -]{2,16} (?:poll|survey))/u.test(tail)) return true
  return /[/|]\s*$/.test(lead) || /(?:photo|image|credit)s?\s*[:by]*\s*$/i.test(lead)
}

// "told Reuters and AFP", "The New York Times and The Washington Post reported": one cue for both.
function areListed(reading: Reading, a: ListedMatch, b: ListedMatch): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  if (!inOneSentence(reading, first.from, second.to)) return false
  const between = reading.text.slice(
    offsetsOf(reading, first.from, first.to).end,
    offsetsOf(reading, second.from, second.to).start,
  )
  return /^\s*(?:,|and|or|,\s*and|as well as)\s+(?:the\s+)?$/i.test(between)
}
