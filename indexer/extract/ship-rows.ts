import type { EntityMention } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { keyAt, type Reading } from './reading.ts'
import { isListedShip, listedShipAt, shipNamed, shipNameEnd } from './ship-names.ts'
import { isShipWord } from './weapon-cues.ts'

/** "USS Porter and Ross": the prefix of the first one counts for the next, where the list has that ship. */
export function shipsInARow(first: EntityMention, prefix: string, lists: Lists): EntityMention[] {
  const { reading } = first
  const found: EntityMention[] = []
  for (let at = nextInRow(reading, first.to); at !== undefined;) {
    const to = shipNameEnd(reading, at, lists)
    const ship = shipNamed({ reading, from: at, to, rule: 'ship prefix before' }, lists, prefix)
    if (to === at || !isListedShip(ship.entity.id, lists)) break
    found.push(ship)
    at = nextInRow(reading, to)
  }
  return found
}

/** "the destroyers Carney, Gravely and Mason": listed ships that go on a row, from the word after the last one. */
export function rowOfShips(
  reading: Reading,
  after: number,
  word: string,
  lists: Lists,
): EntityMention[] {
  const found: EntityMention[] = []
  for (let at = nextInRow(reading, after); at !== undefined;) {
    const ship = listedShipAt(reading, at, lists)
    if (!ship) break
    const { id, name, to } = ship
    found.push({ reading, from: at, to, entity: { id, name }, rule: `after "${word}"` })
    at = nextInRow(reading, to)
  }
  return found
}

/**
 * Ships behind a word for several of them and a comma: "two Nimitz-class carriers, the Nimitz and the Abraham Lincoln". One alone may
 * be who speaks: "the destroyers, Mason said".
 */
export function shipsAfterComma(reading: Reading, at: number, lists: Lists): EntityMention[] {
  if (reading.words[at + 1]?.gap !== 'comma' || !isSeveral(reading, at)) return []
  const row = rowOfShips(reading, at + 1, keyAt(reading, at), lists)
  return row.length > 1 || keyAt(reading, at + 1) === 'the' ? row : []
}

/** Whether the word is a plural for warships: destroyers, or the ships of "Mistral-class ships". */
export function isSeveral(reading: Reading, at: number): boolean {
  const key = keyAt(reading, at)
  if (!key.endsWith('s')) return false
  return isShipWord(key) || (/^(?:ships|vessels)$/.test(key) && keyAt(reading, at - 1) === 'class')
}

function nextInRow(reading: Reading, at: number): number | undefined {
  const isAnd = keyAt(reading, at) === 'and'
  const isLinked = isAnd || reading.words[at]?.gap === 'comma'
  const start = isAnd ? at + 1 : at
  const next = keyAt(reading, start) === 'the' ? start + 1 : start
  const word = reading.words[next]
  return isLinked && word !== undefined && word.shape !== 'lower' ? next : undefined
}
