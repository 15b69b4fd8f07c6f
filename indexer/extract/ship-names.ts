import type { EntityMention } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { slug } from './names.ts'
import { isJoined, keyAt, surfaceOf, type Mention, type Reading } from './reading.ts'
import { scanWords } from './words.ts'

/** A ship of the list. */
interface Ship {
  readonly id: string
  readonly name: string
  /** The word after its name. */
  readonly to: number
}

/** The listed ship whose name starts here, its prefix with it. */
export function listedShip(reading: Reading, from: number): Ship | undefined {
  const match = reading.matchAt[from]
  const value = match?.values.find(({ list }) => list === 'weapons')
  return match?.from === from && value
    ? { id: value.id, name: value.name, to: match.to }
    : undefined
}

/** Whether the list has this id as a warship. */
export function isListedShip(id: string, lists: Lists): boolean {
  return lists.weaponsBroader.get(id)?.at(-1)?.id === 'warship'
}

/** Words of the longest name without its prefix: Gamal Abdel Nasser, Anwar el-Sadat. */
const longest = 4

/** The listed ship of whose name these words are the whole, its prefix left out or not; the longest. */
export function listedShipAt(reading: Reading, from: number, lists: Lists): Ship | undefined {
  if (reading.words[from]?.shape === 'lower') return undefined
  for (let to = nameEnd(reading, from); to > from; to--) {
    const written = tidy(surfaceOf({ reading, from, to }))
    for (const prefix of ['', ...allPrefixes]) {
      const ship = listedAs(`${prefix} ${written}`.trim(), lists)
      if (ship && isListedShip(ship.id, lists)) return { ...ship, to }
    }
  }
  return undefined
}

function nameEnd(reading: Reading, from: number): number {
  let to = from + 1
  while (to < from + longest && to < reading.words.length && isLinked(reading, to)) to++
  while (to > from + 1 && reading.words[to - 1]?.shape === 'lower') to--
  return to
}

const isLinked = (reading: Reading, at: number) =>
  (isJoined(reading, at) || followsInitial(reading, at)) &&
  (reading.words[at]?.shape !== 'lower' || /^(?:el|al|de|da|van|von)$/.test(keyAt(reading, at)))

const allPrefixes = ['USS', 'HMS', 'USNS', 'HMAS', 'HMCS', 'INS', 'JS', 'IRIS', 'ENS']

/**
 * The ship of a mention: the listed one of that name, else one by its own words. `prefix` is one that the text leaves out, `any` for
 * each that the list knows.
 */
export function shipNamed(mention: Mention, lists: Lists, prefix = ''): EntityMention {
  const written = tidy(surfaceOf(mention))
  const starts = prefix === 'any' ? ['', ...allPrefixes] : [prefix.toUpperCase()]
  for (const start of starts) {
    const entity = listedAs(`${start} ${written}`.trim(), lists)
    if (entity) return { ...mention, entity }
  }
  return { ...mention, entity: { id: slug(written), name: written } }
}

function listedAs(name: string, lists: Lists): { id: string; name: string } | undefined {
  const words = scanWords(name)
  const found = lists.names.longestAt(words, 0)
  const ship = found?.values.find(({ list }) => list === 'weapons')
  return found?.to === words.length && ship ? { id: ship.id, name: ship.name } : undefined
}

/** `U.S.S. WASP` is USS Wasp: prefixes without dots, names that are all capitals with their first ones only. */
function tidy(surface: string): string {
  const words = surface.replace(/\s+/g, ' ').split(' ')
  return words
    .map((word, index) => (index === 0 ? word.replace(/^(?:[A-Z]\.){3}$/, withoutDots) : word))
    .map((word, index) => (index > 0 && words.length > 1 ? inSmall(word) : word))
    .join(' ')
}

const withoutDots = (initials: string) => initials.replace(/\./g, '')

const inSmall = (word: string) =>
  /^\p{Lu}{4,}$/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word

/** Where the name of a ship ends that starts here: capitalised words, at most four and what hyphens join to them. */
export function shipNameEnd(reading: Reading, from: number, lists: Lists): number {
  let at = from
  for (let parts = 0; belongsToName(reading, at, from, lists); at++) {
    if (reading.words[at]?.gap !== 'hyphen' && ++parts > 4) break
  }
  return at
}

function belongsToName(reading: Reading, at: number, from: number, lists: Lists): boolean {
  const word = reading.words[at]
  if (!word || word.shape === 'lower' || /^\d/.test(word.key)) return false
  if (at === from) return word.gap === 'space' || word.gap === 'comma'
  if (!isJoined(reading, at) && !followsInitial(reading, at)) return false
  return !endsName.some((kind) => lists.isKind(word.key, kind))
}

const endsName = ['function', 'weapon-cue', 'organisation', 'demonym', 'calendar']

function followsInitial(reading: Reading, at: number): boolean {
  return reading.words[at]?.gap === 'dot' && /^\w\.?$/.test(keyAt(reading, at - 1))
}

/**
 * Whether a ship's name may start here, behind a word for a warship: not a rank and its bearer, a country, the name of something else,
 * nor any word of a headline.
 */
export function canBeShipName(reading: Reading, at: number, lists: Lists): boolean {
  const word = reading.words[at]
  if (!word || word.shape === 'lower' || reading.titleCase || /^\d|^u\.?s\.?/.test(word.key))
    return false
  if (endsName.some((kind) => lists.isKind(word.key, kind))) return false
  return (
    !isSomethingElse(reading, at, lists) ||
    listedAs(surfaceOf({ reading, from: at, to: at + 1 }), lists) !== undefined
  )
}

// Navies name ships for admirals and marshals; captains and lieutenants serve on them.
const shipRanks = /^(?:admiral|marshal|general|vice|prince|king|queen)$/

function isSomethingElse(reading: Reading, at: number, lists: Lists): boolean {
  const isTitle = lists.titles.longestAt(reading.words, at) !== undefined
  if (isTitle && !shipRanks.test(keyAt(reading, at))) return true
  const values = reading.matchAt[at]?.values ?? []
  return values.some(
    ({ list, trust }) => list !== 'people' && list !== 'places' && trust === 'plain',
  )
}
