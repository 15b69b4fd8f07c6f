import { civilCueNear, isPaperOrRoad } from './civil-cues.ts'
import type { EntityMention } from './facet-values.ts'
import { isSurnameLike } from './given-names.ts'
import type { ListedName, Lists } from './lists.ts'
import { inOneSentence, keyAt, surfaceOf, type ListedMatch, type Reading } from './reading.ts'
import { isListedShip } from './ship-names.ts'
import { shipEndsThere } from './ship-repeats.ts'
import { transferCue } from './transfer-cues.ts'
import { isAboutShips, isCalledShip, nicknameCue, weaponCueNear } from './weapon-cues.ts'

/** The weapons of the list, by their names; nicknames (Patriot, Hornet) where something confirms them. */
export function findListedWeapons(readings: readonly Reading[], lists: Lists): EntityMention[] {
  const found = readings.flatMap((reading) => weaponsIn(reading, lists))
  const sure = new Set(found.filter(({ trust }) => trust === 'sure').map(({ entity }) => entity.id))
  const counts = found.map(
    ({ trust, entity }) => trust === 'sure' || (trust === 'nickname' && sure.has(entity.id)),
  )
  // A sure weapon confirms its neighbours to both sides.
  for (let at = 1; at < found.length; at++) counts[at] ||= isConfirmed(found, counts, at - 1, at)
  for (let at = found.length - 2; at >= 0; at--)
    counts[at] ||= isConfirmed(found, counts, at + 1, at)
  return found.filter((_, at) => counts[at])
}

function isConfirmed(
  found: readonly ListedWeapon[],
  counts: readonly boolean[],
  by: number,
  at: number,
): boolean {
  const [first, second] = [found[Math.min(by, at)], found[Math.max(by, at)]]
  if (counts[by] !== true || !first || !second || !areNear(first, second)) return false
  return [first, second].every(
    (weapon) => weapon.trust !== 'ship' || isBesideShip(weapon, found[by]),
  )
}

function isBesideShip(ship: ListedWeapon, other: ListedWeapon | undefined): boolean {
  return other?.isShip === true && !isSomewhere(ship)
}

// "The Moskva left for Belgorod" is the town's; "Belgorod was hit by S-300s" is no submarine's either.
function isSomewhere({ reading, from }: Pick<EntityMention, 'reading' | 'from'>): boolean {
  return whereTo.test(keyAt(reading, from - 1))
}

const whereTo =
  /^(?:in|to|at|from|near|of|on|for|toward|towards|into|outside|over|around|through|across|inside|via|by|off|against|between|with)$/

interface ListedWeapon extends EntityMention {
  /** Without a word that confirms it, a nickname waits for another spelling in the article or a weapon beside it; a ship for a ship. */
  readonly trust: 'sure' | 'nickname' | 'ship'
  readonly isShip: boolean
}

function weaponsIn(reading: Reading, lists: Lists): ListedWeapon[] {
  const found: ListedWeapon[] = []
  for (const match of reading.matches) {
    const weapon = isPaperOrRoad({ reading, ...match }) ? undefined : weaponOf(reading, match)
    if (weapon && !isSurnameLike(reading, match, lists) && !isPiece(reading, match, lists))
      found.push(listedWeapon(reading, nameOnly(reading, match, weapon, lists), weapon, lists))
  }
  return found
}

/** The name without words that describe it: the list has "Patriot missiles" too, because Patriot alone needs a cue. */
function nameOnly(
  reading: Reading,
  match: ListedMatch,
  weapon: ListedName,
  lists: Lists,
): ListedMatch {
  for (let to = match.to - 1; to > match.from && isSmall(reading, to); to--)
    if (isNameOf(reading, match.from, to, weapon, lists)) return { ...match, to }
  for (let from = match.from + 1; from < match.to && isSmall(reading, from - 1); from++)
    if (isNameOf(reading, from, match.to, weapon, lists)) return { ...match, from }
  return match
}

const isSmall = (reading: Reading, at: number) => reading.words[at]?.shape === 'lower'

function isNameOf(
  reading: Reading,
  from: number,
  to: number,
  { id }: ListedName,
  lists: Lists,
): boolean {
  const name = lists.names.longestAt(reading.words.slice(from, to), 0)
  return name?.to === to - from && name.values.some((value) => value.id === id)
}

