import type { Entity } from './facet-values.ts'
import type { Lists } from './lists.ts'
import { isJunior, nameKey, type FullName } from './name-run.ts'
import { slug } from './names.ts'
import { surfaceOf } from './reading.ts'
import { areSpellings, spellingKeys } from './spellings.ts'
import { isSurnameFirst } from './surname-first.ts'

/** One person of an article, with every full name given. */
export interface Person extends Entity {
  readonly mentions: readonly FullName[]
  /** What stands for the person alone: the surname, or the last words of a longer name ("Torres Small"). */
  readonly surnames: ReadonlySet<string>
  readonly given: string
}

/** The words of a name, and which of them is the surname. */
interface NameParts {
  readonly name: FullName
  readonly keys: readonly string[]
  readonly given: string
  /** The given name of which it is the short form: William for Bill. */
  readonly formal: string
  readonly surname: string
  readonly surnameFirst: boolean
}

type Group = [NameParts, ...NameParts[]]

/**
 * Joins the spellings of one person: listed ones by their entry; others by an equal given name and a close surname or the other
 * way round, or where one name is the other without some of its words. Names are only compared where they share a key, so that
 * the work grows with their number.
 */
export function gatherPersons(names: readonly FullName[], lists: Lists): Person[] {
  const groups: Group[] = []
  // Compared with the first spelling only, so that a chain of small steps does not join strangers.
  const byKey = new Map<string, Group[]>()
  const bySameWords = new Map<string, Group>()
  const all = names.map((name) => partsOf(name, lists))
  const shared = wordsOfSeveral(all)
  for (const parts of all) {
    const { name } = parts
    const same = [name.listed?.id ?? '', isJuniorName(parts), ...parts.keys].join(' ')
    const known = bySameWords.get(same)
    if (known) {
      known.push(parts)
      continue
    }
    bySameWords.set(same, place(parts, groups, byKey, shared))
  }
  return groups.map((group) => toPerson(group))
}

// Given names and surnames that differ in the other word: only these are worth a look at spellings.
function wordsOfSeveral(all: readonly NameParts[]): Set<string> {
  const first = new Map<string, string>()
  const several = new Set<string>()
  for (const { given, surname } of all) {
    for (const [word, other] of [
      [`given ${given}`, surname],
      [`surname ${surname}`, given],
    ] as const) {
      const known = first.get(word)
      if (known === undefined) first.set(word, other)
      else if (known !== other) several.add(word)
    }
  }
  return several
}

function place(
  parts: NameParts,
  groups: Group[],
  byKey: Map<string, Group[]>,
  words: ReadonlySet<string>,
): Group {
  const keys = groupKeys(parts, words)
  const near = keys.flatMap((key) => byKey.get(key) ?? [])
  let group = near.find((known) => areOnePerson(parts, known[0]))
  if (group) group.push(parts)
  else groups.push((group = [parts]))
  for (const key of keys) {
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [group])
    else if (!known.includes(group)) known.push(group)
  }
  return group
}

function partsOf(name: FullName, lists: Lists): NameParts {
  const keys = nameKey({ reading: name.run.reading, from: name.from, to: name.to }).split(' ')
  const [first = ''] = keys
  const last = keys.at(-1) ?? ''
  if (isSurnameFirst(keys, lists)) {
    const given = keys.slice(1).join('')
    return { name, keys, given, formal: given, surname: first, surnameFirst: true }
  }
  const formal = lists.shortNames.get(first) ?? first
  return { name, keys, given: first, formal, surname: last, surnameFirst: false }
}

/** Two names of one person share one of these at least. */
function groupKeys(
  { name, keys, given, formal, surname, surnameFirst }: NameParts,
  words: ReadonlySet<string>,
): string[] {
  const shared = [`formal ${formal} ${surname}`]
  const [byGiven, bySurname] = [`given ${given}`, `surname ${surname}`]
  if (words.has(byGiven)) shared.push(...spellingKeys(surname).map((key) => `${byGiven} ${key}`))
  if (words.has(bySurname)) shared.push(...spellingKeys(given).map((key) => `${bySurname} ${key}`))
  if (name.listed) shared.push(`entry ${name.listed.id}`)
  return surnameFirst ? shared : [...shared, ...partKeys(keys, surname)]
}

function partKeys(keys: readonly string[], surname: string): string[] {
  const parts = keys.slice(0, -1).map((key) => `part ${surname} ${key}`)
  return keys.length > 1 ? [...parts, `start ${keys.slice(0, 2).join(' ')}`] : parts
}

function areOnePerson(a: NameParts, b: NameParts): boolean {
  if (a.name.listed && b.name.listed) return a.name.listed.id === b.name.listed.id
  if (isJuniorName(a) !== isJuniorName(b) || a.surnameFirst !== b.surnameFirst) return false
  return areCloseNames(a, b) || (!a.surnameFirst && areLongAndShort(a, b))
}

function areCloseNames(a: NameParts, b: NameParts): boolean {
  if (a.given === b.given) return areSpellings(a.surname, b.surname)
  return a.surname === b.surname && (a.formal === b.formal || areSpellings(a.given, b.given))
}

function areLongAndShort(a: NameParts, b: NameParts): boolean {
  return isPartOf(a.keys, b.keys) || isPartOf(b.keys, a.keys)
}

// "Torres Small" of Xochitl Torres Small, "Robert Oldcastle" of Robert Ray Oldcastle, "Abu Bakr" of Abu Bakr al-Kesri.
function isPartOf(shorter: readonly string[], longer: readonly string[]): boolean {
  if (shorter.length < 2 || shorter.length >= longer.length) return false
  if (shorter.every((key, at) => key === longer[at])) return true
  if (shorter.at(-1) !== longer.at(-1)) return false
  let at = -1
  return shorter.every((key) => (at = longer.indexOf(key, at + 1)) >= 0)
}

function isJuniorName({ name }: NameParts): boolean {
  return isJunior(name.run.reading.words[name.to - 1]?.key ?? '')
}

function toPerson(group: Group): Person {
  const listed = group.find(({ name }) => name.listed)?.name.listed
  const { id, name } = listed ?? unlistedPerson(group)
  const surnames = new Set(group.flatMap(standIns))
  return { id, name, mentions: group.map((parts) => parts.name), surnames, given: group[0].given }
}

function standIns({ keys, surname }: NameParts): string[] {
  const endings = keys.slice(1, -1).map((_, at) => keys.slice(at + 1).join(' '))
  return [surname, keys.at(-1) ?? '', ...endings]
}

/** The form that the article gives most often, the fullest of those, the first at last. */
function unlistedPerson(group: Group): Entity {
  const counts = new Map<string, number>()
  for (const { name } of group) {
    const { reading } = name.run
    const form = surfaceOf({ reading, from: name.from, to: name.to }).replace(/\s+/g, ' ')
    counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  const [[name] = ['']] = [...counts].sort(
    ([a, timesA], [b, timesB]) => timesB - timesA || b.split(' ').length - a.split(' ').length,
  )
  return { id: slug(name), name }
}
