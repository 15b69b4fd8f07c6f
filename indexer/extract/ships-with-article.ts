import type { EntityMention } from './facet-values.ts'
import { placesOf } from './listed.ts'
import type { Lists } from './lists.ts'
import { keyAt, type Reading } from './reading.ts'
import { listedShipAt } from './ship-names.ts'
import { shipEndsThere } from './ship-repeats.ts'
import { isAboutShips } from './weapon-cues.ts'

/**
 * Listed ships that bear a person's name and have neither prefix nor word for a ship beside them: "The Eisenhower left the Red Sea".
 * People take no article, so that one is sign enough where warships are spoken of.
 */
export function shipsWithArticle(reading: Reading, lists: Lists): EntityMention[] {
  if (reading.titleCase) return []
  const found: EntityMention[] = []
  for (let at = 1; at < reading.words.length; at++) {
    const ship = mayBeShip(reading, at) ? listedShipAt(reading, at, lists) : undefined
    if (!ship || !isNamedForSomebody(reading, at, ship) || !shipEndsThere(reading, ship.to))
      continue
    const { id, name, to } = ship
    found.push({ reading, from: at, to, entity: { id, name }, rule: 'name of a ship after "the"' })
  }
  return found
}

function mayBeShip(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  return (
    keyAt(reading, at - 1) === 'the' &&
    word?.gap === 'space' &&
    word.shape === 'upper' &&
    isAboutShips(reading, at)
  )
}

// "the Philippine Sea" is the sea, and "the Constitution" no ship: names of two words, of which people go by the last.
function isNamedForSomebody(
  reading: Reading,
  from: number,
  { name, to }: { readonly name: string; readonly to: number },
): boolean {
  if (placesOf(reading.matchAt[from]).length > 0) return false
  return to - from > 1 || name.split(' ').length > 2
}
