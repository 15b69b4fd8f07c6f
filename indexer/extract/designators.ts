import type { EntityMention, Entity } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { slug } from './names.ts'
import { surfaceOf, type Reading } from './reading.ts'
import { civilCueNear } from './civil-cues.ts'
import { isWeakForDesignators, weaponCueNear } from './weapon-cues.ts'
import { scanWords } from './words.ts'

/** A designator that no list has, and the listed weapon of which it is a variant. */
export interface DesignatorMention extends EntityMention {
  readonly family?: Entity
}

/**
 * Designators that no list has: variants of listed weapons (`F-16XL`, `S-300PMU-3`), and others (`Q-63 radar`, `Ch-92 drone`) beside
 * a cue word. Without one they may be a motorway, a paper size, a rating or the money supply. One that a cue confirms counts in the
 * whole article.
 */
export function findDesignators(readings: readonly Reading[], lists: Lists): DesignatorMention[] {
  const candidates = readings.flatMap((reading) => designatorsIn(reading, lists))
  const confirmed = new Set(
    candidates.filter(({ rule }) => rule !== repeated).map(({ entity }) => entity.id),
  )
  return candidates.filter(({ entity }) => confirmed.has(entity.id))
}

const repeated = 'designator confirmed elsewhere in the article'

function designatorsIn(reading: Reading, lists: Lists): DesignatorMention[] {
  const found: DesignatorMention[] = []
  for (let at = 0; at < reading.words.length; at++) {
    const to = designatorEnd(reading, at)
    if (to === undefined) continue
    const mention = { reading, from: at, to }
    if (!civilCueNear(mention)) found.push(designator(mention, lists))
    at = to - 1
  }
  return found
}

function designator(
  at: { reading: Reading; from: number; to: number },
  lists: Lists,
): DesignatorMention {
  const name = designatorName(surfaceOf(at))
  const entity = { id: slug(name), name }
  const family = familyOf(name, lists)
  if (family) return { ...at, entity, family, rule: `variant of ${family.name}` }
  const cue = weaponCueNear(at.reading, at, lists, 2)
  const isSure = cue !== undefined && !isWeakForDesignators(cue, name)
  return { ...at, entity, rule: isSure ? `designator beside "${cue}"` : repeated }
}

/** The listed weapon whose designator this one goes on from: S-300 of S-300PMU-3. */
function familyOf(name: string, lists: Lists): Entity | undefined {
  const head = /^(\p{L}{1,4}-?\d{1,4})(?:\p{Lu}[\p{L}\d]{0,4}|-\d)/u.exec(name)?.[1]
  if (head === undefined || !/\d\d/.test(head)) return undefined
  const words = scanWords(head)
  const found = lists.names.longestAt(words, 0)
  const weapon = found?.values.find(({ list, trust }) => list === 'weapons' && trust === 'plain')
  return found?.to === words.length && weapon ? { id: weapon.id, name: weapon.name } : undefined
}

const prefix = /^\p{Lu}\p{L}{0,3}$/u
const number = /^\d{1,4}(?:\p{Lu}[\p{L}\d]{0,4})?s?$/u
const joined = /^\p{Lu}{1,3}\d{2,4}(?:\p{Lu}{1,3}\d?)?s?$/u
// Groups of states, talks, visas, schooling, roads, flights, masks, illnesses, gangs, engines, isotopes and decades, but no weapons.
const other =
  /^(?:[GPHKIEN]|COVID|CoV|SARS|FY|PG|TV|WW|CO|COP|EB|DC|MD|MS|MH|QZ|PS|ET|KN9|N9|CFM|APT|AC|SR|Max|MAX|PM|VX|IR|HB|SB|HR|AB|U-?23|A-?3[0-8]|B-?7[0-8]|VMU|VFA|HMX|VMFA|HMH)-?\d+\w?$/u

function designatorEnd(reading: Reading, at: number): number | undefined {
  const word = reading.words[at]
  if (!word || word.shape === 'lower' || isTaken(reading, at)) return undefined
  const raw = surfaceOf({ reading, from: at, to: at + 1 })
  if (isHyphened(reading, at, raw)) return withMark(reading, at + 2)
  return joined.test(raw) && !other.test(raw) ? at + 1 : undefined
}

// ZSU-23-4 and S-300PMU-2 have a second number.
function withMark(reading: Reading, to: number): number {
  const next = reading.words[to]
  return next?.gap === 'hyphen' && /^\d{1,2}\w?$/.test(next.key) ? to + 1 : to
}

function isHyphened(reading: Reading, at: number, raw: string): boolean {
  if (!prefix.test(raw) || reading.words[at + 1]?.gap !== 'hyphen' || isTaken(reading, at + 1))
    return false
  const second = surfaceOf({ reading, from: at + 1, to: at + 2 })
  return number.test(second) && !other.test(`${raw}-${second}`)
}

function isTaken(reading: Reading, at: number): boolean {
  // A hyphen before it makes it the tail of something longer: "anti-G8".
  return reading.matchAt[at] !== undefined || /[-‐‑/#@$]/.test(before(reading, at))
}

function before(reading: Reading, at: number): string {
  const start = reading.words[at]?.start ?? 0
  return at > 0 && reading.words[at]?.gap !== 'hyphen' ? reading.text.slice(start - 1, start) : ''
}

function designatorName(surface: string): string {
  return surface.replace(/[‐‑‒–—―−\u00AD]/g, '-').replace(/(?<=\d[\p{Lu}\d]*)s$/u, '')
}
