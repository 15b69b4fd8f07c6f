import { findDesignators } from './designators.ts'
import type { EntityMention } from './facet-values.ts'
import type { ListedName, Lists } from './lists.ts'
import { inOneSentence, type ListedMatch, type Reading } from './reading.ts'
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
    if (weapon && !isSurname(reading, match, lists))
      found.push(listedWeapon(reading, match, weapon, lists))
  }
  return found
}

/** General Nikolai Makarov is not a pistol: a single word behind a given name is a surname. */
function isSurname(reading: Reading, { from, to }: ListedMatch, lists: Lists): boolean {
  const before = reading.words[from - 1]
  const isOneWord = to - from === 1 && !/\d/.test(reading.words[from]?.key ?? '')
  if (!before || !isOneWord || before.shape === 'lower') return false
  return lists.givenNames.has(before.key) && inOneSentence(reading, from - 1, to)
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
