import { placesOf } from './listed.ts'
import type { Lists } from './lists.ts'
import {
  isJoined,
  keyAt,
  startsSentence,
  surfaceOf,
  type ListedMatch,
  type Reading,
} from './reading.ts'
import { scanWords } from './words.ts'

/**
 * What shows that a plural nickname (Stingers, Javelins) means weapons where no word for one stands beside it: somebody buys,
 * sends or wants them, they are flown somewhere, there are more of them, or "and" joins two. The sentence has to speak of a country
 * or the military besides, and not of sport: "The Patriots beat the Eagles in Miami".
 */
export function transferCue(
  reading: Reading,
  match: ListedMatch,
  lists: Lists,
): string | undefined {
  if (!isPluralNickname(reading, match, lists) || !endsThere(reading, match.to, lists))
    return undefined
  const cue = transferBefore(reading, match.from) ?? transferBehind(reading, match.to)
  const found = cue ?? withoutVerb(reading, match, lists)
  return found !== undefined && isOfStates(reading, match.from, lists) ? found : undefined
}

// In a headline capitals prove nothing, so that a verb has to.
function withoutVerb(reading: Reading, match: ListedMatch, lists: Lists): string | undefined {
  if (reading.titleCase) return undefined
  return quantityBefore(reading, match.from) ?? besideAnother(reading, match, lists)
}

/** Whether the word is the plural of a listed nickname: Stingers, but not Abrams. */
function isPluralNickname(reading: Reading, match: ListedMatch, lists: Lists): boolean {
  const surface = surfaceOf({ reading, ...match })
  if (match.to - match.from > 1 || !/[\p{Ll}]s$/u.test(surface)) return false
  const single = lists.names.longestAt(scanWords(surface.slice(0, -1)), 0)
  const ids = new Set(match.values.filter(({ list }) => list === 'weapons').map(({ id }) => id))
  return single?.values.some(({ list, id }) => list === 'weapons' && ids.has(id)) ?? false
}

// "Patriots tickets" are for a game.
function endsThere(reading: Reading, at: number, lists: Lists): boolean {
  if (!isJoined(reading, at)) return true
  const key = keyAt(reading, at)
  return ['function', 'calendar'].some((kind) => lists.isKind(key, kind)) || isFlown.test(key)
}

const transfers =
  /^(?:buy|buys|buying|bought|sell|sells|selling|sold|sales?|send|sends|sending|sent|deliver(?:s|ed|ing|y)?|deliveries|suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|ship(?:s|ped|ping|ments?)?|transfer(?:s|red|ring)?|request(?:s|ed|ing)?|order(?:s|ed|ing)?|ask(?:s|ed|ing)?|want(?:s|ed)?|need(?:s|ed)?|receiv(?:e|es|ed|ing)|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|donat(?:e|es|ed|ing)|deploy(?:s|ed|ing|ment)?|export(?:s|ed|ing)?|field(?:ed|ing)|fire[ds]|firing)$/
const between =
  /^(?:for|of|with|more|additional|extra|some|any|its|their|his|our|a|an|few|new|old|used|several|many|both|and|or|dozens?|hundreds?|thousands?|scores|two|three|four|five|six|eight|ten|\d+)$/

/** "send 100 more Stingers", "asked the U.S. for Apaches", "a shipment of Javelins"; a team has its article. */
function transferBefore(reading: Reading, from: number): string | undefined {
  for (let at = from - 1; at > from - 7 && at >= 0; at--) {
    if (startsSentence(reading, at + 1)) return undefined
    const key = keyAt(reading, at)
    if (transfers.test(key) && isSmall(reading, at)) return key
    if (!mayStandBetween(reading, at, from)) return undefined
  }
  return undefined
}

function mayStandBetween(reading: Reading, at: number, from: number): boolean {
  const key = keyAt(reading, at)
  if (key === 'the') return at < from - 1
  return between.test(key) || !isSmall(reading, at)
}

const isSmall = (reading: Reading, at: number) => reading.words[at]?.shape === 'lower'

const isFlown =
  /^(?:flown|sent|sold|delivered|shipped|supplied|provided|bought|purchased|ordered|transferred|requested|donated|deployed|exported|handed|fired)$/
const helps = /^(?:were|are|be|been|being|will|would|could|may|might|have|had|already|also|and)$/

/** "Javelins and Stingers were flown to Kyiv", "Patriots sent to Poland". */
function transferBehind(reading: Reading, to: number): string | undefined {
  for (let at = to; at < to + 6 && !startsSentence(reading, at); at++) {
    const key = keyAt(reading, at)
    if (isFlown.test(key)) return isSmall(reading, at) ? key : undefined
    if (!helps.test(key) && isSmall(reading, at)) return undefined
  }
  return undefined
}

const quantity = /^(?:more|additional|extra|dozens|hundreds|thousands|scores|\d+)$/

function quantityBefore(reading: Reading, from: number): string | undefined {
  const before = keyAt(reading, from - 1) === 'of' ? from - 2 : from - 1
  if (startsSentence(reading, from)) return undefined
  const key = keyAt(reading, before)
  return quantity.test(key) ? key : undefined
}

/** "Javelins and Stingers": neither has an article, as teams and peoples do. */
function besideAnother(reading: Reading, match: ListedMatch, lists: Lists): string | undefined {
  if (keyAt(reading, match.from - 1) === 'the') return undefined
  const joins = [
    { and: match.to, other: match.to + 1, article: match.from - 1 },
    { and: match.from - 1, other: match.from - 2, article: match.from - 3 },
  ]
  const beside = joins.find(({ and, other, article }) => {
    const next = reading.matchAt[other]
    if (keyAt(reading, and) !== 'and' || keyAt(reading, article) === 'the' || !next) return false
    return isPluralNickname(reading, next, lists)
  })
  return beside && keyAt(reading, beside.other)
}

/** Words before and behind in which sport is looked for. */
const sportReach = 60
const sentenceReach = 30

function isOfStates(reading: Reading, at: number, lists: Lists): boolean {
  const around = reading.words.slice(Math.max(0, at - sportReach), at + sportReach)
  if (around.some(({ key }) => sport.test(key))) return false
  return sentenceAround(reading, at).some((word) => isOfState(reading, word, lists))
}

const sport =
  /^(?:beat|beats|games?|season|coach|quarterback|nfl|nba|nhl|mlb|teams?|teammates?|fans?|players?|playoffs?|league|tickets?|stadium|football|baseball|hockey|basketball|rugby|championship|roster|touchdown|bowl|tribe|tribes|tribal)$/

function isOfState(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  if (military.test(key) || lists.isKind(key, 'demonym')) return true
  return placesOf(reading.matchAt[at]).length > 0
}

const military =
  /^(?:pentagon|military|army|navy|marines|soldiers|troops|forces|defen[cs]e|nato|war|weapons|arms|militia|rebels|insurgents|warplanes|battlefield)$/

function sentenceAround(reading: Reading, at: number): number[] {
  let from = at
  while (from > at - sentenceReach && from > 0 && !startsSentence(reading, from)) from--
  const places = [from]
  for (let next = from + 1; next < at + sentenceReach && next < reading.words.length; next++) {
    if (startsSentence(reading, next)) break
    places.push(next)
  }
  return places
}
