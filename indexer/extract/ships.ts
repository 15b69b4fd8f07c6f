import type { Entity, EntityMention } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { isJoined, keyAt, type Reading } from './reading.ts'
import {
  canBeShipName,
  isListedShip,
  listedShip,
  listedShipAt,
  shipNamed,
  shipNameEnd,
} from './ship-names.ts'
import { repeatedShips } from './ship-repeats.ts'
import { isSeveral, rowOfShips, shipsAfterComma, shipsInARow } from './ship-rows.ts'
import { shipsWithArticle } from './ships-with-article.ts'
import { isShipWord, shipWordNear } from './weapon-cues.ts'

/**
 * Warships that the list does not name, or not so: a ship prefix and the name after it (`USS Carl Vinson`), a word for a warship
 * and its name (`the cruiser Moskva`), a class (`Kilo-class submarine`), and those ships again without either.
 */
export function findShips(
  readings: readonly Reading[],
  listed: readonly EntityMention[],
  lists: Lists,
): ShipMention[] {
  const named = readings.flatMap((reading) => namedShips(reading, lists))
  const known = [...listed.filter(({ entity }) => isListedShip(entity.id, lists)), ...named]
  const again = [...named, ...repeatedShips(readings, known)]
  const taken = new Set(again.map(({ reading, from }) => `${reading.field} ${String(from)}`))
  const others = readings
    .flatMap((reading) => shipsWithArticle(reading, lists))
    .filter(({ reading, from }) => !taken.has(`${reading.field} ${String(from)}`))
  return [...again, ...others].map((ship) => placed(ship, lists))
}

function placed(ship: ShipMention, lists: Lists): ShipMention {
  const isKnown = ship.family !== undefined || lists.weaponsBroader.has(ship.entity.id)
  return isKnown ? ship : { ...ship, family: { id: 'warship', name: 'Warship' } }
}

/** A mention of a ship, and what stands above it where the list does not have it. */
export interface ShipMention extends EntityMention {
  readonly family?: Entity
}

function namedShips(reading: Reading, lists: Lists): ShipMention[] {
  const found: ShipMention[] = []
  for (let at = 0; at < reading.words.length; at++) {
    const ships = shipsAt(reading, at, lists)
    found.push(...ships)
    at = Math.max(at, (ships.at(-1)?.to ?? 0) - 1)
  }
  return found
}

function shipsAt(reading: Reading, at: number, lists: Lists): ShipMention[] {
  const word = reading.words[at]
  if (!word) return []
  if (word.shape === 'caps' && isPrefix(reading, at)) return prefixedShips(reading, at, lists)
  if (word.key === 'class') return shipClass(reading, at, lists)
  return isShipWord(word.key) || isSeveral(reading, at) ? shipsAfterWord(reading, at, lists) : []
}

const prefixes = new Set(
  'uss u.s.s. usns uscgc hms h.m.s. hmas hmcs hmnzs rfa roks jds tcg kri brp hnoms hdms hswms hnlms irins'.split(
    ' ',
  ),
)
// These are other things too (immigration service, feed, code, possessive), so that a warship must be spoken of.
const doubtfulPrefixes = new Set(['ins', 'iris', 'js', 'ara', 'pns', 'rss', 'fs', 'fgs', 'htms'])

function isPrefix(reading: Reading, at: number): boolean {
  const key = keyAt(reading, at)
  if (prefixes.has(key)) return true
  if (!doubtfulPrefixes.has(key)) return false
  return listedShip(reading, at) !== undefined || shipWordNear(reading, at, 8)
}

function prefixedShips(reading: Reading, at: number, lists: Lists): EntityMention[] {
  const to = listedShip(reading, at)?.to ?? shipNameEnd(reading, at + 1, lists)
  if (to === at + 1) return []
  const first = shipNamed({ reading, from: at, to, rule: 'ship prefix' }, lists)
  return [first, ...shipsInARow(first, keyAt(reading, at), lists)]
}

