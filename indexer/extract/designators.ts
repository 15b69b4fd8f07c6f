import type { EntityMention } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { slug } from './names.ts'
import { surfaceOf, type Reading } from './reading.ts'
import { weaponCueNear } from './weapon-cues.ts'

/**
 * Designators that no list has (`Q-53 radar`, `Ch-92 drone`), when a cue word stands beside them. Without one they
 * may be a motorway, a paper size, a rating or the money supply.
 */
export function findDesignators(reading: Reading, lists: Lists): EntityMention[] {
  const found: EntityMention[] = []
  for (let at = 0; at < reading.words.length; at++) {
    const to = designatorEnd(reading, at)
    if (to === undefined) continue
    const cue = weaponCueNear(reading, { from: at, to }, lists, 2)
    if (cue !== undefined) {
      const name = designatorName(surfaceOf({ reading, from: at, to }))
      const rule = `designator beside "${cue}"`
      found.push({ reading, from: at, to, rule, entity: { id: slug(name), name } })
    }
    at = to - 1
  }
  return found
}

const prefix = /^\p{Lu}[\p{L}]{0,3}$/u
const number = /^\d{1,4}\p{Lu}{0,3}\d?s?$/u
const joined = /^\p{Lu}{1,3}\d{1,4}\p{Lu}{0,2}\d?s?$/u
// Groups of states, talks, visas, schooling, roads, flights, illnesses and decades, but no weapons.
const other = /^(?:G|P|H|K|COVID|SARS|I|FY|PG|TV|WW|CO|EB|DC|MD|A3\d\d|B7\d\d)-?\d+\w?$/u

function designatorEnd(reading: Reading, at: number): number | undefined {
  const word = reading.words[at]
  if (!word || word.shape === 'lower' || isTaken(reading, at)) return undefined
  const raw = surfaceOf({ reading, from: at, to: at + 1 })
  if (isHyphened(reading, at, raw)) return at + 2
  return joined.test(raw) && !other.test(raw) ? at + 1 : undefined
}

function isHyphened(reading: Reading, at: number, raw: string): boolean {
  if (!prefix.test(raw) || reading.words[at + 1]?.gap !== 'hyphen' || isTaken(reading, at + 1))
    return false
  const second = surfaceOf({ reading, from: at + 1, to: at + 2 })
  return number.test(second) && !other.test(`${raw}-${second}`)
}

function isTaken(reading: Reading, at: number): boolean {
  // A hyphen before it makes it the tail of something longer: "anti-G8".
  return reading.matchAt[at] !== undefined || /[-‐‑/]/.test(before(reading, at))
}

function before(reading: Reading, at: number): string {
  const start = reading.words[at]?.start ?? 0
  return at > 0 && reading.words[at]?.gap !== 'hyphen' ? reading.text.slice(start - 1, start) : ''
}

function designatorName(surface: string): string {
  return surface.replace(/[‐‑‒–—―−\u00AD]/g, '-').replace(/(?<=\d\p{Lu}*)s$/u, '')
}
