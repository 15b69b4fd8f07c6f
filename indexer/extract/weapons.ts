import { findDesignators } from './designators.ts'
import type { EntityMention } from './facet-values.ts'
import type { ListedName, Lists } from './lists.ts'
import type { ListedMatch, Reading } from './reading.ts'
import { isSurnameLike } from './given-names.ts'
import { findShips } from './ships.ts'
import { weaponCueNear } from './weapon-cues.ts'

/** Every weapon system that an article names: listed names, designators beside a cue word, and ships. */
export function findWeapons(readings: readonly Reading[], lists: Lists): EntityMention[] {
  const listed = readings.flatMap((reading) => listedWeapons(reading, lists))
  const plain = new Set(listed.filter((found) => found.sure).map((found) => found.entity.id))
  const counted = listed.filter((found) => found.sure || plain.has(found.entity.id))
  return [
    ...counted,
    ...readings.flatMap((reading) => findDesignators(reading, lists)),
    ...findShips(readings, lists),
  ]
}

interface ListedWeapon extends EntityMention {
  /** False for a nickname without a cue: counts only when the article names the weapon surely elsewhere. */
  readonly sure: boolean
}

function listedWeapons(reading: Reading, lists: Lists): ListedWeapon[] {
  const found: ListedWeapon[] = []
  for (const match of reading.matches) {
    const weapon = match.values.find((value) => value.list === 'weapons')
    if (weapon && !isSurnameLike(reading, match, lists))
      found.push(listedWeapon(reading, match, weapon, lists))
  }
  return found
}

function listedWeapon(
  reading: Reading,
  match: ListedMatch,
  weapon: ListedName,
  lists: Lists,
): ListedWeapon {
  const { from, to } = match
  const entity = { id: weapon.id, name: weapon.name }
  if (weapon.trust === 'plain') {
    return { reading, from, to, entity, rule: 'list of weapon systems', sure: true }
  }
  const cue = weaponCueNear(reading, match, lists, 4)
  const rule = `weapon name beside "${cue ?? 'another spelling'}"`
  return { reading, from, to, entity, rule, sure: cue !== undefined }
}
