import type { BroaderValue } from '../../engine/article.ts'
import type { BroaderById } from './broader.ts'
import { findDesignators, type DesignatorMention } from './designators.ts'
import type { EntityMention } from './facet-values.ts'
import { findListedWeapons } from './listed-weapons.ts'
import type { Lists } from './lists.ts'
import type { Reading } from './reading.ts'
import { findShips, type ShipMention } from './ships.ts'

/** A mention of a weapon system. */
export type WeaponMention = DesignatorMention | ShipMention

/** Every weapon system that an article names: listed names, designators beside a cue word, and ships. */
export function findWeapons(readings: readonly Reading[], lists: Lists): WeaponMention[] {
  const listed = findListedWeapons(readings, lists)
  const ships = findShips(readings, listed, lists)
  const taken = new Map(readings.map((reading) => [reading, new Set<number>()]))
  for (const { reading, from, to } of ships)
    for (let at = from; at < to; at++) taken.get(reading)?.add(at)
  // "USS Boxer" is the ship alone, and not the vehicle besides.
  const isFree = ({ reading, from }: EntityMention) => taken.get(reading)?.has(from) !== true
  return [...ships, ...listed.filter(isFree), ...findDesignators(readings, lists).filter(isFree)]
}

/** What stands above the weapons of an article: a variant that no list has stands below its listed family. */
export function broaderOfWeapons(mentions: readonly WeaponMention[], lists: Lists): BroaderById {
  return new Map(
    mentions.map((mention) => [mention.entity.id, broaderOf(mention, lists.weaponsBroader)]),
  )
}

function broaderOf(mention: WeaponMention, listed: BroaderById): readonly BroaderValue[] {
  const family = 'family' in mention ? mention.family : undefined
  if (!family) return listed.get(mention.entity.id) ?? []
  return [family, ...(listed.get(family.id) ?? [])]
}
