import type { EntityMention } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { slug } from './names.ts'
import { isJoined, surfaceOf, type Reading } from './reading.ts'

const prefixes = new Set(['uss', 'usns', 'uscgc', 'hms', 'hmas', 'hmcs', 'hmnzs', 'ins', 'rfa'])

/** Named warships: a ship prefix and the name after it (`USS Carl Vinson`), and that name again without the prefix. */
export function findShips(readings: readonly Reading[], lists: Lists): EntityMention[] {
  const prefixed = readings.flatMap((reading) => prefixedShips(reading, lists))
  return [...prefixed, ...readings.flatMap((reading) => repeatedShips(reading, prefixed))]
}

function prefixedShips(reading: Reading, lists: Lists): EntityMention[] {
  const found: EntityMention[] = []
  for (const [at, word] of reading.words.entries()) {
    if (word.shape !== 'caps' || !prefixes.has(word.key)) continue
    const to = shipNameEnd(reading, at + 1, lists)
    if (to === at + 1) continue
    const name = surfaceOf({ reading, from: at, to }).replace(/\s+/g, ' ')
    found.push({ reading, from: at, to, rule: 'ship prefix', entity: { id: slug(name), name } })
  }
  return found
}

function shipNameEnd(reading: Reading, from: number, lists: Lists): number {
  let at = from
  while (at < reading.words.length && at < from + 4 && belongsToName(reading, at, from, lists)) at++
  return at
}

function belongsToName(reading: Reading, at: number, from: number, lists: Lists): boolean {
  const word = reading.words[at]
  if (!word || word.shape === 'lower' || /^\d/.test(word.key)) return false
  if (!isJoined(reading, at) && !followsInitial(reading, at)) return false
  return (
    at === from || !(lists.isKind(word.key, 'function') || lists.isKind(word.key, 'weapon-cue'))
  )
}

function followsInitial(reading: Reading, at: number): boolean {
  return reading.words[at]?.gap === 'dot' && /^\w\.?$/.test(reading.words[at - 1]?.key ?? '')
}

function repeatedShips(reading: Reading, ships: readonly EntityMention[]): EntityMention[] {
  const found: EntityMention[] = []
  for (const ship of new Map(ships.map((ship) => [ship.entity.id, ship])).values()) {
    const keys = ship.reading.words.slice(ship.from + 1, ship.to).map((word) => word.key)
    for (const at of reading.words.keys()) {
      if (!repeats(reading, at, keys)) continue
      found.push({ ...ship, reading, from: at, to: at + keys.length, rule: 'ship named before' })
    }
  }
  return found
}

// The man comes without an article: "the Carl Vinson" is the ship, "Carl Vinson" the congressman.
const shipWords = new Set(['the', 'carrier', 'destroyer', 'cruiser', 'submarine', 'frigate'])

function repeats(reading: Reading, at: number, keys: readonly string[]): boolean {
  if (!keys.every((key, index) => reading.words[at + index]?.key === key)) return false
  return reading.words[at]?.shape !== 'lower' && shipWords.has(reading.words[at - 1]?.key ?? '')
}