/** The weapon that a match stands for. "F-15s" are several of the F-15, "F-15S" is a variant, written so by the list too. */
function weaponOf(reading: Reading, match: ListedMatch): ListedName | undefined {
  const weapons = match.values.filter(({ list }) => list === 'weapons')
  if (weapons.length < 2) return weapons[0]
  const surface = surfaceOf({ reading, ...match })
  const isVariant = /\dS$/.test(surface)
  return weapons.find(({ name }) => /\dS$/.test(name) === isVariant) ?? weapons[0]
}

/**
 * Whether a name of one word is only a piece of somebody's or something else's: Uzi Landau, Patriots Day, Kalashnikov Concern,
 * ShadowHawk. Words for weapons go on with the weapon, and in a headline every word is capitalised.
 */
function isPiece(reading: Reading, { from, to }: ListedMatch, lists: Lists): boolean {
  if (to - from > 1 || /\d/.test(keyAt(reading, from))) return false
  return reading.words[from]?.gap === 'glued' || (!reading.titleCase && goesOn(reading, to, lists))
}

function goesOn(reading: Reading, at: number, lists: Lists): boolean {
  const next = reading.words[at]
  if (next?.gap !== 'space' || next.shape !== 'upper' || /^\d/.test(next.key)) return false
  return !lists.isKind(next.key, 'weapon-cue') && reading.matchAt[at]?.values[0]?.list !== 'weapons'
}

function listedWeapon(
  reading: Reading,
  match: ListedMatch,
  weapon: ListedName,
  lists: Lists,
): ListedWeapon {
  const { from, to } = match
  const isShip = isListedShip(weapon.id, lists)
  const mention = { reading, from, to, entity: { id: weapon.id, name: weapon.name }, isShip }
  if (weapon.trust === 'plain')
    return { ...mention, rule: plainRule(reading, match, weapon), trust: 'sure' }
  const cue = cueOf(reading, match, weapon, lists)
  if (cue !== undefined) return { ...mention, rule: `weapon name beside "${cue}"`, trust: 'sure' }
  const rule = 'weapon name confirmed by the article'
  return { ...mention, rule, trust: isShip ? 'ship' : 'nickname' }
}

function plainRule(reading: Reading, match: ListedMatch, weapon: ListedName): string {
  const surface = surfaceOf({ reading, ...match })
  const own = bare(surface) === bare(weapon.name)
  return own ? 'list of weapon systems' : `list of weapon systems: another name of ${weapon.name}`
}

const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '')

// A ship may be called as its town is: only a word for a warship beside it makes it one.
function cueOf(
  reading: Reading,
  match: ListedMatch,
  weapon: ListedName,
  lists: Lists,
): string | undefined {
  if (isListedShip(weapon.id, lists)) return shipCue(reading, match)
  // "Sherman's trail" is a man's.
  if (reading.words[match.to]?.gap === 'possessive') return undefined
  if (!/\d/.test(keyAt(reading, match.to - 1)))
    return nicknameCue(reading, match, lists) ?? transferCue(reading, match, lists)
  return civilCueNear({ reading, ...match }) ? undefined : weaponCueNear(reading, match, lists, 6)
}

// "the Kursk sank": towns take no article, so that one is sign enough where warships are spoken of.
function shipCue(reading: Reading, match: ListedMatch): string | undefined {
  if (isSomewhere({ reading, from: match.from })) return undefined
  if (isCalledShip(reading, match)) return 'warship'
  const isNamed = keyAt(reading, match.from - 1) === 'the' && shipEndsThere(reading, match.to)
  return isNamed && !reading.titleCase && isAboutShips(reading, match.from) ? 'the' : undefined
}

/**
 * Whether two weapons stand together: in a row ("Stingers, Javelins and Hellfires") or else near each other in one sentence
 * ("Javelins were sent with TOW missiles").
 */
function areNear(first: EntityMention, second: EntityMention): boolean {
  const { reading } = first
  return (
    reading === second.reading &&
    second.from - first.to < 8 &&
    inOneSentence(reading, first.from, second.to)
  )
}
