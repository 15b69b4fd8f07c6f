import type { Lists } from './lists.ts'
import { inOneSentence, isJoined, keyAt, startsSentence, type Reading } from './reading.ts'

/** A stretch of words. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** The nearest word of the same sentence, at most `reach` words away, that shows that a name is a weapon's. */
export function weaponCueNear(
  reading: Reading,
  { from, to }: Stretch,
  lists: Lists,
  reach: number,
): string | undefined {
  for (let distance = 0; distance < reach; distance++) {
    for (const at of [to + distance, from - 1 - distance]) {
      const word = reading.words[at]
      if (!word || !lists.isKind(word.key, 'weapon-cue')) continue
      if (inOneSentence(reading, Math.min(from, at), Math.max(to, at + 1))) return word.key
    }
  }
  return undefined
}

// Words of other matters too: a man is shot, a plantation is a system, a car has an engine. They count only right beside a name.
const weakCues =
  /^(?:systems?|shot|fired|firing|engine|automatic|semi-?automatic|equipped|crews|troops|barrel|weapons?|bombs?|bombardment|batter(?:y|ies)|trainers?|cockpit|armed|vehicles?|squadrons?|arsenal|guns?|gunman|ammunition|variant|stealth|caliber|assault|planes?|fighters?|carriers?|tankers?|cruise|shells)$/

/**
 * The word that shows that a nickname (Patriot, Hornet) is a weapon's here: joined to it without a comma, three words behind it or
 * right before; or "missiles, including Stingers".
 */
export function nicknameCue(reading: Reading, at: Stretch, lists: Lists): string | undefined {
  return cueBehind(reading, at.to, lists) ?? cueBefore(reading, at.from, lists)
}

// "Taurus air-to-surface missiles": what hyphens join is one word. "Abrams said missiles" is of a man.
function cueBehind(reading: Reading, to: number, lists: Lists): string | undefined {
  let near = 0
  for (let next = to; near < 3 && isJoined(reading, next); next++) {
    const key = keyAt(reading, next)
    if (isCue(key, next === to, lists)) return key
    if (endsPhrase(reading, next, lists)) return undefined
    if (reading.words[next + 1]?.gap !== 'hyphen') near++
  }
  return undefined
}

function endsPhrase(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  const isWord = reading.words[at]?.gap === 'space'
  return isWord && (lists.isKind(key, 'function') || lists.isKind(key, 'speech-verb'))
}

const leadsIn = /^(?:the|a|an|its|their|called|dubbed|named|including|like|as|such|of|and|made|by)$/
const namesExample = /^(?:called|dubbed|named|including|like|such)$/

function cueBefore(reading: Reading, from: number, lists: Lists): string | undefined {
  for (let at = from - 1; at > from - 6 && !startsSentence(reading, at + 1); at--) {
    const key = keyAt(reading, at)
    const isBeside = at === from - 1 || namesExample.test(keyAt(reading, at + 1))
    if (isCue(key, isBeside, lists)) return key
    if (!leadsIn.test(key)) return undefined
  }
  return undefined
}

function isCue(key: string, isBeside: boolean, lists: Lists): boolean {
  return lists.isKind(key, 'weapon-cue') && (isBeside || !weakCues.test(key))
}

/** Whether a cue word says little about this designator: "A123 Systems", "the TX-25 shot". */
export function isWeakForDesignators(cue: string, designator: string): boolean {
  if (/^systems?$/.test(cue)) return !designator.includes('-')
  return elsewhereToo.test(cue)
}

const elsewhereToo =
  /^(?:shot|firing|engine|batter(?:y|ies)|caliber|barrel|ammunition|gunman|crews|troops|automatic|armed|equipped|vehicles?|corvettes?|assault|carriers?|trainers?|planes?)$/

const shipWords =
  /^(?:carriers?|destroyers?|cruisers?|battlecruisers?|battleships?|frigates?|corvettes?|submarines?|subs?|warships?|minesweepers?|minehunters?|minelayers?|gunboats?)$/

/** Whether the word names a kind of warship. */
export function isShipWord(key: string): boolean {
  return shipWords.test(key)
}

const seaWords = /^(?:ships?|vessels?|boats?|navy|naval|navys|fleet|craft|amphibious|landing)$/

/** Whether a word for a warship, a ship or a navy stands in the same sentence, at most `reach` words away. */
export function shipWordNear(reading: Reading, at: number, reach: number): boolean {
  for (const step of [1, -1]) {
    for (let next = at + step; Math.abs(next - at) <= reach; next += step) {
      if (!reading.words[next] || startsSentence(reading, step > 0 ? next : next + 1)) break
      if (isShipWord(keyAt(reading, next)) || seaWords.test(keyAt(reading, next))) return true
    }
  }
  return false
}

/** How far from a name, in words, warships may be spoken of to make it one. */
const articleReach = 40

/** Whether warships are spoken of around a word, in its sentence or those beside it. */
export function isAboutShips(reading: Reading, at: number): boolean {
  const around = reading.words.slice(Math.max(0, at - articleReach), at + articleReach)
  return around.some(({ key }) => isShipWord(key) || ofNavies.test(key))
}

const ofNavies = /^(?:navy|navys|naval|fleet|flagship|uss|hms)$|^ships$/

/**
 * Whether a word for a warship stands right beside the name, or describes it: "the submarine Kursk", "the Kursk submarine", "the
 * Moskva, a missile cruiser", "its flagship, the Moskva".
 */
export function isCalledShip(reading: Reading, { from, to }: Stretch): boolean {
  if (isShip(keyAt(reading, to)) && reading.words[to]?.gap === 'space') return true
  const before = keyAt(reading, from - 1) === 'the' ? from - 2 : from - 1
  if (isShip(keyAt(reading, before)) && inOneSentence(reading, before, to)) return true
  return described.test(textBehind(reading, to))
}

const isShip = (key: string) => isShipWord(key) || /^(?:flag)?ship$/.test(key)

function textBehind(reading: Reading, to: number): string {
  const end = reading.words[to - 1]?.end ?? 0
  return reading.text.slice(end, end + 80)
}

const described =
  /^,\s+(?:an?|the|its|their|which\s+\w+\s+an?)\s+(?:[\p{L}\d’'-]+\s+){0,5}?(?:aircraft carrier|destroyer|cruiser|battlecruiser|battleship|frigate|corvette|submarine|warship|flagship|landing ship|supply ship|gunboat)\b/u