function shipsAfterWord(reading: Reading, at: number, lists: Lists): EntityMention[] {
  if (!isWarshipWord(reading, at)) return []
  const first = shipAfterWord(reading, at, lists)
  if (!first) return shipsAfterComma(reading, at, lists)
  const others = isSeveral(reading, at)
    ? rowOfShips(reading, first.to, keyAt(reading, at), lists)
    : []
  return [first, ...others]
}

function shipAfterWord(reading: Reading, at: number, lists: Lists): EntityMention | undefined {
  const from = keyAt(reading, at + 1) === 'the' ? at + 2 : at + 1
  const ship = follows(reading, at, from) ? shipFrom(reading, at, from, lists) : undefined
  if (!ship) return undefined
  return isKnownAs(ship, at, lists) || isOfNavy(reading, at, lists) ? ship : undefined
}

function shipFrom(
  reading: Reading,
  at: number,
  from: number,
  lists: Lists,
): EntityMention | undefined {
  const rule = `after "${keyAt(reading, at)}"`
  const listed = listedShipAt(reading, from, lists)
  if (listed && listed.to - from > 1)
    return { reading, from, to: listed.to, rule, entity: { id: listed.id, name: listed.name } }
  if (!canBeShipName(reading, from, lists)) return undefined
  const to = shipNameEnd(reading, from, lists)
  return to === from ? undefined : shipNamed({ reading, from, to, rule }, lists, 'any')
}

// A name of one word may be an airline's or an insurer's.
function isKnownAs({ reading, from, to, entity }: ShipMention, at: number, lists: Lists): boolean {
  if (!isListedShip(entity.id, lists)) return false
  return to - from > 1 || !isOtherCarrier(reading, at) || shipWordNear(reading, at, 10)
}

function follows(reading: Reading, at: number, from: number): boolean {
  return isJoined(reading, at + 1) && isJoined(reading, from) && !isPrefix(reading, from)
}

// Not a Corvette Stingray.
function isWarshipWord(reading: Reading, at: number): boolean {
  return reading.words[at]?.shape === 'lower'
}

// Not the machine destroyer Ned Ludd, nor the mail carrier Anna Smith.
function isOfNavy(reading: Reading, at: number, lists: Lists): boolean {
  if (isOtherCarrier(reading, at)) return false
  const before = [at - 1, at - 2, at - 3].map((place) => keyAt(reading, place))
  return before.some((key) => isNaval(key, lists)) || shipWordNear(reading, at, 10)
}

// "the carrier Carl Vinson" is one that the list has; airlines and insurers are carriers too.
function isOtherCarrier(reading: Reading, at: number): boolean {
  return keyAt(reading, at).startsWith('carrier') && keyAt(reading, at - 1) !== 'aircraft'
}

function isNaval(key: string, lists: Lists): boolean {
  return (
    lists.isKind(key, 'demonym') ||
    /^(?:u\.s\.|us|missile|class|nuclear|powered|battle|stealth|diesel|electric)$/.test(key)
  )
}

/** "Zubr-class landing craft": a class that no list has, beside a word for a warship. */
function shipClass(reading: Reading, at: number, lists: Lists): ShipMention[] {
  if (reading.words[at]?.gap !== 'hyphen' || !shipWordNear(reading, at, 4)) return []
  const from = classNameStart(reading, at, lists)
  if (from === at || reading.matchAt[at] !== undefined) return []
  const ship = shipNamed({ reading, from, to: at + 1, rule: 'class of ships' }, lists)
  return [{ ...ship, family: { id: 'warship-class', name: 'Warship class' } }]
}

function classNameStart(reading: Reading, at: number, lists: Lists): number {
  let from = at
  while (from > at - 3 && isClassWord(reading, from - 1, lists) && isJoined(reading, from)) from--
  return from
}

function isClassWord(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  if (!word || word.shape === 'lower' || reading.matchAt[at]?.values[0]?.list === 'weapons')
    return false
  return !notClasses.some((kind) => lists.isKind(word.key, kind)) && !/^\d/.test(word.key)
}

const notClasses = ['function', 'demonym', 'calendar', 'organisation']
